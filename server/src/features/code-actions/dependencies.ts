/** The other half of a dependency: to wait for what is pulled in, to pull in what is waited for. */
import { addLine } from "../../lint/respell.ts";
import { namedUnits } from "../../model/named-unit.ts";
import type { Unit } from "../../model/unit.ts";
import type { CodeAction } from "./action.ts";
import { type ActionRequest, partAt } from "./request.ts";

/** For the name of a unit at the start of the stretch. */
export function dependencyActions(request: ActionRequest): readonly CodeAction[] {
  const { assignment, file, line } = request;
  const name = partAt(request, "unit-name")?.written;
  const key = assignment?.directive?.name ?? "";
  if (file.unit === undefined || line === undefined || name === undefined || assignment?.section !== "Unit") return [];
  const missing = pulling.includes(key) ? "After" : key === "After" ? "Wants" : undefined;
  if (missing === undefined || isSaid(missing === "After" ? ordering : pulling, name, file.unit)) return [];
  return addLine({ file: file.unitFile, line, span: line.span }, `${missing}=${name}`).map(
    ({ title, edits }): CodeAction => ({
      title,
      kind: "refactor",
      isPreferred: false,
      creates: false,
      change: () => ({ edits, created: [] }),
    }),
  );
}

const pulling: readonly string[] = ["Wants", "Requires", "Requisite", "BindsTo", "Upholds"];
const ordering: readonly string[] = ["After", "Before"];

function isSaid(keys: readonly string[], name: string, unit: Unit): boolean {
  return keys.some(key => namedUnits(unit, "Unit", key).some(({ written }) => written === name));
}
