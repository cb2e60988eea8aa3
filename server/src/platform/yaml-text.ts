/** Reads YAML 1.2, by the package `yaml`. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from "yaml";
import type { ConfigNode, ReadConfigText } from "../workspace/config/load.ts";
import { tooDeep, tooDeepAt } from "./nesting.ts";

type Span = ConfigNode["span"];

/** Values as far as they can be read, and what is wrong in between. */
export const readYamlText: ReadConfigText = text => {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return tooDeep(deep, "YAML");
  try {
    return readShallow(text);
  } catch (error) {
    // What nests without brackets shows only when the package runs out of stack.
    if (error instanceof RangeError) return tooDeep(0, "YAML");
    throw error;
  }
};

function readShallow(text: string): ReturnType<ReadConfigText> {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  const problems = [...document.errors, ...document.warnings].map(({ pos: [start, end], message }) => ({
    span: { start: Math.min(start, text.length), end: Math.min(Math.max(start, end), text.length) },
    message: `Invalid YAML: ${message.split("\n")[0]?.replace(/[.:]\s*$/, "")}`,
  }));
  return { root: document.contents === null ? undefined : nodeOf(document.contents, document), problems };
}

/** Aliases stand for what they name; those inside of what an alias names stand for nothing, so that nothing grows without end. */
function nodeOf(node: Node, document: Document, isNamed = false): ConfigNode {
  const span = spanOf(node);
  if (isAlias(node)) {
    const target = isNamed ? undefined : node.resolve(document);
    return target === undefined ? { kind: "scalar", span, value: null } : { ...nodeOf(target, document, true), span };
  }
  if (isSeq<Node>(node)) return { kind: "list", span, items: node.items.map(item => nodeOf(item, document, isNamed)) };
  if (isMap<Node, Node | null>(node))
    return { kind: "object", span, entries: node.items.map(pair => entryOf(pair, span, document, isNamed)) };
  return { kind: "scalar", span, value: isScalar(node) ? plain(node.value) : null };
}

function entryOf({ key, value }: Pair<Node, Node | null>, around: Span, document: Document, isNamed: boolean) {
  const keySpan = spanOf(key, around);
  const nothing = { kind: "scalar", span: keySpan, value: null } as const;
  return {
    key: isScalar(key) ? String(key.value) : "",
    keySpan,
    value: value === null ? nothing : nodeOf(value, document, isNamed),
  };
}

function plain(value: unknown): string | number | boolean | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function spanOf({ range }: Node, around: Span = { start: 0, end: 0 }): Span {
  return range === null || range === undefined ? around : { start: range[0], end: range[1] };
}
