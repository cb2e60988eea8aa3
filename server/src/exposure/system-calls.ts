/** Filters of system calls. systemd: config_parse_syscall_filter(), src/core/load-fragment.c; seccomp_parse_syscall_filter(), src/shared/seccomp-util.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import { systemCallGroup, systemCalls } from "../catalog/enums.ts";
import { remember } from "../catalog/lazy.ts";
import { isInvertible } from "./replay.ts";
import { nativeCalls } from "./table.ts";

/** What SystemCallFilter= comes to. */
export interface CallFilter {
  /** Whether the calls are those that are allowed, or those that are forbidden. */
  readonly allows: boolean;
  readonly calls: ReadonlySet<string>;
}

/** The first list says what its calls are; later ones add to it or take away from it. Undefined where nothing is filtered. */
export function callFilter(values: readonly unknown[], version: SystemdVersion): CallFilter | undefined {
  let filter: { allows: boolean; calls: Set<string>; refused: Set<string> } | undefined;
  for (const value of values) {
    if (!isInvertible(value)) {
      filter = undefined;
      continue;
    }
    const { inverted, words } = value;
    filter ??= {
      allows: !inverted,
      calls: new Set(inverted ? [] : callsIn("@default", version)),
      refused: new Set(),
    };
    for (const word of words) apply(filter, word, inverted, version);
  }
  return filter === undefined || (!filter.allows && filter.calls.size === 0) ? undefined : filter;
}

interface Draft {
  readonly allows: boolean;
  readonly calls: Set<string>;
}

/** What is forbidden with an error of its own within a list of allowed calls is not allowed either. */
function apply({ allows, calls }: Draft, word: string, inverted: boolean, version: SystemdVersion): void {
  const [name = "", error] = word.split(":", 2);
  if (!inverted && error !== undefined) return;
  for (const call of callsIn(name, version)) {
    if (inverted === allows) calls.delete(call);
    else calls.add(call);
  }
}

/** A call that a list does not rule out although the group holds it; undefined where all that a PC knows are ruled out. */
export function callLeft(filter: CallFilter, group: string, version: SystemdVersion): string | undefined {
  return callsIn(group, version).find(call => nativeCalls().has(call) && filter.calls.has(call) === filter.allows);
}

/** The calls of a group and of the groups in it, or the one call. */
function callsIn(name: string, version: SystemdVersion): readonly string[] {
  return name.startsWith("@") ? membersAt(`${name} ${version}`) : [name];
}

const membersAt = remember((key: string): readonly string[] => {
  const [name = "", version] = key.split(" ");
  const members = systemCallGroup(name, Number(version)) ?? [];
  const known = systemCalls();
  return members
    .flatMap(member => (member.startsWith("@") ? callsIn(member, Number(version)) : [member]))
    .filter(call => known.has(call));
});
