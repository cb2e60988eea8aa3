/** No regular expression of the product repeats what repeats, unless somebody looked at it: that is where time explodes. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** Each repetition begins or ends with a character that cannot stand elsewhere in it, so that a text can be divided in one way only. */
const judged: readonly string[] = [
  "cli/guess-target.ts: /^FROM[ \\t]+(?:--\\S+[ \\t]+)*(\\S+)/",
  // No failure can follow it: every character is a piece.
  "features/selection-ranges.ts: /(?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|\\\\.|[^ \\t\"'\\\\]|[\"'\\\\])+/",
  // Of 2,000 characters at most.
  "model/daemons/desktop.ts: /^(?:(?:-[aEOPt]\\s?\\S+|-[cs]+)\\s+)*(?:[^-\\s]|-k)/",
  "model/daemons/remote.ts: /(?<=^(?:-[1246ACGKMNTVXYafgknqstvxy]*(?:[BbcDEeFIiJLlMmOopQRSWw]\\s?\\S+)?\\s)*)-[1246ACGKMNTVXYagknqstvxy]*f[1246ACGKMNTVXYafgknqstvxy]*(?!\\S)/",
  "model/daemons/starters.ts: /(?<=^(?:-\\S+ )*)(?:-[fc]*w[fc]*|--wait)(?!\\S)/",
  "model/daemons/starters.ts: /(?<=\\bnew(?:-session)?\\s+(?:-\\S+\\s+(?:[^-\\s]\\S*\\s+)?)*)-[A-Za-z]*d[A-Za-z]*(?!\\S)/",
  "rules/runtime-path-not-created.ts: /^(?:[\\w@.-]+[=:])*(\\/(?:var\\/)?run\\/[^\\s:,;$]+\\/[^\\s:,;$/]*(?:pid|sock|socket|lock))$/",
  "values/path.ts: /^\\/?[^/.][^/]*(?:\\/[^/.][^/]*)*$/",
  "values/unit-meant.ts: /^[^,]+(?:,[^,]*)+$/",
  "workspace/foreign.ts: /^(?:\\xef\\xbb\\xbf)?(?:\\s|[#;].*\\n)*\\[(?:D-BUS Service|Desktop Entry)\\]/",
  "workspace/path.ts: /^(?:\\.\\/+)+/",
  "lint/config/read.ts: /^(?:\\.\\/+)+/",
  "values/calendar/weekdays.ts: /^[a-z]+(?:(?:\\.\\.|[-,])[a-z]+)*/",
  'values/kinds/mount-options.ts: /(?:"[^"]*"|[^,"])+/',
  "values/kinds/protect-hostname.ts: /^[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*(?:\\.[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*)*$/",
];

const literal =
  /(?<=[=(,:;!&|?{}[\]\s]|^)\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n*[])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/[dgimsuvy]*/gm;

test("nested repetitions are known, each with its reason", () => {
  const folder = fileURLToPath(new URL("../../server/src/", import.meta.url));
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(name => name.endsWith(".ts"));
  let seen = 0;
  const nested = names.flatMap(name =>
    [...readFileSync(folder + name, "utf8").matchAll(literal)].flatMap(([, source = ""]) => {
      seen++;
      return repeatsRepetition(source) ? [`${name.replaceAll("\\", "/")}: /${source}/`] : [];
    }),
  );
  assert.ok(seen > 500, `${seen} regular expressions were found`);
  assert.deepEqual(nested.sort(), [...judged].sort());
});

test("what repeats a repetition is told from what does not", () => {
  for (const source of ["(a+)+", "(?:a*b?)*", "((a{2,}))+", "(?:[)]+)*"]) assert.ok(repeatsRepetition(source), source);
  for (const source of ["a+b*", "(?:ab)+", "[(+]+", "(a+)?", "\\(a+\\)+", "(a{2})+"])
    assert.ok(!repeatsRepetition(source), source);
});

const unbounded = /(?:[*+]|\{\d+,\})/y;

/** Whether a group without limit holds a repetition without limit. */
function repeatsRepetition(source: string): boolean {
  const groups: boolean[] = [false];
  const isRepeated = (at: number) => {
    unbounded.lastIndex = at;
    return unbounded.test(source);
  };
  for (let at = 0; at < source.length; at++) {
    const sign = source.charAt(at);
    if (sign === "\\") at++;
    else if (sign === "[") at = endOfClass(source, at);
    else if (sign === "(") groups.push(false);
    else if (sign === ")") {
      const holds = groups.pop() === true;
      if (holds && isRepeated(at + 1)) return true;
      if (holds) groups[groups.length - 1] = true;
    } else if (isRepeated(at)) groups[groups.length - 1] = true;
  }
  return false;
}

function endOfClass(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source.charAt(at) !== "]") at += source.charAt(at) === "\\" ? 2 : 1;
  return at;
}
