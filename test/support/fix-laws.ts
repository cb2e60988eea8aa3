/** Laws of fixes: they come to an end, lead to no finding, and leave alone what they are not about. */
import assert from "node:assert/strict";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import type { Finding } from "../../server/src/lint/finding.ts";
import { mergeSettings, settingKey } from "../../server/src/model/setting.ts";
import { readUnitFile, type UnitFile } from "../../server/src/model/unit-file.ts";
import { unitFileName } from "../../server/src/model/unit-file-name.ts";
import type { SourceFile } from "../../server/src/text/source-file.ts";

/** What is left is judged afresh, and no rule finds more in a file than before. */
export function assertFewer(before: readonly Finding[], after: readonly Finding[], fixed: number): void {
  const [was, is] = [countsOf(before), countsOf(after)];
  for (const [key, count] of is) assert.ok(count <= (was.get(key) ?? 0), `more of ${key}`);
  assert.ok(after.length <= before.length - fixed, "what was fixed is gone");
}

function countsOf(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, file } of findings)
    counts.set(`${rule} in ${file.path}`, (counts.get(`${rule} in ${file.path}`) ?? 0) + 1);
  return counts;
}

function readFile(source: SourceFile): UnitFile {
  const name = unitFileName(source.path);
  assert.ok(name);
  return readUnitFile(source, name, catalogAt(262));
}

/** What systemd itself reads otherwise than it is written. systemd: patch_var_run(), src/core/load-fragment.c; exec_output_table, src/core/execute.c; exec_command_flags of `!!` since 258 */
const readAs: readonly (readonly [RegExp, string])[] = [
  [/\/var\/run(?=["/])/g, "/run"],
  [/"syslog(?=["+])/g, '"journal'],
  [/"ambient-magic"/g, ""],
];

/** All that counts, as systemd stores it. */
export function valuesIn(source: SourceFile): string[] {
  const { all } = mergeSettings([readFile(source)]);
  return all
    .map(({ section, name, effective }) => {
      const stored = readAs.reduce(
        (text, [old, now]) => text.replace(old, now),
        JSON.stringify(effective.map(storedOf)),
      );
      return `[${section}] ${name}=${stored}`;
    })
    .sort();
}

function storedOf({ parsed, entry }: { parsed: unknown; entry: { value: { text: string } } }): unknown {
  const value = (parsed as { value?: unknown } | undefined)?.value;
  return value ?? entry.value.text;
}

/** Settings of which no line came, went or changed; where a header did, all may differ. */
export function assertSameElsewhere(before: SourceFile, after: SourceFile): void {
  const [one, other] = [readFile(before), readFile(after)];
  const [was, is] = [linesIn(one), linesIn(other)];
  const touched = [...without(was, is), ...without(is, was)];
  if (touched.some(line => line.startsWith("header")) || one.stop !== undefined) return;
  const isTouched = (value: string) => touched.some(line => line.includes(/\] (.*?)=/.exec(value)?.[1] ?? " "));
  const untouched = (source: SourceFile) => valuesIn(source).filter(value => !isTouched(value));
  assert.deepEqual(untouched(after), untouched(before), before.path);
}

/** Each with its kind and section, and the current name of its setting. */
function linesIn({ blocks, source }: UnitFile): string[] {
  return blocks.flatMap(({ header, lines, section, assignments }) => {
    const directives = new Map(assignments.map(({ entry, directive }) => [entry as object, directive]));
    return [...(header ? [header] : []), ...lines].map(line => {
      const text = source.text.slice(line.span.start, line.span.end).replace(/[\r\n\0]+$/, "");
      const directive = directives.get(line);
      return `${line.kind} ${section} ${text} ${directive === undefined ? "" : settingKey(directive)}`;
    });
  });
}

function without(list: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return list.filter(item => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}
