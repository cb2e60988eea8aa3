/** Hover over a command line: what systemd hands to the program, and what the prefixes ask for. */

import { expandCertain, inHome } from "../../values/certain-specifiers.ts";
import type { Command, CommandFlag } from "../../values/command.ts";
import { readCommandLine } from "../../values/command-reader.ts";
import { plainly, type Sentence, say } from "./markup.ts";
import { lookUp } from "./path.ts";
import type { Describe, Piece } from "./piece.ts";

/** The program with its arguments, and its prefixes; of several commands the one that is pointed at. */
export const describeCommand: Describe = piece => {
  const { assignment, part, context } = piece;
  if (assignment.entry.value.text === "") return [["Clears the commands above"]];
  if (part?.kind === "operator") return [say`${";"} ends a command; the next one runs after it`];
  const command = commandAt(piece);
  if (command === undefined) return [];
  const { flags } = command;
  const [path = "", ...argv] = [command.path, ...command.argv].map(word => inHome(word, context));
  const shown = argv.slice(0, MOST).map((word, i) => say`${`argv[${i}]`} ${word === "" ? [" (empty)"] : say`${word}`}`);
  const rest = argv.length - shown.length;
  return [
    say`Runs ${path}`,
    { items: [...shown, ...(rest > 0 ? [plainly(`${rest} more`)] : [])] },
    ...(flags.length === 0 ? [] : [{ items: flags.map(flag => prefixes[flag]) }]),
    ...(part?.kind === "command" && path.startsWith("/") ? lookUp(path, piece.snapshot) : []),
  ];
};

const MOST = 30;

/** What each prefix asks for. */
const prefixes: Readonly<Record<CommandFlag, Sentence>> = {
  "ignore-failure": say`${"-"} a failure counts as success`,
  "own-argv0": say`${"@"} the word behind the program is its argv[0]`,
  "no-variables": say`${":"} variables are not replaced`,
  "via-shell": say`${"|"} runs in the user's shell`,
  "full-privileges": say`${"+"} runs as root, without the confinement of the unit`,
  "keep-user": say`${"!"} stays root in spite of User=, all other confinement holds`,
  ambient: say`${"!!"} as ${"!"}, but only where the kernel lacks ambient capabilities`,
};

function commandAt(piece: Piece): Command | undefined {
  const { assignment, context, part } = piece;
  const parts = assignment.parsed?.parts ?? [];
  const text = assignment.entry.value.text;
  let index = 0;
  let filled = false;
  for (const other of parts) {
    if (part !== undefined && other.span.start > part.logical.start) break;
    if (other.kind !== "operator") filled = true;
    else if (filled) {
      index++;
      filled = false;
    }
  }
  return (
    commandsIn(readCommandLine(certain(text, piece), context).value)?.[index] ??
    commandsIn(assignment.parsed?.value)?.[index]
  );
}

/** What is not certain before the unit runs stays as it is written. */
function certain(text: string, { context }: Piece): string {
  return text.replace(/%[A-Za-z]/g, specifier =>
    expandCertain(specifier, context) === specifier ? `%${specifier}` : specifier,
  );
}

function commandsIn(value: unknown): readonly Command[] | undefined {
  return Array.isArray(value) ? value : undefined;
}
