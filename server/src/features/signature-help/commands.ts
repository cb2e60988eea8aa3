/** The signature of a command line. */
import type { ValueAt } from "../../model/value-at.ts";
import { commandCursor } from "../../values/command-cursor.ts";
import { nextPrefixes } from "../../values/command-prefixes.ts";
import { type Piece, type SignatureHelp, signatureOf } from "./signature.ts";

/** Prefixes, the program, perhaps its argv[0], and its arguments; with `|` all of it goes to a shell. */
export function commandSignature({ directive, text, cursor, at }: ValueAt): SignatureHelp {
  const { index, typed, prefixes } = commandCursor(text, cursor, at.version);
  const all = nextPrefixes("", at.version);
  const signs: Piece = [
    `[${all.map(({ sign }) => sign).join("")}]`,
    all.map(({ sign, meaning }) => `\`${sign}\` ${meaning}`).join("  \n"),
  ];
  const inSigns = index === 0 && typed.length < Math.max(prefixes.length, 1);
  const name = `${directive.name}=`;
  if (prefixes.flags.has("via-shell")) {
    const pieces: Piece[] = [name, signs, ["COMMAND…", "what the user's shell runs, in its own syntax"]];
    return { signatures: [signatureOf(pieces, inSigns ? 0 : 1)], active: 0 };
  }
  const ownName = prefixes.flags.has("own-argv0");
  const pieces: Piece[] = [
    name,
    signs,
    ["PROGRAM", "an absolute path, or the name of a program in ExecSearchPath= or the usual folders"],
    ...(ownName ? ([" ", ["ARGV0", "what the program sees as its own name"]] satisfies Piece[]) : []),
    " ",
    ["ARGUMENT…", prefixes.flags.has("no-variables") ? plainArgument : argument],
  ];
  const place = inSigns && text.length > 0 ? 0 : Math.min(index, ownName ? 2 : 1) + 1;
  return { signatures: [signatureOf(pieces, place, "A lone `;` begins a further command.")], active: 0 };
}

const argument =
  "a word; `$NAME` alone becomes the words of a variable, `${NAME}` its text. No shell reads it: `>`, `|` and `*` mean nothing";
const plainArgument = "a word, as it stands; no shell reads it";
