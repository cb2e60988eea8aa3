/** What a rule says of a line, where it says worse of the whole unit for the same reason. */
import { type Finding, type TargetName, weights } from "./finding.ts";

/** Those that nothing at the same place outweighs, in their order: the same list where nothing does. */
export function withoutLesser(findings: readonly Finding[]): readonly Finding[] {
  const ofUnits = findings.filter(({ scope, severity }) => scope === "unit" && severity === "error");
  if (ofUnits.length === 0) return findings;
  const byPlace = new Map(ofUnits.map(finding => [placeOf(finding), finding]));
  const targets = new Map<Finding, readonly TargetName[]>();
  const rest = findings.filter(finding => {
    const other = byPlace.get(placeOf(finding));
    if (other === undefined || finding.scope === "unit" || weights[finding.severity] > weights[other.severity])
      return true;
    targets.set(other, [...new Set([...finding.targets, ...other.targets])]);
    return false;
  });
  return targets.size === 0
    ? findings
    : rest.map(finding => ({ ...finding, targets: targets.get(finding) ?? finding.targets }));
}

function placeOf({ rule, span }: Finding): string {
  return `${rule} ${span.start} ${span.end}`;
}
