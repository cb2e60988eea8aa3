/** What one configuration, or one of its overrides, says. */
import type { Manager } from "../../model/unit-file-name.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { Span } from "../../text/span.ts";
import type { RuleId, Severity } from "../finding.ts";
import type { HardeningLevel, Preset } from "../preset.ts";

/** A value with the place that says it. */
export interface Given<Value> {
  readonly value: Value;
  readonly file: SourceFile;
  readonly span: Span;
}

/** The options that stand for one value each; a nearer layer replaces those of farther ones. */
export interface OptionValues {
  readonly targets: readonly string[];
  readonly roots: readonly string[];
  readonly unitPaths: readonly string[];
  readonly scope: Manager;
  readonly preset: Preset;
  readonly hardening: boolean | HardeningLevel;
  /** An exposure in tenths. */
  readonly threshold: number;
  readonly requireReasons: boolean;
}

export type OptionName = keyof OptionValues;

/** Some of the options. */
export type GivenOptions = { readonly [Name in OptionName]?: Given<OptionValues[Name]> };

/** What counts for some files, over the layers before it. */
export interface ConfigLayer {
  /** The absolute path of the folder that paths and patterns count from. */
  readonly folder: string;
  /** The files that it is about; all below the configuration where it is absent. */
  readonly files?: readonly string[];
  readonly options: GivenOptions;
  readonly rules: ReadonlyMap<RuleId, Given<Severity | "off">>;
  /** Patterns of files that are not linted. */
  readonly ignores: readonly Given<string>[];
}
