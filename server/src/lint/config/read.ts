/** From the values of a configuration to its layers; whatever makes no sense is told at its place. */

import { nearest } from "../../text/nearest.ts";
import { own } from "../../text/own.ts";
import { printable } from "../../text/printable.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { Span } from "../../text/span.ts";
import type { RuleId, Severity } from "../finding.ts";
import type { ConfigLayer, Given, GivenOptions, OptionName } from "./layer.ts";
import type { ConfigEntry, ConfigNode } from "./node.ts";
import { type OptionRow, optionRows, overrideKeys, severities, topKeys } from "./table.ts";
import { placedWords, shown, type ValueContext, wordAmong } from "./values.ts";

/** What there is to know for reading. */
export interface ConfigKnowledge {
  /** The rules that a configuration may set. */
  readonly ruleIds: readonly RuleId[];
  /** What is wrong with the name of a target, if anything. */
  readonly targetProblem: (name: string) => string | undefined;
}

/** A configuration file, and the folder that its paths and patterns count from. */
export interface ConfigPlace {
  readonly file: SourceFile;
  readonly folder: string;
}

/** What a configuration says. */
export interface ReadConfig {
  /** What it extends, in order, as written. */
  readonly extended: readonly Given<string>[];
  /** What it says itself, then its overrides. */
  readonly layers: readonly ConfigLayer[];
  readonly mistakes: readonly ConfigMistake[];
}

/** Something that makes no sense. */
export interface ConfigMistake {
  readonly span: Span;
  /** One line, no final period. */
  readonly message: string;
}

/** Reads the values of a configuration. */
export function readConfig(root: ConfigNode, place: ConfigPlace, knowledge: ConfigKnowledge): ReadConfig {
  const mistakes: ConfigMistake[] = [];
  const reader: Reader = {
    ...place,
    ...knowledge,
    tell: (span, message) => mistakes.push({ span, message: printable(message) }),
  };
  if (root.kind !== "object") {
    reader.tell(root.span, `A configuration is an object of keys and values, not ${shown(root)}`);
    return { extended: [], layers: [], mistakes };
  }
  const entries = knownEntries(root.entries, topKeys, reader);
  const overrides = entries.find(({ key }) => key === "overrides")?.value;
  return {
    extended: listOf(entries, "extends", "path", reader),
    layers: [readLayer(entries, reader), ...(overrides === undefined ? [] : readOverrides(overrides, reader))],
    mistakes,
  };
}

interface Reader extends ConfigPlace, ConfigKnowledge, ValueContext {}

/** Each key once; unknown ones are told with the nearest. */
function knownEntries(entries: readonly ConfigEntry[], keys: readonly string[], { tell }: Reader): ConfigEntry[] {
  return entries.filter(({ key, keySpan }, i) => {
    if (!keys.includes(key)) tell(keySpan, unknownKey(key, keys));
    else if (entries.findIndex(other => other.key === key) < i) tell(keySpan, `${key} is there twice`);
    else return true;
    return false;
  });
}

function unknownKey(key: string, keys: readonly string[]): string {
  if (keys === overrideKeys && topKeys.includes(key))
    return `${key} counts for all files; write it outside of overrides`;
  if (keys === topKeys && key === "files") return "files belongs into one of the overrides";
  const close = nearest(key, keys) ?? own(synonyms, key.toLowerCase());
  return `Unknown key ${key}${close === undefined ? `; there are ${keys.join(", ")}` : `; did you mean ${close}?`}`;
}

/** What other linters call it. */
const synonyms: Readonly<Record<string, string>> = {
  ignorepatterns: "ignores",
  exclude: "ignores",
  excludes: "ignores",
  severity: "rules",
  target: "targets",
  root: "roots",
  "unit-path": "unitPaths",
};

function readLayer(entries: readonly ConfigEntry[], reader: Reader, files?: readonly string[]): ConfigLayer {
  const options: Partial<Record<OptionName, Given<unknown>>> = {};
  for (const { key, value: node } of entries) {
    if (!isOption(key)) continue;
    const row: OptionRow<unknown> = optionRows[key];
    const written = row.reads.read(node, key, reader);
    const value = row.isPath === true && Array.isArray(written) ? written.map(inFolder(reader)) : written;
    if (value !== undefined) options[key] = { value, file: reader.file, span: node.span };
  }
  return {
    folder: reader.folder,
    ...(files && { files }),
    options: options as GivenOptions,
    rules: readRules(entries.find(({ key }) => key === "rules")?.value, reader),
    ignores: listOf(entries, "ignores", "pattern", reader),
  };
}

/** A path as it counts from the folder of the configuration. */
function inFolder({ folder }: Reader): (path: string) => string {
  return path => {
    const bare = path.replace(/^(?:\.\/+)+/, "").replace(/(?<=[^/])\/+$/, "");
    if (bare.startsWith("/") || /^[A-Za-z]:\//.test(bare)) return bare;
    return bare === "" || bare === "." ? folder : `${folder === "/" ? "" : folder}/${bare}`;
  };
}

function isOption(key: string): key is OptionName {
  return Object.hasOwn(optionRows, key);
}

function listOf(
  entries: readonly ConfigEntry[],
  key: string,
  of: "path" | "pattern",
  reader: Reader,
): readonly Given<string>[] {
  const node = entries.find(entry => entry.key === key)?.value;
  if (node === undefined) return [];
  return placedWords(node, key, reader, of).map(({ text, span }) => ({ value: text, file: reader.file, span }));
}

function readRules(node: ConfigNode | undefined, reader: Reader): ConfigLayer["rules"] {
  const rules = new Map<RuleId, Given<Severity | "off">>();
  if (node === undefined) return rules;
  if (node.kind !== "object") {
    reader.tell(node.span, `rules cannot be ${shown(node)}; write an object from rules to severities`);
    return rules;
  }
  for (const { key, keySpan, value } of knownRules(node.entries, reader)) {
    const severity = wordAmong(severities, value, key, reader);
    if (severity !== undefined)
      rules.set(key, { value: severity, file: reader.file, span: { ...keySpan, end: value.span.end } });
  }
  return rules;
}

function knownRules(entries: readonly ConfigEntry[], { ruleIds, tell }: Reader): ConfigEntry[] {
  return entries.filter(({ key, keySpan }, i) => {
    const close = nearest(key, ruleIds);
    if (key === "invalid-config")
      tell(keySpan, "invalid-config is about the configuration itself and cannot be set in it");
    else if (!ruleIds.includes(key))
      tell(
        keySpan,
        `There is no rule ${key}${close === undefined ? "; unitlint rules lists them" : `; did you mean ${close}?`}`,
      );
    else if (entries.findIndex(other => other.key === key) < i) tell(keySpan, `${key} is there twice`);
    else return true;
    return false;
  });
}

function readOverrides(node: ConfigNode, reader: Reader): ConfigLayer[] {
  if (node.kind !== "list") {
    reader.tell(node.span, `overrides cannot be ${shown(node)}; write a list of objects with files`);
    return [];
  }
  return node.items.flatMap(item => {
    if (item.kind !== "object") {
      reader.tell(item.span, `An override cannot be ${shown(item)}; write an object with files`);
      return [];
    }
    const entries = knownEntries(item.entries, overrideKeys, reader);
    const files = listOf(entries, "files", "pattern", reader);
    if (!entries.some(({ key }) => key === "files"))
      reader.tell(item.span, "An override without files is about nothing");
    return [
      readLayer(
        entries,
        reader,
        files.map(({ value }) => value),
      ),
    ];
  });
}
