/** A configuration as its text says it, whatever the format: values with their places. */
import type { Span } from "../../text/span.ts";

/** One value. */
export type ConfigNode = ConfigScalar | ConfigList | ConfigObject;

/** A word, a number, a truth value or nothing. */
export interface ConfigScalar {
  readonly kind: "scalar";
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

/** Values in their order. */
export interface ConfigList {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly ConfigNode[];
}

/** Values by their keys; a key that comes twice is there twice. */
export interface ConfigObject {
  readonly kind: "object";
  readonly span: Span;
  readonly entries: readonly ConfigEntry[];
}

/** A key and its value. */
export interface ConfigEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: ConfigNode;
}

/** What a text says; undefined where it says nothing. */
export interface ConfigText {
  readonly root: ConfigNode | undefined;
  readonly problems: readonly ConfigTextProblem[];
}

/** A mistake against the format. */
export interface ConfigTextProblem {
  readonly span: Span;
  /** One line, no final period. */
  readonly message: string;
}

/** Reads a text in one of the formats; never fails. */
export type ReadConfigText = (text: string) => ConfigText;
