/** Giving a command line to a shell, where it has what only shells understand. */
import type { Assignment } from "../../model/assignment.ts";
import type { Span } from "../../text/span.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import type { ValuePart } from "../../values/kind.ts";
import { type CodeAction, editing } from "./action.ts";
import { type ActionRequest, findingsOf } from "./request.ts";

/** Wraps the command at the start of the stretch; where a rule tells of it, its fix does that. */
export function shellActions(request: ActionRequest): readonly CodeAction[] {
  const { assignment, file, span } = request;
  if (assignment?.directive?.kind !== "command-line") return [];
  const command = commandAt(assignment, span.start);
  if (command === undefined) return [];
  const { value } = assignment.entry;
  const text = value.text.slice(command.start, command.end);
  if (!shellSyntax.test(withoutQuoted(text)) || shells.test(text)) return [];
  const isFixed = findingsOf(request, ["shell-syntax-in-exec"]).some(
    ({ line, fixes }) => line === assignment.entry && fixes.length > 0,
  );
  if (isFixed) return [];
  return [editing("refactor.rewrite", "Run it by /bin/sh -c '…'", file.source, () => wrapped(assignment, command))];
}

/** Pipes, redirections, lists, substitutions. */
const shellSyntax = /[|<>`]|&(?:&|$)|\$\(/;
/** What runs a shell, or reads a line as one would. */
const shells = /^(?:\S*\/)?(?:ba|da|k|z|fi|c|tc)?sh(?=\s)|^(?:\S*\/)?(?:ssh|su|sudo|runuser)(?=\s)/;

function withoutQuoted(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\./gs, "");
}

/** From the program to the end of the command that holds an offset; undefined where its prefixes want something else. */
function commandAt({ entry: { value }, parsed }: Assignment, offset: number): Span | undefined {
  const parts = parsed?.parts ?? [];
  const isEnd = ({ kind, span }: ValuePart) => kind === "operator" && value.text.slice(span.start, span.end) === ";";
  const programs = parts.filter(({ kind }) => kind === "command");
  const program = programs.findLast(({ span }) => value.toSource(span).start <= offset) ?? programs[0];
  if (program === undefined) return undefined;
  const { start } = program.span;
  const end = parts.find(part => part.span.start >= start && isEnd(part))?.span.start ?? value.text.length;
  const prefix = parts.findLast(({ kind, span }) => kind === "prefix" && span.end === start)?.span;
  if (prefix !== undefined && /[@|]/.test(value.text.slice(prefix.start, prefix.end))) return undefined;
  return { start, end: start + value.text.slice(start, end).trimEnd().length };
}

/** Quotes around it; those inside, and backslashes, get a backslash. What stands on several lines stays there. */
function wrapped({ entry: { value } }: Assignment, { start, end }: Span): TextEdit[] {
  const edits: TextEdit[] = [{ span: before(value.toSource({ start, end }).start), text: "/bin/sh -c '" }];
  for (let at = start; at < end; at++)
    if (/['\\]/.test(value.text.charAt(at)))
      edits.push({ span: before(value.toSource({ start: at, end: at + 1 }).start), text: "\\" });
  const last = value.toSource({ start, end }).end;
  return [...edits, { span: before(last), text: "'" }];
}

function before(offset: number): Span {
  return { start: offset, end: offset };
}
