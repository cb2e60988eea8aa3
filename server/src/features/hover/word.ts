/** Hover over what no other text is about: words of a table, booleans, numbers, prefixes, addresses. */

import { overlaps } from "../../text/span.ts";
import { exitStatusText, valueText } from "../../texts/texts.ts";
import { exitCode } from "../../values/exit-codes.ts";
import { valueKind } from "../../values/index.ts";
import type { Parsed } from "../../values/kind.ts";
import type { TargetPart } from "../target.ts";
import { type Block, enumerate, plainly, say } from "./markup.ts";
import type { Describe } from "./piece.ts";
import { paragraphs, sentenceOf } from "./told.ts";

/** What is allowed here, and how systemd reads what is written. */
export const describeWord: Describe = ({ assignment: { entry, parsed }, directive, context, part, text, texts }) => {
  if (entry.value.text === "") return empty(directive.repeat === "list");
  if (parsed === undefined) return [];
  const kind = valueKind(directive.kind);
  const words = kind?.words?.(context) ?? [];
  const head = say`${text}: ${plainly(isRefused(parsed, part) ? "no" : "a")} value of ${`${directive.name}=`}`;
  const told = valueText(texts, directive.name, text);
  if (told !== undefined) return [head, sentenceOf(told)];
  const reading = readAs(parsed.value, entry.value.text);
  if (part?.kind === "keyword" && words.includes(text) && words.length <= MOST)
    return [head, say`Allowed: ${enumerate(words)}`, ...reading];
  return [head, ...(kind === undefined ? [] : [say`Takes ${plainly(kind.describe)}`]), ...reading];
};

/** Whether systemd makes nothing of a piece, or of the whole value where there is no piece. */
function isRefused({ problems }: Parsed, part: TargetPart | undefined): boolean {
  return problems.some(({ consequence, span }) => {
    if (consequence === "notes" || consequence === "silent") return false;
    return part === undefined ? consequence !== "drops-piece" : overlaps(span, part.logical);
  });
}

/** The table of words is told where it is no longer than this. */
const MOST = 24;

function empty(clears: boolean): readonly Block[] {
  return clears ? [["Clears what stands above"]] : [];
}

function readAs(value: unknown, written: string): readonly Block[] {
  if (typeof value === "boolean") return [say`Means ${value ? "yes" : "no"}`];
  return typeof value === "string" && value !== written && value !== "" ? [say`Read as ${value}`] : [];
}

/** A sign before a list: `~`. */
export const describeInversion: Describe = ({ text, directive }) => {
  if (text !== "~") return [];
  const what =
    directive.name === "SystemCallFilter" || directive.name.startsWith("Restrict")
      ? "forbids what is listed, and allows all else"
      : "takes what is listed away";
  return [say`${"~"} ${[what]}`];
};

/** A sign before a path or a condition. */
export const describePrefix: Describe = ({ text, directive }) => {
  if (/^(?:Condition|Assert)/.test(directive.name)) return [];
  if (text === "-") return [say`${"-"} it is no error where the path is missing`];
  return text === "+" ? [say`${"+"} the path is taken below RootDirectory= or RootImage=`] : [];
};

/** The number of an exit status, or of a signal. */
export const describeExitStatus: Describe = ({ text, context, texts }) => {
  const code = exitCode(text, context.version);
  if (code === undefined) return [];
  const told = exitStatusText(texts, code);
  return [say`${text}: exit status ${plainly(String(code))}`, ...paragraphs(told)];
};

/** `man:foo(8)` and addresses. */
export const describeUri: Describe = ({ text }) => {
  const [, page] = /^man:(.+)$/.exec(text) ?? [];
  return page === undefined ? [say`${text}: documentation of the unit`] : [say`The manual page ${page}`];
};
