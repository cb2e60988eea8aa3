/** Adding settings that lower a unit's exposure. */
import type { Unit } from "../../model/unit.ts";
import { lineEndOf } from "../../text/line-ends.ts";
import { type CodeAction, editing } from "./action.ts";
import type { ActionRequest } from "./request.ts";

/** A setting that a unit lacks. */
export interface Advice {
  readonly name: string;
  readonly value: string;
  /** What it protects, as the end of a title: `no new privileges`. */
  readonly gain: string;
}

/** One action for each piece of advice, where the header of the section that runs programs stands at the start of the stretch. */
export function hardeningActions(
  { file, block, line }: ActionRequest,
  advise: (unit: Unit) => readonly Advice[],
): readonly CodeAction[] {
  const { unit, unitFile, source } = file;
  if (unit === undefined || line?.kind !== "header" || block?.role !== "known") return [];
  const knows = ({ name }: Advice) => unitFile.catalog.directive(block.section, name) !== undefined;
  const last = block.assignments.at(-1)?.entry ?? line;
  if (last.unfinished) return [];
  const lineEnd = lineEndOf(source);
  const isEnded = /[\r\n\0]$/.test(source.text.slice(0, last.span.end));
  return advise(unit)
    .filter(advice => knows(advice) && unit.settings.of(block.section, advice.name) === undefined)
    .map(({ name, value, gain }) => {
      const text = isEnded ? `${name}=${value}${lineEnd}` : `${lineEnd}${name}=${value}`;
      const edit = { span: { start: last.span.end, end: last.span.end }, text };
      return editing("refactor", `Add ${name}=${value}: ${gain}`, source, () => [edit]);
    });
}
