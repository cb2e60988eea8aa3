/** Hover over a condition or an assertion: what must hold, and what happens where it does not. */
import { expandCertain } from "../../values/certain-specifiers.ts";
import { readSigns } from "../../values/condition.ts";
import { type Sentence, say } from "./markup.ts";
import type { Describe } from "./piece.ts";

/** One sentence, as systemd will decide when the unit is to start. */
export const describeCondition: Describe = ({ directive: { name }, assignment, context }) => {
  const { text } = assignment.entry.value;
  const [, kind = "", subject = ""] = /^(Condition|Assert)(.*)$/.exec(name) ?? [];
  const words = sentences[subject];
  if (words === undefined) return [];
  if (text === "") return [[`Clears the ${kind === "Assert" ? "assertions" : "conditions"} above`]];
  const { trigger, negate, from } = readSigns(text, subject.startsWith("Path") ? "keep" : "skip");
  const value = expandCertain(text.slice(from), context);
  const [before, behind = ""] = words.split("…");
  const what = words.includes("…") ? say`${[before ?? ""]}${value}${[behind]}` : [wordsOfBoolean(words, value)];
  return [...(trigger ? [triggered(kind)] : []), outcome(kind, negate, what)];
};

function triggered(kind: string): Sentence {
  return say`${"|"}: of all ${[kind === "Assert" ? "assertions" : "conditions"]} with this sign, one is enough`;
}

function outcome(kind: string, negate: boolean, what: Sentence): Sentence {
  const where = negate ? "unless" : "if";
  return kind === "Assert"
    ? say`Starting the unit fails ${[negate ? "if" : "unless"]} ${what}`
    : say`The unit only starts ${[where]} ${what}; else it is skipped, which is no failure`;
}

/** `A|B`: what yes means, what no means. */
function wordsOfBoolean(words: string, value: string): string {
  const [yes = "", no = ""] = words.split("|");
  return /^(?:0|no|n|false|f|off)$/i.test(value) ? no : yes;
}

/** What a condition says of the text behind its signs, `…`. */
const sentences: Readonly<Record<string, string>> = {
  ACPower: "the machine is on mains power|the machine is on battery power",
  Architecture: "the machine's architecture is …",
  CPUFeature: "the processor has the feature …",
  CPUPressure: "processes had to wait for processors no more than …",
  CPUs: "the number of processors is …",
  Capability: "systemd may hand out the capability …",
  ControlGroupController: "these controllers of control groups are there: …",
  Credential: "systemd was handed a credential called …",
  DirectoryNotEmpty: "the folder … is there and not empty",
  Environment: "the service manager has the environment variable …",
  FileIsExecutable: "… is a file that may be executed",
  FileNotEmpty: "the file … is there and not empty",
  Firmware: "the machine's firmware is or has …",
  FirstBoot: "this is the first boot of the system|this is not the first boot of the system",
  Fraction: "the machine belongs to this share of all machines: …",
  Group: "the service manager runs in the group …",
  Host: "the host name, the machine ID or the boot ID matches …",
  IOPressure: "processes had to wait for disks no more than …",
  KernelCommandLine: "the kernel was booted with … on its command line",
  KernelModuleLoaded: "the kernel module … is loaded",
  KernelVersion: "the kernel's release satisfies …",
  MachineTag: "the machine carries the tag …",
  Memory: "the memory of the machine is …",
  MemoryPressure: "processes had to wait for memory no more than …",
  NeedsUpdate: "… is older than the system in /usr",
  OSRelease: "os-release satisfies …",
  PathExists: "… exists",
  PathExistsGlob: "something matches …",
  PathIsDirectory: "… is a folder",
  PathIsEncrypted: "the file system of … is encrypted",
  PathIsMountPoint: "… is a mount point",
  PathIsReadWrite: "the file system of … may be written to",
  PathIsSocket: "… is a socket",
  PathIsSymbolicLink: "… is a symbolic link",
  Security: "the system has the security technology …",
  User: "the service manager runs as the user …",
  Version: "the release of systemd or the kernel satisfies …",
  Virtualization: "the system runs in a virtual machine or container of this kind: …",
};
