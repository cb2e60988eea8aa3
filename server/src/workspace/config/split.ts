/** Parts what is judged together by how it is judged. */
import type { LintFile, UnitGroup } from "../unit-groups.ts";

/** Files by what decides how they are judged, in the order in which they come. */
export function partBy<Thing, Key>(things: readonly Thing[], keyOf: (thing: Thing) => Key): ReadonlyMap<Key, Thing[]> {
  const parts = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [thing]);
    else part.push(thing);
  }
  return parts;
}

/** The parts of a group, in the same surroundings; units go with their fragments. */
export function splitGroup<Key>(
  group: UnitGroup,
  keyOf: (file: LintFile) => Key,
): readonly { readonly key: Key; readonly group: UnitGroup }[] {
  const parts = [...partBy(group.members, keyOf)];
  if (parts.length === 1) return parts.map(([key]) => ({ key, group }));
  return parts.map(([key, members]) => {
    const own = new Set(members.flatMap(({ name }) => (name.role === "fragment" ? [name.unit] : [])));
    return { key, group: { ...group, members, fragments: group.fragments.filter(name => own.has(name)) } };
  });
}
