/** Names of credentials. systemd: credential_name_valid(), src/shared/creds-util.c */
import { expand } from "./expanded-text.ts";
import { judgeFdName } from "./fd-name.ts";
import type { Parsed, ValueContext, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { isFileName } from "./path.ts";
import { shown } from "./shown.ts";
import { nextWord } from "./words.ts";

/** A value's first field, up to a colon, and where the rest starts; or why there is none. */
export type NameField =
  | { readonly name: MappedText; readonly parts: Parsed["parts"]; readonly rest: number }
  | { readonly problem: ValueProblem };

/** Reads the name before the first colon; `judge` tells what is wrong with it once its specifiers are replaced. */
export function readNameField(
  text: string,
  at: ValueContext,
  judge: (name: MappedText) => ValueProblem | undefined = credentialNameProblem,
): NameField {
  const outcome = nextWord(text, 0, { separators: ":", keepEmpty: true });
  if (outcome === undefined || "error" in outcome) {
    const span = outcome?.span ?? { start: 0, end: text.length };
    return { problem: { message: "Nothing follows the backslash", span, consequence: "drops-line" } };
  }
  const name = expand(outcome.word, at, { most: 255 });
  if ("problem" in name) return name;
  const problem = judge(name.text);
  if (problem !== undefined) return { problem };
  const parts = [{ kind: "string", span: outcome.word.span() } as const, ...name.parts];
  return { name: name.text, parts, rest: Math.min(outcome.rest, text.length) };
}

/** What is wrong with a name, its specifiers replaced, or undefined. */
export function credentialNameProblem(name: MappedText): ValueProblem | undefined {
  const span = name.span();
  if (name.text === "") return { message: "The name of the credential is missing", span, consequence: "drops-line" };
  const odd = judgeFdName(name);
  if (odd !== undefined) {
    const piece = shown(name.text.slice(0, 60));
    return { ...odd, message: `The name of the credential ${piece} may hold only ASCII letters, without : and /` };
  }
  if (isFileName(name.text)) return undefined;
  const message = `${shown(name.text)} is no name of a credential: it must be able to name a file of up to 255 bytes`;
  return { message, span, consequence: "drops-line" };
}
