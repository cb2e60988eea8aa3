/** Conditions on pressure, of the system or of a slice. systemd: condition_test_psi(), src/shared/condition.c */

import { own } from "../../text/own.ts";
import { conditionKind, type Judged, judgedPiece, unchecked } from "../condition.ts";
import type { Reading } from "../fault.ts";
import type { ValueContext } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { isShare, readShare } from "../percent.ts";
import { shown } from "../shown.ts";
import { readUnitName } from "../unit-name.ts";

export const conditionPressure = conditionKind(
  "condition-pressure",
  "a percentage such as 10%, then /10sec, /1min or /5min, after a slice and a colon",
  judgePressure,
);

function judgePressure(text: MappedText, { version }: ValueContext): Judged {
  const colon = text.text.indexOf(":");
  const slash = text.text.indexOf("/", colon + 1);
  const end = slash < 0 ? text.text.length : slash;
  const share = trimmed(text.slice(colon + 1, end));
  const pieces: Judged[] = [judgedPiece(share, readLimit(share.text, version))];
  if (colon >= 0) pieces.unshift(judgeSlice(trimmed(text.slice(0, colon))));
  if (slash >= 0) pieces.push(judgeSpan(trimmed(text.slice(slash + 1))));
  return {
    parts: pieces.flatMap(({ parts = [] }) => parts),
    problems: pieces.flatMap(({ problems = [] }) => problems),
  };
}

function readLimit(text: string, version: number): Reading<bigint> {
  if (isShare(text)) return readShare(text, version);
  const span = { start: 0, end: text.length };
  const message = `${text === "" ? "Nothing" : shown(text)} is no percentage; write one such as 10%`;
  const fault = { message, span, ...(/^\d{1,2}(?:\.\d{1,2})?$/.test(text) ? { replacement: `${text}%` } : {}) };
  return { parts: [], fault };
}

function judgeSlice(name: MappedText): Judged {
  const unit = readUnitName(name.text);
  if (unit?.type === "slice" && unit.instance === undefined)
    return { parts: [{ kind: "unit-name", span: name.span() }] };
  const replacement = readUnitName(`${name.text}.slice`) && !name.text.includes(".") ? `${name.text}.slice` : undefined;
  const shownName = name.text === "" ? "Nothing" : shown(name.text);
  return { problems: [unchecked(`${shownName} is no name of a slice`, name.span(), replacement)] };
}

function judgeSpan(span: MappedText): Judged {
  if (/^(?:10sec|1min|5min)/.test(span.text)) return { parts: [{ kind: "time", span: span.span() }] };
  const message = `${span.text === "" ? "Nothing" : shown(span.text)} is no span of pressure; write 10sec, 1min or 5min`;
  const meant: Record<string, string> = { "10s": "10sec", "1m": "1min", "60s": "1min", "5m": "5min", "300s": "5min" };
  return { problems: [unchecked(message, span.span(), own(meant, span.text))] };
}

function trimmed(text: MappedText): MappedText {
  const start = text.text.length - text.text.trimStart().length;
  return text.slice(start, Math.max(start, text.text.trimEnd().length));
}
