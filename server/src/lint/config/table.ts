/** The one table of what a configuration may say: from it follow the reader, the schema and the help. */
import { presets } from "../preset.ts";
import type { OptionName, OptionValues } from "./layer.ts";
import { choice, flag, level, number, type ValueReader, words } from "./values.ts";

/** An option. */
export interface OptionRow<Value> {
  readonly reads: ValueReader<Value>;
  /** One sentence for the schema and for `unitlint init`. */
  readonly describe: string;
  /** Whether its words are paths, which count from the folder of the configuration. */
  readonly isPath?: true;
  /** Whether it may differ by file. */
  readonly inOverrides: boolean;
}

/** The options with one value each, in the order in which they are shown. */
export const optionRows: { readonly [Name in OptionName]: OptionRow<OptionValues[Name]> } = {
  targets: {
    reads: words("target"),
    describe: "What runs the units: systemd versions, releases such as debian-12, or host, as --target.",
    inOverrides: true,
  },
  scope: {
    reads: choice(["system", "user"]),
    describe: "Which manager reads the units; without it, the path says so.",
    inOverrides: true,
  },
  roots: {
    reads: words("path"),
    isPath: true,
    describe: "Roots that the units are judged in, as --root; relative to the folder of this file.",
    inOverrides: false,
  },
  unitPaths: {
    reads: words("path"),
    isPath: true,
    describe: "Folders of units that others refer to, as --unit-path; relative to the folder of this file.",
    inOverrides: false,
  },
  preset: {
    reads: choice(presets),
    describe: "Which findings to tell: those of systemd-analyze verify, the recommended ones, or all.",
    inOverrides: true,
  },
  hardening: {
    reads: level(["safe", "strict"]),
    describe:
      "Whether to tell what services could do without: safe for what hardly ever breaks one, strict (or true) for all.",
    inOverrides: true,
  },
  threshold: {
    reads: number(0, 100),
    describe: "The exposure in tenths above which unitlint security fails, as --threshold.",
    inOverrides: false,
  },
  requireReasons: {
    reads: flag,
    describe: "Whether comments that suppress findings must give a reason behind --.",
    inOverrides: true,
  },
};

/** The keys besides the options, each with a sentence. */
export const otherKeys = {
  $schema: "The address of the schema, for editors.",
  extends:
    "Configurations whose settings count where this one says nothing; paths relative to the folder of this file.",
  rules: "Severities by rule, as --rule: error, warning, info or off.",
  ignores: "Files that are not linted, by patterns as in .gitignore.",
  overrides: "Settings for some of the files; later ones win.",
  files: "The files that an override is about, by patterns as in .gitignore.",
} as const;

/** What may stand at the top, and what in an override. */
export const topKeys: readonly string[] = [
  "$schema",
  "extends",
  ...Object.keys(optionRows),
  "rules",
  "ignores",
  "overrides",
];
export const overrideKeys: readonly string[] = [
  "files",
  ...Object.entries(optionRows).flatMap(([name, { inOverrides }]) => (inOverrides ? [name] : [])),
  "rules",
];

/** The severities that a rule may have. */
export const severities = ["error", "warning", "info", "off"] as const;
