/** The instance that stands for all of a template. */
import type { SystemdVersion } from "../catalog/directive.ts";

/** The instance as which `systemd-analyze verify` judges a template. systemd: arg_instance, src/analyze/analyze.c; NEWS of 257 */
export function madeUpInstance(version: SystemdVersion): string {
  return version >= neutralInstanceSince ? "test_instance" : "i";
}

const neutralInstanceSince: SystemdVersion = 257;
