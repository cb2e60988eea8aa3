/** The ways to print exposures. */
import type { JudgedUnit } from "../../reports/exposure.ts";
import type { SecurityArguments } from "../commands/security.ts";
import type { Paint } from "../terminal.ts";
import { exposureHuman } from "./exposure-human.ts";
import { exposureJson } from "./exposure-json.ts";
import { exposureSarif } from "./exposure-sarif.ts";
import { exposureSystemdJson } from "./exposure-systemd-json.ts";
import type { SecurityFormat } from "./formats.ts";

/** What a reporter may know besides the units. */
export interface ExposureStyle {
  readonly target: SecurityArguments["target"];
  readonly paint: Paint;
}

/** Writes what was assessed; may be empty where there is nothing to show. */
export type ExposureReporter = (judged: readonly JudgedUnit[], style: ExposureStyle) => string;

/** By format. */
export const exposureReporters: Readonly<Record<SecurityFormat, ExposureReporter>> = {
  human: exposureHuman,
  json: exposureJson,
  sarif: exposureSarif,
  "systemd-json": exposureSystemdJson,
};
