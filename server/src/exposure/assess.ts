/** How each sort of assessment is made: from a unit's confinement to its badness. systemd: assess_*(), src/analyze/analyze-security.c */
import { remember } from "../catalog/lazy.ts";
import type { Confinement } from "./confinement.ts";
import { callLeft } from "./system-calls.ts";
import type { ExposureRow } from "./table.ts";

/** The outcome: 0 is best, the row's range worst; undefined where the question makes no sense for the unit. */
export interface Outcome {
  readonly badness: number | undefined;
  /** In our words, where good or bad is not all that there is to say. */
  readonly remark?: string;
}

type Assess = (confinement: Confinement, row: ExposureRow) => Outcome;

/** Assesses one row. Throws a RangeError for a sort of assessment that this program does not know. */
export function assess(confinement: Confinement, row: ExposureRow): Outcome {
  const by = assessments[row.assess];
  if (by === undefined) throw new RangeError(`no assessment ${row.assess}`);
  return by(confinement, row);
}

const assessments: Readonly<Record<string, Assess>> = {
  bool: ({ on }, { field, subject = "" }) => judged(on.has(subject) === (field === "Delegate")),
  user: assessUser,
  "supplementary-groups": at => (isPrivileged(at) ? notApplicable : judged(at.supplementaryGroups)),
  "remove-ipc": assessRemoveIpc,
  "protect-home": ({ words }) => graded(homes, words.get("ProtectHome")),
  "protect-system": ({ words }) => graded(systems, words.get("ProtectSystem")),
  "root-directory": ({ rooted }) => judged(!rooted),
  "capability-bounding-set": ({ capabilities }, { subject = "" }) =>
    judged(namesIn(subject).some(name => capabilities.has(name))),
  umask: ({ umask }) => assessUmask(umask),
  "keyring-mode": ({ words }) => judged(words.get("KeyringMode") !== "private"),
  "protect-proc": ({ words }) => graded(processLists, words.get("ProtectProc")),
  "proc-subset": ({ words }) => judged(words.get("ProcSubset") !== "pid"),
  "notify-access": ({ words }) => judged(words.get("NotifyAccess") === "all"),
  "restrict-namespaces": ({ namespaces }, { subject = "" }) => judged(namespaces.has(subject)),
  "system-call-architectures": assessArchitectures,
  "system-call-filter": assessCalls,
  "ip-address-allow": ({ ip }) => networks[ip],
  "device-allow": ({ devices }) => deviceLists[devices],
  "ambient-capabilities": at => judged(at.ambientCapabilities),
};

const namesIn = remember((subject: string): readonly string[] => subject.split(" "));

const notApplicable: Outcome = { badness: undefined };

function judged(isBad: boolean): Outcome {
  return { badness: isBad ? 1 : 0 };
}

/** Whether processes run as root as far as the unit says. */
function isPrivileged({ user, dynamicUser, manager, version }: Confinement): boolean {
  if (manager === "user" && version >= userScopeSince) return false;
  return isRoot(user) || (!dynamicUser && user === "");
}

/** The release that tells services of users from those of the system. */
const userScopeSince = 262;

function isRoot(user: string): boolean {
  return user === "0" || user === "root";
}

function assessUser({ user, dynamicUser, manager, version }: Confinement): Outcome {
  if (user === "nobody") return { badness: 9, remark: "Runs as nobody, whose files other services may share" };
  if (dynamicUser && !isRoot(user)) return { badness: 0, remark: "Runs as a user that exists while it runs" };
  if (user !== "" && !isRoot(user)) return { badness: 0, remark: "Runs as a user of its own" };
  if (manager === "user" && version >= userScopeSince) return { badness: 0, remark: "Runs as whoever logs in" };
  return { badness: 10 };
}

function assessRemoveIpc(at: Confinement): Outcome {
  if (at.manager === "user" && at.version >= userScopeSince)
    return { badness: undefined, remark: "User managers do not clean up IPC objects" };
  return isPrivileged(at) ? notApplicable : judged(!at.on.has("remove_ipc"));
}

/** Badness by word; the row without a word is for all others. */
interface Grades {
  readonly of: Readonly<Record<string, Outcome>>;
  readonly otherwise: Outcome;
}

function graded({ of, otherwise }: Grades, word: string | undefined): Outcome {
  return (word === undefined ? undefined : of[word]) ?? otherwise;
}

const homes: Grades = {
  of: {
    yes: { badness: 0, remark: "Home directories are out of sight" },
    tmpfs: { badness: 1, remark: "Home directories look empty" },
    "read-only": { badness: 5, remark: "Home directories can be read, not written" },
  },
  otherwise: { badness: 10, remark: "Home directories can be read and written" },
};

const systems: Grades = {
  of: {
    strict: { badness: 0, remark: "The whole file system is read-only, but for what the unit opens" },
    full: { badness: 3, remark: "/usr, /boot and /etc are read-only" },
    yes: { badness: 5, remark: "/usr and /boot are read-only, /etc is not" },
  },
  otherwise: { badness: 10, remark: "The system's own files are as writable as their modes say" },
};

const processLists: Grades = {
  of: {
    noaccess: { badness: 1, remark: "/proc shows other users' processes without details" },
    invisible: { badness: 0, remark: "/proc hides other users' processes" },
    ptraceable: { badness: 0, remark: "/proc shows only processes that may be traced" },
  },
  otherwise: { badness: 3, remark: "/proc shows everybody's processes" },
};

const masks: readonly (readonly [bit: number, outcome: Outcome])[] = [
  [0o002, { badness: 10, remark: "New files are writable by everybody" }],
  [0o004, { badness: 5, remark: "New files are readable by everybody" }],
  [0o020, { badness: 2, remark: "New files are writable by their group" }],
  [0o040, { badness: 1, remark: "New files are readable by their group" }],
];

function assessUmask(umask: number): Outcome {
  const open = masks.find(([bit]) => (umask & bit) === 0);
  return open?.[1] ?? { badness: 0, remark: "New files belong to the service's user alone" };
}

function assessArchitectures({ callArchitectures: names }: Confinement): Outcome {
  if (names.size === 0) return { badness: 10, remark: "System calls of foreign architectures are allowed" };
  if (names.size === 1 && names.has("native"))
    return { badness: 0, remark: "Only system calls of the machine's own architecture are allowed" };
  return { badness: 8, remark: "System calls of several architectures are allowed" };
}

function assessCalls({ calls, version }: Confinement, { subject = "" }: ExposureRow): Outcome {
  if (calls === undefined) return { badness: 10, remark: "System calls are not filtered" };
  const left = callLeft(calls, subject, version);
  if (left === undefined) return { badness: 0, remark: `System calls of ${subject} are forbidden` };
  const remark = `System calls of ${subject} are filtered, but ${left} is allowed`;
  return { badness: calls.allows ? 9 : 10, remark };
}

const networks: Readonly<Record<Confinement["ip"], Outcome>> = {
  program: { badness: 0, remark: "A BPF program of the unit decides on traffic" },
  none: { badness: 0, remark: "All traffic over IP is blocked" },
  localhost: { badness: 2, remark: "Traffic over IP stays on this machine" },
  some: { badness: 5, remark: "Traffic over IP is limited to a list of networks" },
  open: { badness: 10, remark: "Traffic over IP is allowed to any network" },
};

const deviceLists: Readonly<Record<Confinement["devices"], Outcome>> = {
  pseudo: { badness: 0, remark: "Only pseudo devices such as /dev/null can be opened" },
  some: { badness: 5, remark: "Only listed devices can be opened" },
  open: { badness: 10, remark: "No list says which devices can be opened" },
};
