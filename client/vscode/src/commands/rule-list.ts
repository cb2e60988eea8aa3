/** The rules, as the index of their pages lists them. */

/** One rule. */
export interface ListedRule {
  readonly id: string;
  readonly category: string;
  readonly severity: string;
  readonly summary: string;
}

/** Reads the index: a table row a rule. */
export function rulesIn(index: string): readonly ListedRule[] {
  return index.split("\n").flatMap(line => {
    const [, id, category, severity, summary] =
      /^\| \[([\w-]+)\]\(\1\.md\) \| (\S+) \| (\S+) \| (.*) \|$/.exec(line) ?? [];
    return id === undefined || category === undefined || severity === undefined || summary === undefined
      ? []
      : [{ id, category, severity, summary }];
  });
}

/** The rules that were found broken first, then all by their names. */
export function orderedRules(
  rules: readonly ListedRule[],
  found: readonly string[],
): { readonly here: readonly ListedRule[]; readonly others: readonly ListedRule[] } {
  const wanted = new Set(found);
  return { here: rules.filter(({ id }) => wanted.has(id)), others: rules.filter(({ id }) => !wanted.has(id)) };
}
