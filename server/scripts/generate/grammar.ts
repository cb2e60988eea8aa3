/** The vocabulary of the kinds table: a parser's value grammar, and what a second assignment does. */

import type { KindId, Repeat } from "../../src/catalog/directive.ts";
import type { GperfRow } from "./gperf.ts";

/** What one `config_parse_*` function means for the directives that use it. */
export interface Grammar {
  readonly repeat: Repeat;
  /** The kind of every directive of this parser that `exceptions` does not name. */
  readonly kind?: KindId;
  /** Kinds of single directives, by parser argument (`RLIMIT_CPU`), `Section.Name` or `Name`. */
  readonly exceptions: Readonly<Record<string, KindId>>;
}

/** The kind of a directive under a grammar; undefined when the grammar does not cover it. */
export function kindUnder(grammar: Grammar, row: GperfRow): KindId | undefined {
  const { exceptions, kind } = grammar;
  return exceptions[row.ltype] ?? exceptions[`${row.section}.${row.name}`] ?? exceptions[row.name] ?? kind;
}

type Define = (
  kind: KindId | Readonly<Record<string, KindId>>,
  exceptions?: Readonly<Record<string, KindId>>,
) => Grammar;

/** A later assignment replaces the earlier. */
export const last: Define = grammarOf("last-wins");

/** Assignments accumulate, and an empty one clears what came before. */
export const list: Define = grammarOf("list");

/** Assignments accumulate, and an empty one clears nothing. */
export const appendOnly: Define = grammarOf("append-only");

function grammarOf(repeat: Repeat): Define {
  return (kind, exceptions = {}) =>
    typeof kind === "string" ? { repeat, kind, exceptions } : { repeat, exceptions: kind };
}
