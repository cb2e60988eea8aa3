/** The commands of a unit, and where they stand. */
import type { Command } from "../values/command.ts";
import { type Program, programsOf } from "../values/programs.ts";
import { assignmentPlace, type Place } from "./place.ts";
import { rememberLast } from "./remember-last.ts";
import type { PlacedAssignment, Settings } from "./setting.ts";

/** A command that counts. */
export interface PlacedCommand {
  readonly command: Command;
  readonly at: PlacedAssignment;
}

/** A program that a command runs. */
export interface PlacedProgram extends Program {
  readonly at: PlacedAssignment;
}

/** All commands of a unit, in the order of its settings. */
export const commandsOf: (settings: Settings) => readonly PlacedCommand[] = rememberLast(({ all }) => {
  const found: PlacedCommand[] = [];
  for (const { effective } of all)
    for (const at of effective) if (at.directive.kind === "command-line") found.push(...commandsIn(at));
  return found;
});

/** The programs that they are certain to run. */
export const programsIn: (settings: Settings) => readonly PlacedProgram[] = rememberLast(settings =>
  commandsOf(settings).flatMap(({ command, at }) => programsOf(command).map(program => ({ ...program, at }))),
);

/** Whether - before ExecStart= makes any end of the main process a success. systemd: service_sigchld_event(), src/core/service.c */
export function ignoresFailure(settings: Settings): boolean {
  return commandsOf(settings).some(
    ({ command, at }) => at.directive.name === "ExecStart" && command.flags.includes("ignore-failure"),
  );
}

/** Where a program is named in its command; the whole assignment where it is not written as it is called. */
export function programPlace({ name, at }: Pick<PlacedProgram, "name" | "at">): Place {
  return commandWordPlace(at, new RegExp(`(?<![\\w.-])${escaped(name)}(?![\\w./-])`));
}

/** Where a word stands among the arguments of commands, also within a line of shell; the whole assignment where it is hidden. */
export function argumentPlace(at: PlacedAssignment, word: string): Place {
  return commandWordPlace(at, new RegExp(`(?<![^\\s"'])${escaped(word)}(?![^\\s"';&|])`));
}

function commandWordPlace(at: PlacedAssignment, pattern: RegExp): Place {
  const { file, entry } = at;
  for (const { kind, span } of at.parsed?.parts ?? []) {
    if (kind !== "command" && kind !== "argument") continue;
    const match = entry.value.text.slice(span.start, span.end).match(pattern);
    if (match?.index === undefined) continue;
    const start = span.start + match.index;
    return { file, line: entry, span: entry.value.toSource({ start, end: start + match[0].length }) };
  }
  return assignmentPlace(at);
}

function escaped(name: string): string {
  return name.replaceAll(/[^\w-]/g, "\\$&");
}

function commandsIn(at: PlacedAssignment): readonly PlacedCommand[] {
  const value = at.parsed?.value;
  return Array.isArray(value) ? value.map((command: Command) => ({ command, at })) : [];
}
