/** What a rule says of a line, where it says worse of the whole unit for the same reason. */
import { type Finding, weights } from "./finding.ts";

/** Those that nothing at the same place outweighs, in their order; what is told takes over targets and fixes. The same list where nothing does. */
export function withoutLesser(findings: readonly Finding[]): readonly Finding[] {
  const ofUnits = findings.filter(({ scope, severity }) => scope === "unit" && severity === "error");
  if (ofUnits.length === 0) return findings;
  const byPlace = new Map(ofUnits.map(finding => [placeOf(finding), finding]));
  const told = new Map<Finding, Finding>();
  const rest = findings.filter(finding => {
    const other = byPlace.get(placeOf(finding));
    if (other === undefined || finding.scope === "unit" || weights[finding.severity] > weights[other.severity])
      return true;
    told.set(other, {
      ...other,
      targets: [...new Set([...finding.targets, ...other.targets])],
      fixes: other.fixes.length > 0 ? other.fixes : finding.fixes,
    });
    return false;
  });
  return told.size === 0 ? findings : rest.map(finding => told.get(finding) ?? finding);
}

function placeOf({ rule, span }: Finding): string {
  return `${rule} ${span.start} ${span.end}`;
}
