/**
 * Words that values are made of, by release: capabilities, system calls and their groups, architectures, errors …, out of
 * `server/data/enums.json`. What they cannot know of releases between those that were read is put as early as they allow.
 */

import data from "../../data/enums.json" with { type: "json" };
import type { SystemdVersion } from "./directive.ts";
import { once, remember } from "./lazy.ts";

/** The lists that are plain words. */
export type EnumName = Exclude<keyof typeof data, "systemCallGroups" | "systemCalls">;

/** The words of a list that a release knows, sorted. */
export function wordsOf(list: EnumName, version: SystemdVersion): readonly string[] {
  return wordsAt(`${list} ${version}`);
}

/** Whether a release has a word in a list, written exactly so. */
export function isWordOf(list: EnumName, word: string, version: SystemdVersion): boolean {
  return wordSetAt(`${list} ${version}`).has(word);
}

/** The release that brought a word, where not all known ones have it: of a list, or the name of a group of system calls. */
export function sinceOf(list: EnumName | "systemCallGroups", word: string): SystemdVersion | undefined {
  const entries: readonly Entry[] = data[list];
  const found = entries.find(entry => typeof entry !== "string" && entry.name === word);
  return typeof found === "object" ? found.since : undefined;
}

/** Every system call that a current libseccomp can filter, for any architecture; which ones a host knows is libseccomp's matter. */
export const systemCalls: () => ReadonlySet<string> = once(() => new Set(data.systemCalls.split(" ")));

/** The names of the groups of system calls that a release knows, such as `@mount`, sorted. */
export function systemCallGroups(version: SystemdVersion): readonly string[] {
  return [...groupsAt(version).keys()];
}

/** What a group of system calls holds in a release: names, and further groups; undefined for a group that it does not know. */
export function systemCallGroup(name: string, version: SystemdVersion): readonly string[] | undefined {
  const members = groupsAt(version).get(name);
  if (members === undefined) return undefined;
  return name === "@known" ? [...systemCalls()] : membersAt(members, version);
}

type Entry = string | { readonly name: string; readonly since?: SystemdVersion };

const wordsAt = remember((key: string): readonly string[] => {
  const [list = "", version] = key.split(" ");
  const entries: readonly Entry[] = data[list as EnumName];
  return entries.flatMap(entry => {
    if (typeof entry === "string") return [entry];
    return (entry.since ?? 0) <= Number(version) ? [entry.name] : [];
  });
});

const wordSetAt = remember((key: string): ReadonlySet<string> => new Set(wordsAt(key)));

/** The groups of a release by name, their members as the table has them. */
const groupsAt = remember((version: SystemdVersion): ReadonlyMap<string, string> => {
  const groups: readonly { name: string; members: string; since?: SystemdVersion }[] = data.systemCallGroups;
  return new Map(groups.filter(({ since = 0 }) => since <= version).map(({ name, members }) => [name, members]));
});

/** Members are `name`, `name>=254` (from there on) or `name<258` (until before). */
function membersAt(members: string, version: SystemdVersion): string[] {
  return members.split(" ").flatMap(member => {
    const [, name = member, sign, limit] = /^([^<>]+)(>=|<)(\d+)$/.exec(member) ?? [];
    if (sign === undefined) return [name];
    return version >= Number(limit) === (sign === ">=") ? [name] : [];
  });
}
