/** All targets. */
import type { Target } from "../target.ts";
import { calendar } from "./calendar.ts";
import { config } from "./config.ts";
import { fixes } from "./fixes.ts";
import { format } from "./format.ts";
import { merge } from "./merge.ts";
import { pipeline } from "./pipeline.ts";
import { reporters } from "./reporters.ts";
import { rules } from "./rules.ts";
import { suppression } from "./suppression.ts";
import { syntax } from "./syntax.ts";
import { values } from "./values.ts";

/** In the order of the data's way through the product; the last one goes all of it. */
export const targets: readonly Target[] = [
  ...[syntax, values, calendar, merge, rules, suppression, fixes, format],
  ...[config, reporters, pipeline],
];
