/** One system call or group of them. systemd: seccomp_parse_syscall_filter(), src/shared/seccomp-util.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import { sinceOf, systemCallGroups, systemCalls } from "../catalog/enums.ts";
import type { Vocabulary } from "./word-list.ts";

/** Names of system calls, exactly as the kernel writes them, and names of groups. */
export function systemCallWords(version: SystemdVersion): Vocabulary {
  const groups = systemCallGroups(version);
  const calls = systemCalls();
  return {
    noun: "system call",
    allowed: "names such as read, or groups such as @system-service",
    words: [...groups, ...calls],
    isKnown: word => (word.startsWith("@") ? groups.includes(word) : calls.has(word)),
    repair: word => repairs(word).find(name => calls.has(name) || groups.includes(name)),
  };
}

/** Groups alone: what somebody may have meant by an unknown one. */
export function systemCallGroupWords(version: SystemdVersion): Vocabulary {
  return {
    ...systemCallWords(version),
    noun: "group of system calls",
    words: systemCallGroups(version),
    since: word => sinceOf("systemCallGroups", word),
  };
}

function repairs(word: string): string[] {
  const lower = word.toLowerCase();
  const bare = lower.replace(/^(?:__nr_|sys_)|\((?:2)?\)$/g, "");
  return [lower, bare, `@${lower}`, `@${lower.replace(/^@?/, "").replaceAll("_", "-")}`];
}
