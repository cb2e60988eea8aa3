/** The parser, on texts and skeletons. */
import { parse, parseSkeleton } from "../../../server/src/syntax/parse.ts";
import { decodeUtf8, encodeUtf8 } from "../../../server/src/text/utf8.ts";
import { assertAllFaithful, assertLossless, assertOrdered, assertReadAlike } from "../../support/syntax-laws.ts";
import { drawText } from "../draw/texts.ts";
import { type Input, must, type Target, TIME_LIMIT } from "../target.ts";

export const syntax: Target = {
  name: "syntax",
  about: "the parser: lossless, in place, as a slow reading finds it",
  limit: TIME_LIMIT,
  draw: random => ({ text: drawText(random, "service") }),
  fromBytes: bytes => ({ text: decodeUtf8(bytes) }),
  work: ({ text = "" }) => [parse(text), parseSkeleton(text)],
  check({ text = "" }: Input) {
    const tree = parse(text);
    for (const syntax of [tree, ...(mayBeSkeleton(text) ? [parseSkeleton(text)] : [])]) {
      assertLossless(syntax, text);
      assertOrdered(syntax);
      assertAllFaithful(syntax);
    }
    assertReadAlike(tree, text);
    const whole = decodeUtf8(encodeUtf8(text));
    must(decodeUtf8(encodeUtf8(whole)) === whole, "bytes survive decoding and encoding");
  },
};

/** Without any of these, a skeleton is a text like others. */
function mayBeSkeleton(text: string): boolean {
  return /[@{]|<%/.test(text);
}
