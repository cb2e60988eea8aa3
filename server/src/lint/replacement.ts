/** What to say, and to do, about a directive that another one replaced. */
import type { Directive } from "../catalog/directive.ts";
import type { Assignment } from "../model/assignment.ts";
import type { UnitFile } from "../model/unit-file.ts";
import type { Fix } from "./finding.ts";

/** The end of a message: what to use instead, and whether the value has to change. */
export function useInstead({ section, replacedBy }: Directive): string {
  const to = replacedBy?.to;
  if (to === undefined) return "";
  const place = to.section === section ? "" : ` in [${to.section}]`;
  return `; use ${to.name}=${place}${replacedBy?.values === "different" ? ", with another value" : ""}`;
}

/** Renames the directive where it stays in its section and keeps its value; safe where systemd still honours the old name. */
export function replacementFix(
  { entry, section, directive }: Assignment,
  { source }: UnitFile,
  safety: Fix["safety"] = "unsafe",
): Fix[] {
  const to = directive?.replacedBy?.to;
  if (to === undefined || to.section !== section || directive?.replacedBy?.values !== "same") return [];
  const edits = [{ file: source, edits: [{ span: entry.key.span, text: to.name }] }];
  return [{ title: `Rename to ${to.name}=`, safety, edits }];
}
