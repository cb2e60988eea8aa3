/** Hints behind specifiers and names of templates: what they come to in this unit. */
import { nameMeant } from "../../model/named-unit.ts";
import { expandCertain, isGeneric } from "../../values/certain-specifiers.ts";
import { partsOf, type TargetPart } from "../target.ts";
import type { HintedAssignment, InlayHint } from "./hint.ts";

/** Only what the unit's name and manager decide; what hosts and instances decide has no hint. */
export function nameHints(hinted: HintedAssignment): readonly InlayHint[] {
  const parts = partsOf(hinted.assignment);
  const units = parts.filter(({ kind }) => kind === "unit-name");
  const isInUnit = ({ logical }: TargetPart) =>
    units.some(unit => unit.logical.start <= logical.start && logical.end <= unit.logical.end);
  return [
    ...units.flatMap(part => unitHint(part, hinted)),
    ...parts.flatMap(part => (part.kind === "specifier" && !isInUnit(part) ? specifierHint(part, hinted) : [])),
  ];
}

/** The whole name, where a template or a specifier stands in it. */
function unitHint({ text, span }: TargetPart, { file, context }: HintedAssignment): readonly InlayHint[] {
  if (!/@\.|%/.test(text) || context.section === "Install" || file.unit === undefined) return [];
  const name = nameMeant(text, context, file.unit);
  const label = isGeneric(context) ? name?.replace(`@${file.unit.instance}.`, "@%i.") : name;
  if (label === undefined || label === text) return [];
  return [{ offset: span.end, label, tooltip: `${text} stands for ${label}` }];
}

function specifierHint({ text, span }: TargetPart, { context }: HintedAssignment): readonly InlayHint[] {
  const value = expandCertain(text, context);
  if (value === text || value === "") return [];
  return [{ offset: span.end, label: value, tooltip: `${text} stands for ${value}` }];
}
