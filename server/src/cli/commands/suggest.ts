/** `unitlint security --suggest UNIT…`: a drop-in that confines a service further, with what it brings. */
import { exposureText } from "../../exposure/exposure.ts";
import type { Policy } from "../../exposure/policy.ts";
import { type AdviceLevel, dropInPath, type Suggestion, suggestDropIn } from "../../exposure/suggest.ts";
import { drawsNothingNew } from "../../lint/drawn.ts";
import { rules } from "../../rules/index.ts";
import { type CommandOutput, joinOutputs } from "../command-output.ts";
import type { ExposedUnit, ExposedUnits } from "../exposed-units.ts";
import { printable } from "../terminal.ts";

/** What was asked. */
export interface SuggestArguments {
  readonly level: AdviceLevel;
  readonly policy: Policy | undefined;
  /** Writes a new file; says why it cannot. Absent where the text is only printed. */
  readonly write?: ((path: string, text: string) => string | undefined) | undefined;
}

/** Prints a drop-in for each service, or writes it where it belongs; status 1 where there is nothing to print or to write. */
export function suggest({ units, problems, unread }: ExposedUnits, args: SuggestArguments): CommandOutput {
  const failed = problems.map(problem => output("", problem, 1));
  if (units.length + failed.length + unread().length === 0)
    return output("", "no services here; name a unit or a file", 1);
  return joinOutputs([...failed, ...units.map(unit => suggestOne(unit, args))]);
}

function suggestOne({ unit, set, named }: ExposedUnit, { level, policy, write }: SuggestArguments): CommandOutput {
  if (unit.load === "masked" && !named) return output("", undefined, 0);
  if (unit.type !== "service") return output("", `${unit.id} is no service: nothing is suggested for it`, 1);
  if (unit.load !== "loaded")
    return output("", `${unit.id}: systemd does not load it, so that nothing can be suggested`, 1);
  const { version } = set.catalog;
  const bears = drawsNothingNew(unit, set, rules);
  const suggestion = suggestDropIn(unit, set, { version, manager: set.manager, level, policy, bears });
  if (suggestion.rows.length === 0) return output("", nothingFor(unit.id, suggestion, level), 0);
  const path = dropInPath(unit, set);
  if (write === undefined) return output(suggestion.text, `for ${printable(path)}; --write puts it there`, 0);
  const problem = write(path, suggestion.text);
  if (problem !== undefined) return output("", `${printable(path)} ${problem}`, 2);
  return output(`Wrote ${printable(path)}: exposure of ${unit.id} ${change(suggestion)}\n`, undefined, 0);
}

function nothingFor(id: string, { before }: Suggestion, level: AdviceLevel): string {
  const more = level === "safe" ? "; --level strict goes further" : "";
  return `${id}: nothing to suggest at an exposure of ${exposureText(before)}${more}`;
}

function change({ before, after }: Suggestion): string {
  return `${exposureText(before)} → ${exposureText(after)}`;
}

function output(stdout: string, note: string | undefined, status: CommandOutput["status"]): CommandOutput {
  return { stdout, stderr: note === undefined ? "" : `unitlint: ${note}\n`, status };
}
