/** The kinds of values in configurations: how each is read, and its schema. */
import { nearest } from "../../text/nearest.ts";
import type { Span } from "../../text/span.ts";
import type { ConfigNode } from "./node.ts";

/** What the readers ask and tell. */
export interface ValueContext {
  /** Tells a mistake: one line, no final period. */
  readonly tell: (span: Span, message: string) => void;
  /** What is wrong with the name of a target, if anything. */
  readonly targetProblem: (name: string) => string | undefined;
}

/** Reads one kind of value; undefined where it is none, which was told. */
export interface ValueReader<Value> {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly read: (node: ConfigNode, key: string, context: ValueContext) => Value | undefined;
}

/** One word or a list of them; numbers stand for themselves. */
export function words(of: "target" | "path" | "pattern"): ValueReader<readonly string[]> {
  const word = of === "target" ? { type: ["string", "integer"] } : { type: "string", minLength: 1 };
  return {
    schema: { anyOf: [word, { type: "array", items: word }] },
    read: (node, key, context) => placedWords(node, key, context, of).map(({ text }) => text),
  };
}

/** The same with the place of each; those that are wrong are told and left out. */
export function placedWords(
  node: ConfigNode,
  key: string,
  { tell, targetProblem }: ValueContext,
  of: "target" | "path" | "pattern",
): readonly { readonly text: string; readonly span: Span }[] {
  return (node.kind === "list" ? node.items : [node]).flatMap(item => {
    const value = item.kind === "scalar" ? item.value : undefined;
    const text = typeof value === "number" && of === "target" ? String(value) : value;
    if (typeof text !== "string" || text.trim() === "") {
      tell(item.span, `${key} takes texts: ["${examples[of]}"]`);
      return [];
    }
    const problem = of === "target" ? targetProblem(text) : undefined;
    if (problem !== undefined) tell(item.span, `${key}: ${text}: ${problem}`);
    return problem === undefined ? [{ text, span: item.span }] : [];
  });
}

const examples = { target: "debian-12", path: "image/root", pattern: "vendor/**" };

/** One of some words. */
export function choice<const Word extends string>(allowed: readonly Word[]): ValueReader<Word> {
  return { schema: { enum: allowed }, read: (node, key, context) => wordAmong(allowed, node, key, context) };
}

/** One of some words; another one is told, with the nearest. */
export function wordAmong<Word extends string>(
  allowed: readonly Word[],
  node: ConfigNode,
  key: string,
  { tell }: ValueContext,
): Word | undefined {
  const value = node.kind === "scalar" ? node.value : undefined;
  const found = allowed.find(word => word === value);
  if (found !== undefined) return found;
  const close =
    typeof value === "string"
      ? (allowed.find(word => word === synonymOf(value)) ?? nearest(value, allowed))
      : undefined;
  const advice = close === undefined ? `write ${inWords(allowed)}` : `did you mean ${close}?`;
  tell(node.span, `${key} cannot be ${shown(node)}; ${advice}`);
  return undefined;
}

/** What other linters call severities. */
const synonyms: Readonly<Record<string, string>> = {
  warn: "warning",
  note: "info",
  hint: "info",
  none: "off",
  ignore: "off",
  disable: "off",
};

function synonymOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  return Object.hasOwn(synonyms, lower) ? synonyms[lower] : undefined;
}

/** True or false. */
export const flag: ValueReader<boolean> = {
  schema: { type: "boolean" },
  read(node, key, { tell }) {
    if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
    const written = node.kind === "scalar" ? JSON.stringify(node.value) : shown(node);
    tell(node.span, `${key} cannot be ${written}; write true or false`);
    return undefined;
  },
};

/** True, false or one of some words. */
export function level<const Word extends string>(allowed: readonly Word[]): ValueReader<boolean | Word> {
  return {
    schema: { enum: [true, false, ...allowed] },
    read(node, key, context) {
      if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
      return wordAmong(["true", "false", ...allowed] as const, node, key, context) as Word | undefined;
    },
  };
}

/** A whole number between two. */
export function number(minimum: number, maximum: number): ValueReader<number> {
  return {
    schema: { type: "integer", minimum, maximum },
    read(node, key, { tell }) {
      const value = node.kind === "scalar" ? node.value : undefined;
      if (typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum) return value;
      tell(node.span, `${key} cannot be ${shown(node)}; write a whole number from ${minimum} to ${maximum}`);
      return undefined;
    },
  };
}

/** A value in a message. */
export function shown(node: ConfigNode): string {
  if (node.kind === "list") return "a list";
  return node.kind === "object" ? "an object" : String(node.value);
}

function inWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
