/** Paths that a unit needs for itself, and that its own sandbox keeps from it. systemd: exec_invoke(), src/core/exec-invoke.c */
import { type NamedCommand, type NeededFile, namedCommands, neededFiles } from "../needed-files.ts";
import { type Place, valuePlace } from "../place.ts";
import { lastOf, textOf } from "../reading.ts";
import { presentPath, type SandboxMount, type SandboxSubject } from "./mount.ts";
import { hasOpenSpecifier, hiddenBy, writeBarrier } from "./sandbox.ts";

/** One path that is not there, or cannot be written, where the unit needs it. */
export interface LostPath {
  readonly place: Place;
  /** What does not work, as the beginning of a sentence. */
  readonly problem: string;
  /** What hides it. */
  readonly mount: SandboxMount;
  /** What follows, in words. */
  readonly effect: string;
}

/** All of them, in the order in which they come to light. */
export function lostPaths(subject: SandboxSubject, mounts: readonly SandboxMount[]): readonly LostPath[] {
  const commands = namedCommands(subject.settings, subject.section);
  const sandboxed = commands.filter(({ command }) => !command.flags.includes("full-privileges"));
  const judged = sandboxed.filter(({ at }) => !hasOpenSpecifier(at, subject.manager));
  const lost = judged.flatMap(command => lostFiles(command, mounts, command === commands[0]));
  const folder = sandboxed.length > 0 ? lostFolder(subject, mounts) : undefined;
  const pidFile = sandboxed.length === commands.length ? lostPidFile(subject, mounts) : undefined;
  return [...lost, ...[folder, pidFile].filter(path => path !== undefined)];
}

/** What an earlier command may have put into a temporary folder is there. */
function lostFiles(placed: NamedCommand, mounts: readonly SandboxMount[], isFirst: boolean): readonly LostPath[] {
  return neededFiles(placed).flatMap(file => {
    const mount = hiddenBy(mounts, presentPath(file.path), true);
    if (mount === undefined || (!isFirst && isTemporary(mount))) return [];
    return [{ place: file.place, mount, ...tell(placed, file) }];
  });
}

function isTemporary({ path }: SandboxMount): boolean {
  return path === "/tmp" || path === "/var/tmp";
}

function tell({ command, at }: NamedCommand, { path, reader }: NeededFile): Pick<LostPath, "problem" | "effect"> {
  const name = at.entry.key.text;
  const ignored = command.flags.includes("ignore-failure");
  if (reader !== undefined) {
    const effect = `${reader} fails when it is started${ignored ? ", and nobody is told" : ""}`;
    return { problem: `${name}= tells ${reader} to read ${path}, which is not there`, effect };
  }
  const status = "the command fails with status 203/EXEC when it is started";
  return {
    problem: `${name}= cannot execute ${path}`,
    effect: ignored ? `${status}, and nobody is told` : status,
  };
}

/** A folder that may be missing is none that is needed. */
function lostFolder(
  { settings, section, manager }: SandboxSubject,
  mounts: readonly SandboxMount[],
): LostPath | undefined {
  const at = lastOf(settings, section, "WorkingDirectory");
  const path = textOf(settings, section, "WorkingDirectory") ?? "";
  if (at === undefined || !path.startsWith("/") || hasOpenSpecifier(at, manager)) return undefined;
  const mount = hiddenBy(mounts, presentPath(path));
  if (mount === undefined) return undefined;
  const effect = "every command fails with status 200/CHDIR when it is started";
  return { place: valuePlace(at), problem: `No command can start in WorkingDirectory=${path}`, mount, effect };
}

/** Only of a service that forks systemd waits for the file. */
function lostPidFile(
  { settings, section, manager }: SandboxSubject,
  mounts: readonly SandboxMount[],
): LostPath | undefined {
  const at = lastOf(settings, section, "PIDFile");
  const path = textOf(settings, section, "PIDFile") ?? "";
  if (at === undefined || path === "" || textOf(settings, section, "Type") !== "forking") return undefined;
  const mount = hasOpenSpecifier(at, manager) ? undefined : writeBarrier(mounts, presentPath(path));
  if (mount === undefined) return undefined;
  const effect = "the start of the service times out, as the file never appears";
  return { place: valuePlace(at), problem: `The service cannot write PIDFile=${path}`, mount, effect };
}
