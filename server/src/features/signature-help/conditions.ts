/** The signatures of conditions and assertions. */
import type { ValueAt } from "../../model/value-at.ts";
import { type ConditionForm, formsOf } from "./condition-forms.ts";
import { type Piece, type Signature, type SignatureHelp, signatureOf } from "./signature.ts";

/** The signs, then what the kind of condition takes. */
export function conditionSignatures(value: ValueAt): SignatureHelp {
  const { text, cursor, kind, at } = value;
  const [signs = ""] = /^\|?[ \t]*!?[ \t]*/.exec(text) ?? [];
  const written = text.slice(signs.length, Math.max(cursor, signs.length));
  const forms = formsOf(kind, at.version);
  const chosen = forms.findIndex(
    ({ begins }) => begins !== undefined && written !== "" && begins.startsWith(firstWord(written)),
  );
  return {
    signatures: forms.map(form =>
      signatureFor(value, form, cursor < signs.length ? signAt(text, cursor) : undefined, written),
    ),
    active: Math.max(0, chosen),
  };
}

function firstWord(written: string): string {
  return /^[A-Za-z-]*\(?/.exec(written)?.[0] ?? "";
}

function signAt(text: string, cursor: number): number {
  return text.startsWith("|") && cursor < 1 ? 0 : 1;
}

function signatureFor(
  { directive }: ValueAt,
  form: ConditionForm,
  sign: number | undefined,
  written: string,
): Signature {
  const { pieces, starts = [] } = form;
  const reached = starts.findLastIndex(start => start.test(written)) + 1;
  const all: Piece[] = [
    `${directive.name}=`,
    ["[|]", "of all conditions with this sign one must hold"],
    ["[!]", "the condition must not hold"],
    ...pieces,
  ];
  const kind = directive.name.startsWith("Assert") ? failing : skipping;
  return signatureOf(all, sign ?? reached + 2, kind);
}

const skipping = "Where it does not hold, the unit is skipped without an error.";
const failing = "Where it does not hold, the start fails.";
