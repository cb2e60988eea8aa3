/** Every grammar of values, at several releases. */

import { decodeUtf8 } from "../../../server/src/text/utf8.ts";
import { valueKind } from "../../../server/src/values/index.ts";
import type { ValueContext, ValueKind } from "../../../server/src/values/kind.ts";
import { assertInPlace, assertRepeatable, assertStable, contextOf, trimValue } from "../../support/value-laws.ts";
import { directiveOfKind, drawValueOf, kinds, versions } from "../draw/values.ts";
import { type Input, must, type Target, TIME_LIMIT } from "../target.ts";

export const values: Target = {
  name: "values",
  about: `all ${kinds.length} grammars of values: in place, alike each time, stable where they print`,
  fixed: ["kind", "version"],
  limit: TIME_LIMIT,
  draw(random) {
    const kind = random.pick(kinds);
    const directive = directiveOfKind.get(kind);
    const value = directive === undefined ? "" : drawValueOf(directive, random);
    return { kind, version: String(random.pick(versions)), value };
  },
  fromBytes([kind = 0, version = 0, ...rest]) {
    return {
      kind: kinds[kind % kinds.length] ?? "",
      version: String(versions[version % versions.length]),
      value: trimValue(decodeUtf8(Uint8Array.from(rest)).replaceAll(lineEnds, " ")),
    };
  },
  work(input) {
    const { kind, text, at } = read(input);
    return kind.parse(text, at);
  },
  check(input) {
    const { kind, text, at } = read(input);
    const parsed = kind.parse(text, at);
    assertInPlace(parsed, text);
    // Most grammars are plain functions; asking all of them twice would cost half of the inputs.
    if (text.length % 8 !== 0) return;
    assertRepeatable(kind, text, at, parsed);
    assertStable(kind, text, at);
  },
};

/** A value never holds one: lines end there. */
const lineEnds = /[\r\n\0]/g;

function read({ kind: id = "", version, value = "" }: Input): { kind: ValueKind; text: string; at: ValueContext } {
  const [kind, directive] = [valueKind(id), directiveOfKind.get(id)];
  must(kind !== undefined && directive !== undefined, () => `there is no kind ${id}`);
  return { kind, text: trimValue(value), at: contextOf(directive, Number(version)) };
}
