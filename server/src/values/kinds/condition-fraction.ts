/** Conditions that hold on a share of all machines. systemd: condition_test_fraction(), src/shared/condition.c */
import { conditionKind, type Judged, judgedPiece, wrong } from "../condition.ts";
import type { ValueContext } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { isShare, readShare } from "../percent.ts";
import { shown } from "../shown.ts";

export const conditionFraction = conditionKind(
  "condition-fraction",
  "a percentage such as 30%, after a tag of your own",
  judgeFraction,
);

/** An optional tag, which makes the choice of machines its own, then the percentage. */
function judgeFraction(text: MappedText, { version }: ValueContext): Judged {
  const words = [...text.text.matchAll(/\S+/g)];
  const [first, second, third] = words.map(({ 0: word, index }) => text.slice(index, index + word.length));
  if (third !== undefined)
    return wrong(`Nothing may follow the percentage: ${shown(third.text)} is too much`, third.span());
  const share = second ?? first ?? text;
  if (isShare(share.text)) return judgedPiece(share, readShare(share.text, version));
  const plausible = /^(?:100|\d{1,2})(?:\.\d{1,2})?$/.test(share.text);
  return wrong(
    `${shown(share.text)} is no percentage; write one such as 30%`,
    share.span(),
    plausible ? `${share.text}%` : undefined,
  );
}
