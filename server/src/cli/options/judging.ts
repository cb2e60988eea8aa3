/** The options that say how to judge. */
import type { Options } from "yargs";
import { newestVersion } from "../../catalog/catalog.ts";
import { presets } from "../../lint/preset.ts";

/** By which rules, and for which systemd. */
export const judgingOptions = {
  preset: {
    choices: presets,
    defaultDescription: "recommended",
    describe: "Which findings to tell",
    group: "Judging:",
  },
  hardening: {
    type: "boolean",
    describe: "Also tell what services could do without, with its share in their exposure",
    group: "Judging:",
  },
  rule: {
    type: "string",
    array: true,
    nargs: 1,
    default: [] as string[],
    describe: "Set a rule's severity, as ID=error|warning|info|off",
    group: "Judging:",
  },
  target: {
    type: "string",
    array: true,
    nargs: 1,
    default: [] as string[],
    defaultDescription: `${newestVersion}, or what a --root holds`,
    describe:
      "What runs the units: a systemd version (219 … 262), a release such as debian-11, or host; several with commas; 247–257 and 262 are exact, other versions less certain",
    group: "Judging:",
  },
} as const satisfies Readonly<Record<string, Options>>;
