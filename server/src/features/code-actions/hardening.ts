/** Lowering the exposure of a service, as `unitlint security --suggest` advises. */
import { exposureOf } from "../../exposure/exposure.ts";
import { dropInPath, maySuggest, type SuggestOptions, suggestDropIn } from "../../exposure/suggest.ts";
import { drawsNothingNew } from "../../lint/drawn.ts";
import type { Unit } from "../../model/unit.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import { rules } from "../../rules/index.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import type { WorkspaceFile } from "../../workspace/snapshot.ts";
import { linesBehind } from "../exposure-report/change.ts";
import { type Change, type CodeAction, editing } from "./action.ts";
import type { ActionRequest } from "./request.ts";

/** At the header of [Service], where the exposure is not low yet: a drop-in, or the same lines here. What to write is found out when it is asked for. */
export function hardeningActions(request: ActionRequest): readonly CodeAction[] {
  const { file, block, line } = request;
  const { unit, set, unitFile } = file;
  if (line?.kind !== "header" || block?.section !== "Service" || block.role !== "known") return [];
  if (unit?.type !== "service" || unit.load !== "loaded" || unitFile.stop !== undefined) return [];
  const { tenths } = exposureOf(unit, { version: set.catalog.version, manager: set.manager });
  if (tenths < MEDIUM || !maySuggest(unit, set, optionsFor(set))) return [];
  const name = unitFile.name.unit;
  const here = editing("refactor", `Harden ${name} here`, file.source, () => linesHere(request, unit));
  const change = () => dropIn(file, unit);
  const title = `Harden ${name} by a drop-in`;
  return [{ title, kind: "refactor", isPreferred: false, creates: true, change }, here];
}

/** In tenths. systemd: badness_table, src/analyze/analyze-security.c */
const MEDIUM = 50;

function dropIn(file: WorkspaceFile, unit: Unit): Change {
  const text = suggested(file, unit);
  return { edits: [], created: text === "" ? [] : [{ path: dropInPath(unit, file.set), text }] };
}

/** What the drop-in would hold below its header, behind what stands in the section. */
function linesHere({ file, block, line }: ActionRequest, unit: Unit): TextEdit[] {
  const [, lines = ""] = suggested(file, unit).split("[Service]\n");
  const last = block?.assignments.at(-1)?.entry ?? line;
  if (lines === "" || last === undefined) return [];
  return [linesBehind(file.source, last.span.end, `\n${lines}`)];
}

/** Empty where there is nothing to suggest. */
function suggested({ set }: WorkspaceFile, unit: Unit): string {
  const bears = drawsNothingNew(unit, set, rules);
  return suggestDropIn(unit, set, { ...optionsFor(set), bears }).text;
}

function optionsFor({ catalog, manager }: UnitSet): SuggestOptions {
  return { version: catalog.version, manager, level: "safe" };
}
