/** `unitlint rules`: one line a rule. */
import { rules } from "../../rules/index.ts";
import type { ExitStatus } from "../exit-status.ts";

/** Prints id, severity and summary of every rule. */
export function listRules(): ExitStatus {
  const width = Math.max(...rules.map(rule => rule.id.length));
  const lines = rules.map(rule => `${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.summary}\n`);
  process.stdout.write(lines.join(""));
  return 0;
}
