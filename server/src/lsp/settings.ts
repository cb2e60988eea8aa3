/** The settings of the section `unitlint`, as the client gives them: the words of the command line. */
import type { Severity } from "../lint/finding.ts";
import { type Preset, presets, type RuleSettings } from "../lint/preset.ts";
import { nearest } from "../text/nearest.ts";
import { pathOfUri } from "../workspace/file-uri.ts";
import type { WorkspaceSettings } from "../workspace/workspace.ts";
import type { Environment } from "./environment.ts";

/** What was understood, and what not (one line each, for people). */
export interface ReadSettings {
  readonly settings: Omit<WorkspaceSettings, "folders">;
  readonly problems: readonly string[];
}

/** Reads settings; what makes no sense counts as not set, and is told. Paths count from the first folder. */
export function readSettings(given: unknown, folders: readonly string[], environment: Environment): ReadSettings {
  const problems: string[] = [];
  const section = orEmpty(given ?? {});
  const reader: Reader = { given: isRecord(section) ? section : {}, tell: problem => problems.push(problem) };
  if (!isRecord(section)) reader.tell("unitlint: the settings are no object");
  const roots = readWords(reader, "roots").map(path => absolute(path, folders));
  const unitPaths = readWords(reader, "unitPaths").map(path => absolute(path, folders));
  const targets = environment.findTargets(readWords(reader, "targets"), roots, problem =>
    reader.tell(`unitlint.targets: ${problem}`),
  );
  const ruleSettings: RuleSettings = {
    preset: readPreset(reader, environment.defaultRules.preset),
    severities: readRules(reader, environment.ruleIds),
    hardening: readFlag(reader, "hardening"),
  };
  return { settings: { targets, ruleSettings, roots, unitPaths }, problems };
}

interface Reader {
  readonly given: Readonly<Record<string, unknown>>;
  readonly tell: (problem: string) => void;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An empty object, where an editor that is written in Lua sends an empty list for it. */
function orEmpty(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? {} : value;
}

/** One word, words between commas, or a list of them. */
function readWords({ given, tell }: Reader, key: string): readonly string[] {
  const value = given[key] ?? [];
  const words = typeof value === "string" ? value.split(",") : value;
  if (!Array.isArray(words) || !words.every(word => typeof word === "string" || typeof word === "number")) {
    tell(`unitlint.${key}: write a list of texts`);
    return [];
  }
  return words.map(word => String(word).trim()).filter(word => word !== "");
}

function readPreset({ given, tell }: Reader, fallback: Preset): Preset {
  const { preset } = given;
  if (preset === undefined || preset === null) return fallback;
  const found = presets.find(known => known === preset);
  if (found === undefined) tell(`unitlint.preset: choose one of ${presets.join(", ")}`);
  return found ?? fallback;
}

function readFlag({ given, tell }: Reader, key: string): boolean {
  const value = given[key] ?? false;
  if (typeof value !== "boolean") tell(`unitlint.${key}: write true or false`);
  return value === true;
}

function readRules({ given, tell }: Reader, ruleIds: readonly string[]): RuleSettings["severities"] {
  const rules = orEmpty(given.rules ?? {});
  if (!isRecord(rules)) {
    tell("unitlint.rules: write an object from rules to severities");
    return new Map();
  }
  const severities = new Map<string, Severity | "off">();
  for (const [id, severity] of Object.entries(rules)) {
    if (!ruleIds.includes(id)) tell(`unitlint.rules: ${unknownRule(id, ruleIds)}`);
    else if (isSeverity(severity)) severities.set(id, severity);
    else tell(`unitlint.rules: ${id} is error, warning, info or off`);
  }
  return severities;
}

function unknownRule(id: string, ruleIds: readonly string[]): string {
  const close = nearest(id, ruleIds);
  return `there is no rule ${id}${close === undefined ? "" : `; did you mean ${close}?`}`;
}

function isSeverity(word: unknown): word is Severity | "off" {
  return word === "error" || word === "warning" || word === "info" || word === "off";
}

function absolute(path: string, [folder]: readonly string[]): string {
  const plain = pathOfUri(path);
  return plain.startsWith("/") || /^[A-Za-z]:/.test(plain) || folder === undefined ? plain : `${folder}/${plain}`;
}
