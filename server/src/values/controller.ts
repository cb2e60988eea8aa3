/** Names of control group controllers. systemd: cgroup_controller_from_string(), src/basic/cgroup-util.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import { sinceOf, wordsOf } from "../catalog/enums.ts";
import type { Vocabulary } from "./word-list.ts";

/** The controllers of both versions of control groups, and those that systemd makes of BPF programs. */
export function controllers(version: SystemdVersion): Vocabulary {
  return {
    noun: "controller",
    allowed: "cpu, cpuset, io, memory, pids or the like",
    words: wordsOf("controllers", version),
    since: word => sinceOf("controllers", word),
    aliases: { blockio: "io", block: "io", mem: "memory", tasks: "pids" },
  };
}
