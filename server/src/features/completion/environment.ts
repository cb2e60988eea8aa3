/** Names of environment variables: what the unit sets, then what systemd sets for it. */
import { isSet, valuesOf } from "../../model/reading.ts";
import type { Candidate, Offer } from "./candidate.ts";
import { readFile } from "./disk.ts";
import { layoutOf, signsLength } from "./layouts.ts";
import type { ValuePlace } from "./place.ts";
import { type Variable, variablesAt } from "./variables.ts";
import { wordAt } from "./word-at.ts";

/** A name that a process of the unit will find. */
export interface KnownVariable {
  readonly name: string;
  readonly detail: string;
  /** Whether the unit's own lines bring it. */
  readonly own: boolean;
}

/** All names for a command of this key, those of the unit first. */
export function knownVariables(place: ValuePlace, key?: string): readonly KnownVariable[] {
  const { file, directive, at } = place;
  const found = new Map<string, KnownVariable>();
  for (const { name, detail } of namesInUnit(place)) if (!found.has(name)) found.set(name, { name, detail, own: true });
  for (const { name, meaning, needs } of variablesAt(at.version, file.name.type, key)) {
    const own = needs !== undefined && file.unit !== undefined && isSet(file.unit.settings, directive.section, needs);
    if (!found.has(name)) found.set(name, { name, detail: meaning, own: own || isTypical({ name }, key) });
  }
  return [...found.values()];
}

/** Names in lists such as PassEnvironment=, and in conditions. */
export function variableNames(place: ValuePlace): Offer | undefined {
  const isCondition = place.kind.id === "condition-environment";
  const word = wordAt(place, "=", isCondition ? signsLength(place.text, layoutOf(place.kind.id)) : 0);
  if (word === undefined || word.before.endsWith("=") || (isCondition && /[^|! ]/.test(word.before))) return undefined;
  const taken = new Set(`${word.before} ${place.text.slice(word.span.end)}`.split(/\s+/));
  const variables = knownVariables(place).filter(({ name }) => !taken.has(name));
  const own = new Set(variables.flatMap(known => (known.own ? [known.name] : [])));
  const candidates = variables.map(({ name, detail }): Candidate => ({ label: name, kind: "variable", detail }));
  return { span: word.span, candidates, groupOf: ({ label }) => (own.has(label) ? 0 : 1) };
}

/** What a command of this kind is mostly about. */
function isTypical({ name }: Pick<Variable, "name">, key: string | undefined): boolean {
  return name === "MAINPID" && key !== undefined;
}

function namesInUnit(place: ValuePlace): readonly { name: string; detail: string }[] {
  const { file, directive } = place;
  const settings = file.unit?.settings;
  if (settings === undefined) return [];
  const texts = (key: string) => valuesOf(settings, directive.section, key).map(({ value }) => value);
  const named = (text: string, detail: string) => {
    const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(text)?.[0];
    return name === undefined ? [] : [{ name, detail }];
  };
  return [
    ...texts("Environment").flatMap(text => named(text, text)),
    ...texts("PassEnvironment").flatMap(text => named(text, "PassEnvironment=")),
    ...texts("EnvironmentFile").flatMap(path => namesInFile(place, path.replace(/^-/, ""))),
  ];
}

function namesInFile(place: ValuePlace, path: string): { name: string; detail: string }[] {
  const text = path.startsWith("/") ? readFile(place, path) : undefined;
  const names = (text ?? "").matchAll(/^[ \t]*([A-Za-z_][A-Za-z0-9_]*)[ \t]*=/gm);
  return [...names].map(([, name = ""]) => ({ name, detail: path }));
}
