/** Programs that tests drive, where they are installed. */
import { spawnSync } from "node:child_process";

/**
 * Options for a test that drives programs: skips it, saying why, where one is missing; with `UNITLINT_CLIENTS=required` in the environment it fails
 * instead, as nothing may be skipped in CI.
 */
export function needing(...programs: readonly string[]): { skip: string | false } {
  const missing = programs.filter(program => spawnSync("which", [program]).status !== 0);
  if (missing.length === 0) return { skip: false };
  const why = `not installed: ${missing.join(", ")}`;
  if (process.env.UNITLINT_CLIENTS === "required") throw new Error(why);
  return { skip: why };
}
