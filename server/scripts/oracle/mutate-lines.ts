/** Mutations of line ends, of continuations and of a file's shape. */
import {
  anyLine,
  type Draft,
  insertAnywhere,
  insertAt,
  isComment,
  isEntry,
  isHeader,
  keyAndValue,
  type Line,
} from "./draft.ts";
import type { Mutation } from "./mutation.ts";
import type { Random } from "./random.ts";

const oddEnds = [
  "\r",
  "\0",
  "\n\r",
  "\r\n",
  "\r\n\0",
  "\n\r\0",
  "\n\0",
  "\r\0",
  "\r\r\n",
  "\n\n\r",
  "\0\0",
  "\0\n",
  "\0\r\n",
];

const everyEnd = (kind: string, end: (random: Random) => string): Mutation => ({
  kind: `line-end:${kind}`,
  apply: ({ lines }, random) => {
    for (const line of lines) line.end = end(random);
  },
});

/** Line ends that are not a plain line feed. */
export const lineEndMutations: readonly Mutation[] = [
  everyEnd("all-crlf", () => "\r\n"),
  everyEnd("all-cr", () => "\r"),
  everyEnd("all-lfcr", () => "\n\r"),
  everyEnd("all-nul", () => "\0"),
  everyEnd("all-mixed", random => random.pick(["\n", ...oddEnds])),
  {
    kind: "line-end:one",
    weight: 3,
    apply: (draft, random) => onAny(draft, random, line => (line.end = random.pick(oddEnds))),
  },
  {
    kind: "line-end:inside",
    apply: (draft, random) =>
      onAny(draft, random, line => {
        const at = random.below(line.text.length + 1);
        line.text = line.text.slice(0, at) + random.pick(["\r", "\0", "\r\0"]) + line.text.slice(at);
      }),
  },
  { kind: "line-end:none-at-end", apply: ({ lines }) => withLast(lines, line => (line.end = "")) },
  { kind: "line-end:many-at-end", apply: ({ lines }) => withLast(lines, line => (line.end = "\n\n\n")) },
];

const comments = ["# why", "; why", "  # why", "\t;why", "#", "# why \\", ";\\"];

/** Lines joined by a backslash, rightly or wrongly. */
export const continuationMutations: readonly Mutation[] = [
  {
    kind: "continuation:value",
    weight: 2,
    apply: (draft, random) => splitLine(draft, random, isEntry, afterEquals, []),
  },
  {
    kind: "continuation:comment",
    weight: 2,
    apply: (draft, random) =>
      splitLine(draft, random, isEntry, afterEquals, [random.pick(comments), random.pick(comments)]),
  },
  {
    kind: "continuation:blank-line",
    apply: (draft, random) => splitLine(draft, random, isEntry, afterEquals, [random.pick(["", "  ", "\t"])]),
  },
  { kind: "continuation:key", apply: (draft, random) => splitLine(draft, random, isEntry, insideKey, []) },
  {
    kind: "continuation:header",
    weight: 0.5,
    apply: (draft, random) => splitLine(draft, random, isHeader, insideKey, []),
  },
  {
    kind: "continuation:after-header",
    weight: 0.15,
    apply: (draft, random) => append(draft, random, ["\\"], isHeader),
  },
  {
    kind: "continuation:after-entry",
    weight: 2,
    apply: (draft, random) => append(draft, random, ["\\", " \\"], isEntry),
  },
  {
    kind: "continuation:blank-after",
    apply: (draft, random) => append(draft, random, ["\\ ", "\\\t", "\\\\ "], isEntry),
  },
  {
    kind: "continuation:double",
    apply: (draft, random) => append(draft, random, ["\\\\", "\\\\\\", "\\\\\\\\"], isEntry),
  },
  { kind: "continuation:after-comment", apply: (draft, random) => append(draft, random, ["\\"], isComment) },
  {
    kind: "continuation:lone",
    apply: (draft, random) => insertAnywhere(draft, random, random.pick(["\\", "  \\", "\\\\"])),
  },
  {
    kind: "continuation:at-end",
    apply: ({ lines }, random) =>
      withLast(lines, line => {
        line.text += random.pick(["\\", " \\"]);
        line.end = random.pick(["", "\n"]);
        if (random.chance(0.4)) lines.push({ text: "# the end", end: random.pick(["", "\n"]) });
      }),
  },
];

/** Lines out of order, doubled, lost or blank. */
export const shapeMutations: readonly Mutation[] = [
  { kind: "shape:lost-line", apply: (draft, random) => void draft.lines.splice(random.below(draft.lines.length), 1) },
  {
    kind: "shape:blank-line",
    apply: (draft, random) => insertAnywhere(draft, random, random.pick(["", " ", "\t \t"])),
  },
  { kind: "shape:comment-line", apply: (draft, random) => insertAnywhere(draft, random, random.pick(comments)) },
  {
    kind: "shape:moved-line",
    apply: (draft, random) => {
      const [line] = draft.lines.splice(random.below(draft.lines.length), 1);
      if (line !== undefined) insertAnywhere(draft, random, line.text);
    },
  },
  {
    kind: "shape:cut",
    weight: 0.3,
    apply: ({ lines }, random) => {
      lines.splice(1 + random.below(lines.length));
      withLast(lines, line =>
        Object.assign(line, { text: line.text.slice(0, random.below(line.text.length + 1)), end: "" }),
      );
    },
  },
];

const LINE_LIMIT = 1024 * 1024;

/** Lines at and beyond systemd's limit; slow, hence very rare. */
export const overlongMutations: readonly Mutation[] = [
  overlong("over-long:value", [LINE_LIMIT - 1, LINE_LIMIT, LINE_LIMIT + 1], length => [
    "Description=".padEnd(length, "x"),
  ]),
  overlong("over-long:comment", [LINE_LIMIT - 1, LINE_LIMIT], length => ["#".padEnd(length, "x")]),
  overlong("over-long:continuation", [LINE_LIMIT, LINE_LIMIT + 1], length => {
    const half = Math.floor(length / 2);
    return [`${"Description=".padEnd(half - 1, "x")}\\`, "y".repeat(length - half)];
  }),
];

function overlong(kind: string, lengths: readonly number[], texts: (length: number) => string[]): Mutation {
  const apply: Mutation["apply"] = (draft, random) => insertAnywhere(draft, random, ...texts(random.pick(lengths)));
  return { kind, weight: 0.01, apply };
}

function onAny(draft: Draft, random: Random, change: (line: Line) => void, accepts?: (text: string) => boolean): void {
  const found = anyLine(draft, random, accepts);
  if (found !== undefined) change(found.line);
}

function append(draft: Draft, random: Random, tails: readonly string[], accepts: (text: string) => boolean): void {
  onAny(draft, random, line => (line.text += random.pick(tails)), accepts);
}

function withLast(lines: readonly Line[], change: (line: Line) => void): void {
  const last = lines.at(-1);
  if (last !== undefined) change(last);
}

const afterEquals = (text: string): [number, number] => [text.length - keyAndValue(text).value.length, text.length];
const insideKey = (text: string): [number, number] => [1, isHeader(text) ? text.length : text.indexOf("=")];

/** Breaks a line in two with a backslash between two offsets, with other lines in the gap. */
function splitLine(
  draft: Draft,
  random: Random,
  accepts: (text: string) => boolean,
  range: (text: string) => [number, number],
  between: readonly string[],
): void {
  const found = anyLine(draft, random, accepts);
  if (found === undefined) return;
  const { line, at } = found;
  const [from, to] = range(line.text);
  const cut = from + random.below(to - from + 1);
  const rest = line.text.slice(cut);
  line.text = `${line.text.slice(0, cut)}\\`;
  insertAt(draft, at + 1, ...between, rest);
}
