/** The types of tokens, as themes know them, and which of them each kind of part is. */
import type { PartKind } from "../../values/kind.ts";

/** Every type that a token may have, in the order in which the protocol counts them. */
export const tokenTypes = [
  "namespace",
  "property",
  "comment",
  "operator",
  "keyword",
  "number",
  "string",
  "function",
  "parameter",
  "variable",
  "macro",
  "enumMember",
  "class",
  "type",
] as const;

export type TokenType = (typeof tokenTypes)[number];

/** Every modifier, in the order of the protocol's bits. */
export const tokenModifiers = ["declaration", "deprecated"] as const;

export type TokenModifier = (typeof tokenModifiers)[number];

/** What a part of a value is to a theme. */
export const typeOfPart: Readonly<Record<PartKind, TokenType>> = {
  boolean: "keyword",
  number: "number",
  "unit-of-measure": "type",
  keyword: "enumMember",
  operator: "operator",
  path: "string",
  "unit-name": "class",
  user: "variable",
  group: "variable",
  specifier: "macro",
  command: "function",
  argument: "parameter",
  prefix: "operator",
  variable: "variable",
  "variable-name": "variable",
  string: "string",
  signal: "enumMember",
  capability: "enumMember",
  syscall: "enumMember",
  "syscall-group": "enumMember",
  address: "string",
  uri: "string",
  weekday: "enumMember",
  date: "number",
  time: "number",
  "time-zone": "string",
};
