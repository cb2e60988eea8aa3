/** Which directives came before which. */
import type { Directive } from "./directive.ts";
import { once } from "./lazy.ts";
import { table } from "./table.ts";

/** The old names that a directive replaced, newest first. */
export function predecessors({ section, name }: Directive): readonly Directive[] {
  return successions().get(`${section}.${name}`) ?? [];
}

const successions = once(() => {
  const found = new Map<string, Directive[]>();
  for (const row of table.directives) {
    const to = row.replacedBy?.to;
    if (to === undefined) continue;
    const key = `${to.section}.${to.name}`;
    found.set(key, [row, ...(found.get(key) ?? [])]);
  }
  return found;
});
