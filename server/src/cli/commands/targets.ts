/** `unitlint targets` and `unitlint diff-targets A B`: which targets there are, and what sets two of them apart. */
import { certainty, everKnown, isRemoved, knownVersions } from "../../catalog/catalog.ts";
import type { Directive } from "../../catalog/directive.ts";
import { distributions } from "../../catalog/targets.ts";
import type { Target } from "../../lint/targets.ts";

/** The list of all targets, as text. */
export function listTargets(): string {
  const exact = knownVersions.filter(version => certainty(version) === "exact");
  const rows = distributions.map(({ name, systemd, title, adds, takes, aliases }) => {
    const notes = [
      ...(takes === undefined ? [] : [`taken as ${takes}`]),
      ...(adds.length === 0 ? [] : [`with ${adds.length} directives brought back`]),
      ...(aliases.length === 0 ? [] : [`also ${aliases.join(", ")}`]),
    ];
    return [name, String(systemd), `${title}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`];
  });
  const header = `Versions ${knownVersions[0]} to ${knownVersions.at(-1)} by number; ${ranges(exact)} are exact, the others are derived from their
neighbours and the manual. host asks the systemctl of this machine. Releases by name:
`;
  return `${header}\n${columns([["name", "systemd", "release"], ...rows])}`;
}

/** What the second target has that the first has not, and the other way round, as text. */
export function diffTargets(one: Target, other: Target): string {
  const pairs = pairsOf(one, other);
  const sections: [string, string[]][] = [
    [
      `Only ${other.name} knows`,
      grouped(
        pairs.filter(pair => !pair.inOne && pair.inOther),
        named,
      ),
    ],
    [
      `Only ${one.name} knows`,
      grouped(
        pairs.filter(pair => pair.inOne && !pair.inOther),
        named,
      ),
    ],
    [`${other.name} only ignores`, grouped(pairs.filter(isNewlyRemoved), renamed)],
    [
      `${other.name} has a new name for`,
      grouped(
        pairs.filter(pair => isNewlyDeprecated(pair, one, other)),
        renamed,
      ),
    ],
  ];
  const told = sections.filter(([, names]) => names.length > 0);
  if (told.length === 0) return `${one.name} and ${other.name} know the same directives.\n`;
  return told
    .map(([title, names]) => `${title} (${names.length}):\n${names.map(name => `  ${name}\n`).join("")}`)
    .join("\n");
}

/** A line for each name, with the sections that share it. */
function grouped(pairs: readonly Pair[], describe: (row: Directive) => string): string[] {
  const sections = new Map<string, string[]>();
  for (const { row } of pairs) {
    const key = describe(row);
    sections.set(key, [...(sections.get(key) ?? []), `[${row.section}]`]);
  }
  return [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, places]) => `${name}  ${places.join(" ")}`);
}

interface Pair {
  readonly row: Directive;
  readonly inOne: boolean;
  readonly inOther: boolean;
  readonly removedInOne: boolean;
  readonly removedInOther: boolean;
}

/** Every pair that either target knows, by section and name. */
function pairsOf({ catalog: one }: Target, { catalog: other }: Target): Pair[] {
  const sections = [...new Set(one.unitTypes.flatMap(type => one.sectionsOf(type)))];
  return sections.flatMap(section => {
    const names = [...one.directivesIn(section), ...other.directivesIn(section)].map(({ name }) => name);
    return [...new Set(names)].sort().flatMap(name => {
      const row = everKnown(section, name);
      if (row === undefined) return [];
      const [inOne, inOther] = [one, other].map(catalog => catalog.directive(section, name) !== undefined);
      return [
        {
          row,
          inOne: inOne === true,
          inOther: inOther === true,
          removedInOne: isRemoved(row, one.version),
          removedInOther: isRemoved(row, other.version),
        },
      ];
    });
  });
}

function isNewlyRemoved({ inOne, inOther, removedInOne, removedInOther }: Pair): boolean {
  return inOne && inOther && !removedInOne && removedInOther;
}

function isNewlyDeprecated({ row, inOne, inOther, removedInOther }: Pair, one: Target, other: Target): boolean {
  const since = row.replacedBy?.since ?? Number.POSITIVE_INFINITY;
  return inOne && inOther && !removedInOther && one.catalog.version < since && since <= other.catalog.version;
}

function named({ name }: Directive): string {
  return `${name}=`;
}

function renamed(row: Directive): string {
  const to = row.replacedBy?.to;
  return to === undefined
    ? named(row)
    : `${named(row)} → ${to.section === row.section ? "" : `[${to.section}] `}${to.name}=`;
}

function ranges(versions: readonly number[]): string {
  const runs: number[][] = [];
  for (const version of versions) {
    const last = runs.at(-1);
    if (last?.at(-1) === version - 1) last.push(version);
    else runs.push([version]);
  }
  return runs.map(run => (run.length > 1 ? `${run[0]}–${run.at(-1)}` : `${run[0]}`)).join(" and ");
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows
    .map(
      row =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
