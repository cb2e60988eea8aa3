/** `--since REV`: the findings that have to do with what changed. */
import type { Finding } from "../lint/finding.ts";
import { unitFileName } from "../model/unit-file-name.ts";
import { type Changed, changedFiles } from "./changed-files.ts";
import type { Told } from "./fix-files.ts";
import type { Judgement } from "./lint-inputs.ts";

/** Picks those of some findings in files of these paths; undefined where all are asked for. Throws a UsageError where git cannot tell. */
export function findingsSince(paths: readonly string[], judgement: Judgement): Told | undefined {
  const { since } = judgement.args;
  if (since === undefined) return undefined;
  const changed = changedFiles(paths, since, judgement);
  const units = new Set(changed.paths.flatMap(path => unitFileName(path)?.unit ?? []));
  return findings => findings.filter(finding => concerns(finding, changed, units));
}

/**
 * It stands in a file that changed or points to one; or it is about a whole unit of which some file changed; or its message or the marked words
 * name such a unit, whose file may be gone.
 */
function concerns(finding: Finding, changed: Changed, units: ReadonlySet<string>): boolean {
  const { file, related, scope, unit, span, message } = finding;
  if (changed.has(file.path) || related.some(({ file }) => changed.has(file.path))) return true;
  if (scope === "unit" && (units.has(unit) || units.has(unit.slice(unit.lastIndexOf(".") + 1)))) return true;
  const words = `${message} ${file.text.slice(span.start, span.end)}`.split(/[\s=,;()]+/);
  return words.some(word => units.has(word));
}
