/** All targets. */
import type { Target } from "../target.ts";
import { fixes } from "./fixes.ts";
import { format } from "./format.ts";
import { pipeline } from "./pipeline.ts";
import { rules } from "./rules.ts";
import { syntax } from "./syntax.ts";
import { values } from "./values.ts";

/** In the order of the data's way through the product. */
export const targets: readonly Target[] = [syntax, values, rules, fixes, format, pipeline];
