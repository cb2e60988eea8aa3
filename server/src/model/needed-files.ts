/** The files without which the commands of a unit cannot do their work. */
import type { SectionName } from "../catalog/directive.ts";
import type { Span } from "../text/span.ts";
import type { Command } from "../values/command.ts";
import type { PlacedCommand } from "./commands.ts";
import type { Place } from "./place.ts";
import type { PlacedAssignment, Settings } from "./setting.ts";

/** A command whose program is named. */
export interface NamedCommand extends PlacedCommand {
  /** Its program as written, in the logical value. */
  readonly span: Span;
}

/** A file without which a command cannot do its work. */
export interface NeededFile {
  readonly path: string;
  /** The interpreter that reads it, where it is not run itself. */
  readonly reader?: string;
  readonly place: Place;
}

/** All commands whose programs are named, in the order in which systemd comes to them. */
export function namedCommands(settings: Settings, section: SectionName): readonly NamedCommand[] {
  return commandNames.flatMap(name => settings.of(section, name)?.effective.flatMap(commandsIn) ?? []);
}

const commandNames = [
  "ExecCondition",
  "ExecStartPre",
  "ExecStart",
  "ExecStartPost",
  "ExecReload",
  "ExecReloadPost",
  "ExecStop",
  "ExecStopPre",
  "ExecStopPost",
];

/** Those that a shell runs name no program. */
function commandsIn(at: PlacedAssignment): readonly NamedCommand[] {
  const value = at.parsed?.value;
  if (!Array.isArray(value)) return [];
  const spans = at.parsed?.parts.filter(({ kind }) => kind === "command") ?? [];
  const named = value.filter(isCommand).filter(({ flags }) => !flags.includes("via-shell"));
  return named.flatMap((command, i) => {
    const span = spans[i]?.span;
    return span === undefined ? [] : [{ command, at, span }];
  });
}

function isCommand(value: unknown): value is Command {
  return typeof value === "object" && value !== null && "argv" in value;
}

/** The program by its path, and what an interpreter is told to read. */
export function neededFiles({ command, at, span }: NamedCommand): readonly NeededFile[] {
  const { path, argv } = command;
  const program = path.startsWith("/") ? [{ path, place: placeOf(at, span) }] : [];
  const reader = path.slice(path.lastIndexOf("/") + 1);
  const script = interpreters.test(reader) ? argv[1] : reader === "java" && argv[1] === "-jar" ? argv[2] : undefined;
  if (script === undefined || !/^\/[^$]/.test(script) || script.includes("/../")) return program;
  return [...program, { path: script, reader, place: placeOf(at, wordSpan(at, script, span)) }];
}

const interpreters = /^(?:env|(?:ba|da|k|z)?sh|python[\d.]*|perl[\d.]*|ruby[\d.]*|php[\d.]*|node|nodejs)$/;

/** Where a word stands behind the program; the program where specifiers or escapes hide it. */
function wordSpan({ entry }: PlacedAssignment, word: string, program: Span): Span {
  const start = entry.value.text.indexOf(word, program.end);
  return start < 0 ? program : { start, end: start + word.length };
}

function placeOf({ file, entry }: PlacedAssignment, span: Span): Place {
  return { file, line: entry, span: entry.value.toSource(span) };
}
