/**
 * Kinds that are a word of a table, for what surrounds the processes of a unit. The tables are those of systemd 252, 257 and 262; `since` is the
 * release whose NEWS tells of the word. What was a plain boolean in older releases has no word that they know.
 * systemd: the `…_table[]` of src/core/{namespace,execute}.c; mount_propagation_flag_from_string(), src/basic/mountpoint-util.c;
 * personality_from_string(), src/basic/process-util.c
 */
import { wordsOf } from "../../catalog/enums.ts";
import { architectureAliases } from "../architecture.ts";
import { enumeration } from "../enumeration.ts";
import type { ValueKind } from "../kind.ts";

const yes = "yes true on y t 1";
const no = "no false off n f 0 never";
const plain = { yes: "yes", no: "no" };

const namespaces: readonly ValueKind[] = [
  enumeration({
    id: "protect-home",
    words: ["read-only", "tmpfs"],
    boolean: plain,
    usual: { "ro readonly read": "read-only", "full strict": "yes", empty: "tmpfs" },
  }),
  enumeration({
    id: "protect-system",
    words: ["full", "strict"],
    boolean: plain,
    usual: { "all everything": "strict", "read-only ro": "strict" },
  }),
  enumeration({
    id: "protect-control-groups",
    words: [
      { word: "private", since: 257 },
      { word: "strict", since: 257 },
    ],
    boolean: plain,
    usual: { "read-only ro full": "yes" },
  }),
  enumeration({
    id: "protect-proc",
    words: ["default", "noaccess", "invisible", "ptraceable"],
    usual: { [`${no} none`]: "default", [`${yes} hidden`]: "invisible", "no-access none": "noaccess" },
  }),
  enumeration({
    id: "proc-subset",
    words: ["all", "pid"],
    usual: { [`${no} default`]: "all", [`${yes} pids`]: "pid" },
  }),
  enumeration({
    id: "private-tmp",
    words: [
      { word: "connected", since: 257 },
      { word: "disconnected", since: 257 },
    ],
    boolean: { yes: "connected", no: "no" },
  }),
  enumeration({
    id: "private-users",
    words: [
      { word: "self", since: 257 },
      { word: "identity", since: 257 },
      { word: "full", since: 258 },
      { word: "managed", since: 260 },
    ],
    boolean: { yes: "self", no: "no" },
    usual: { "identical id": "identity" },
  }),
  enumeration({ id: "private-pids", words: [], boolean: plain }),
  enumeration({ id: "private-bpf", words: [], boolean: plain }),
  enumeration({
    id: "mount-propagation",
    empty: "resets",
    words: ["shared", "slave", "private"],
    usual: { rshared: "shared", rslave: "slave", rprivate: "private" },
  }),
];

const processes: readonly ValueKind[] = [
  enumeration({
    id: "keyring-mode",
    words: ["inherit", "private", "shared"],
    usual: { [`${no} none`]: "inherit", [yes]: "private" },
  }),
  enumeration({ id: "utmp-mode", words: ["init", "login", "user"] }),
  enumeration({
    id: "memory-thp",
    words: ["inherit", "disable", "madvise", "system"],
    usual: { [`${no} disabled`]: "disable", "default auto": "inherit" },
  }),
  // Of these only the host's own architecture and its 32-bit sister are honoured; which they are is not known here.
  enumeration({
    id: "personality",
    empty: "resets",
    describe: "an architecture of the host such as x86 or x86-64",
    words: version => wordsOf("architectures", version),
    usual: { ...architectureAliases, "x32 linux32 32bit x86-32": "x86" },
  }),
];

export const sandboxEnumerations: readonly ValueKind[] = [...namespaces, ...processes];
