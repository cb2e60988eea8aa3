/** Reads JSON with comments and trailing commas, by the package `jsonc-parser`. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { ConfigNode, ReadConfigText } from "../workspace/config/load.ts";
import { tooDeep, tooDeepAt } from "./nesting.ts";

/** Values as far as they can be read, and what is wrong in between. */
export const readJsonText: ReadConfigText = text => {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return tooDeep(deep, "JSON");
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return {
    root: root && nodeOf(root, text.length),
    problems: errors.map(({ error, offset, length }) => {
      const code = printParseErrorCode(error);
      // The reader counts the end of the text as a character.
      const span = { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) };
      return { span, message: messages[code] ?? `Invalid JSON: ${code}` };
    }),
  };
};

const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: "Invalid JSON: this is no value; write texts in double quotes",
  InvalidNumberFormat: "Invalid JSON: this is no number",
  PropertyNameExpected: "Invalid JSON: a key in double quotes is missing here",
  ValueExpected: "Invalid JSON: a value is missing here",
  ColonExpected: "Invalid JSON: a colon is missing here",
  CommaExpected: "Invalid JSON: a comma is missing here",
  CloseBraceExpected: "Invalid JSON: a closing brace is missing here",
  CloseBracketExpected: "Invalid JSON: a closing bracket is missing here",
  EndOfFileExpected: "Invalid JSON: nothing may follow here",
  UnexpectedEndOfComment: "Invalid JSON: the comment does not end",
  UnexpectedEndOfString: "Invalid JSON: the text does not end on its line",
  InvalidEscapeCharacter: "Invalid JSON: there is no such escape",
  InvalidUnicode: "Invalid JSON: there is no such escape",
  InvalidCharacter: "Invalid JSON: write control characters as escapes",
};

function nodeOf(node: Node, length: number): ConfigNode {
  const span = { start: node.offset, end: Math.min(node.offset + node.length, length) };
  if (node.type === "array")
    return { kind: "list", span, items: (node.children ?? []).map(item => nodeOf(item, length)) };
  if (node.type !== "object") return { kind: "scalar", span, value: node.value };
  const entries = (node.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    if (key === undefined || value === undefined) return [];
    const keySpan = { start: key.offset, end: key.offset + key.length };
    return [{ key: String(key.value), keySpan, value: nodeOf(value, length) }];
  });
  return { kind: "object", span, entries };
}
