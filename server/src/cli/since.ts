/** `--since REV`: the findings that have to do with what changed. */
import type { Finding } from "../lint/finding.ts";
import { unitFileName } from "../model/unit-file-name.ts";
import { changedSince } from "../platform/git.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Judgement } from "./lint-inputs.ts";
import { UsageError } from "./usage-error.ts";

/** Picks those of some findings; undefined where all are asked for. Throws a UsageError where git cannot tell. */
export function findingsSince({
  args,
  host,
}: Judgement): ((findings: readonly Finding[]) => readonly Finding[]) | undefined {
  const { since } = args;
  if (since === undefined) return undefined;
  const changed = changedSince(".", since);
  if ("problem" in changed) throw new UsageError(`--since ${since}: ${changed.problem}`);
  const paths = new Set(changed.paths);
  const units = new Set(changed.paths.flatMap(path => unitFileName(path)?.unit ?? []));
  const isChanged = ({ path }: SourceFile) => paths.has(host.realPath(path) ?? path) || host.kind(path) === "missing";
  return findings => findings.filter(finding => concerns(finding, isChanged, units));
}

/**
 * It stands in a file that changed or points to one; or it is about a whole unit of which some file changed; or its message or the marked words
 * name such a unit, whose file may be gone.
 */
function concerns(finding: Finding, isChanged: (file: SourceFile) => boolean, units: ReadonlySet<string>): boolean {
  const { file, related, scope, unit, span, message } = finding;
  if (isChanged(file) || related.some(({ file }) => isChanged(file))) return true;
  if (scope === "unit" && (units.has(unit) || units.has(unit.slice(unit.lastIndexOf(".") + 1)))) return true;
  const words = `${message} ${file.text.slice(span.start, span.end)}`.split(/[\s=,;()]+/);
  return words.some(word => units.has(word));
}
