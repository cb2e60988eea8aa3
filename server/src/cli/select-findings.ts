/** `--baseline` and `--since`: which of the findings are told. */
import { CONFIG_RULE } from "../lint/config/mistake.ts";
import type { Finding } from "../lint/finding.ts";
import { countOf, withoutKnown } from "./baseline-run.ts";
import type { Told } from "./fix-files.ts";
import type { Judgement } from "./lint-inputs.ts";
import type { LintResult } from "./result.ts";
import { findingsSince } from "./since.ts";
import { printable } from "./terminal.ts";

/** What is left to tell, and what there is to note. */
export interface Selected {
  readonly result: LintResult;
  readonly notes: readonly string[];
}

/** The result without what is let through. Throws a UsageError for a broken baseline, and where git cannot tell what changed. */
export function selectFindings(
  result: LintResult,
  judgement: Judgement,
  since: Told | undefined = findingsSince(result.checked ?? [], judgement),
): Selected {
  const { baseline } = judgement.args;
  if (baseline === undefined && since === undefined) return { result, notes: [] };
  const notes: string[] = [];
  const note = (text: string) => notes.push(printable(text));
  const [ofConfigs, ofUnits] = parted(result.findings);
  const units = { ...result, findings: ofUnits };
  const left = baseline === undefined ? units : withoutKnown(units, baseline, judgement, note);
  const told = since?.(left.findings) ?? left.findings;
  const untold = left.findings.length - told.length;
  if (untold > 0) note(`${countOf(untold)} not told, of what did not change since ${judgement.args.since}`);
  const withheld = ofUnits.length - told.length;
  return { result: { ...left, findings: [...ofConfigs, ...told], withheld }, notes };
}

/** Those of configurations, which are always told: what they say of the units cannot be relied on; and all others. */
function parted(findings: readonly Finding[]): readonly [readonly Finding[], readonly Finding[]] {
  const isOfConfig = ({ rule }: Finding) => rule === CONFIG_RULE;
  return [findings.filter(isOfConfig), findings.filter(finding => !isOfConfig(finding))];
}
