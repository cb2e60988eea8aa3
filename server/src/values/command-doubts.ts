/** What systemd accepts in a command, though it cannot be meant. */
import { programDoubt } from "./command.ts";
import type { ValueProblem } from "./kind.ts";
import { asShellCommand } from "./shell-advice.ts";
import { type CommandWords, type ShellSyntax, shellSyntax } from "./shell-syntax.ts";

/** A command whose end is known. */
export interface DoubtedCommand extends CommandWords {
  /** Whether a shell could run it as it stands: it is the only one, and no prefix changes what its words mean. */
  readonly rewritable: boolean;
}

/** The problem that nobody but us tells, if there is one. */
export function commandDoubts(command: DoubtedCommand): readonly ValueProblem[] {
  const doubt = programDoubt(command.program);
  if (doubt !== undefined)
    return [{ message: doubt, span: command.named.span(), consequence: "silent", rule: "unchecked-value" }];
  const found = shellSyntax(command);
  if (found === undefined) return [];
  const remedy = command.rewritable ? remedyFor(found, command) : undefined;
  return [
    {
      message: found.message,
      span: found.word.span(),
      consequence: "silent",
      rule: "shell-syntax-in-exec",
      ...(remedy !== undefined && { remedy }),
    },
  ];
}

function remedyFor({ remedy }: ShellSyntax, { named, text }: DoubtedCommand): ValueProblem["remedy"] {
  if (remedy !== undefined) return remedy === "none" ? undefined : remedy;
  const span = { start: named.span().start, end: text.length };
  const line = asShellCommand(text.slice(span.start));
  return line === undefined ? undefined : { title: "Let a shell run it", span, text: line };
}
