/** `unitlint rules`: one line a rule. */
import { rules } from "../../rules/index.ts";

/** Id, severity and summary of every rule. */
export function listRules(): string {
  const width = Math.max(...rules.map(rule => rule.id.length));
  const lines = rules.map(rule => `${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.summary}\n`);
  return lines.join("");
}
