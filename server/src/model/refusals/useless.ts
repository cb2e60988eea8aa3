/** Settings that do nothing. */
import type { Settings } from "../setting.ts";
import type { Found } from "./problem.ts";

/** Says so of the line that counts of a directive of [Service]. */
export function useless(
  settings: Settings,
  name: string,
  message: string,
  effect = "systemd complains and ignores it",
): Found | undefined {
  const at = settings.of("Service", name)?.effective.at(-1);
  return at && { message, at, effect };
}
