/** The assessments of `systemd-analyze security`: `server/data/exposure.json`, out of `src/analyze/analyze-security.c`. */
import type { ExposureRow, ExposureTable } from "../../src/exposure/table.ts";
import { GeneratorStop } from "./stop.ts";
import { mustRead, type SourceTree } from "./tree.ts";

/** The table from trees in any order, the newest of which also says which system calls a 64-bit PC has; stops where two releases differ. */
export function exposureTable(trees: readonly SourceTree[]): ExposureTable {
  const sorted = trees.toSorted((a, b) => b.version - a.version);
  const [newest, ...older] = sorted;
  if (newest === undefined) throw new GeneratorStop("no tree to read the assessments from");
  const rows = rowsOf(newest);
  for (const tree of older)
    if (exposureText({ rows: rowsOf(tree), nativeCalls: [] }) !== exposureText({ rows, nativeCalls: [] }))
      throw new GeneratorStop(
        `systemd ${tree.release} assesses otherwise than ${newest.release}: keep both by version`,
      );
  return { rows, nativeCalls: nativeCalls(newest) };
}

/** `exposure.json`: one row a line. */
export function exposureText({ rows, nativeCalls: calls }: ExposureTable): string {
  const lines = rows.map(row => `    ${JSON.stringify(row)}`).join(",\n");
  return `{\n  "rows": [\n${lines}\n  ],\n  "nativeCalls": ${JSON.stringify(calls.join(" "))}\n}\n`;
}

function rowsOf(tree: SourceTree): ExposureRow[] {
  const source = mustRead(tree, "src/analyze/analyze-security.c");
  const table = /security_assessor_table\[\] = \{\n([\s\S]*?)\n\};/.exec(source)?.[1];
  if (table === undefined) throw new GeneratorStop(`systemd ${tree.release}: the table of assessments is not found`);
  return [...table.matchAll(/\{\n([\s\S]*?)\n {8}\}/g)].map(([, fields = ""]) => rowOf(fields, tree));
}

function rowOf(fields: string, { release }: SourceTree): ExposureRow {
  const of = (name: string) => new RegExp(`\\.${name} = ([^,]*(?:"[^"]*")?[^,]*),`).exec(fields)?.[1]?.trim();
  const name = of("id")?.slice(1, -1);
  const field = of("json_field")?.slice(1, -1);
  const [weight, range] = [Number(of("weight")), Number(of("range"))];
  const assess = of("assess")?.replace("assess_", "").replaceAll("_", "-");
  if (name === undefined || field === undefined || assess === undefined || !(weight > 0) || !(range > 0))
    throw new GeneratorStop(`systemd ${release}: an assessment is not understood: ${fields.trim().slice(0, 60)}`);
  const subject = subjectOf(of("parameter") ?? "", /offsetof\(SecurityInfo, (\w+)\)/.exec(fields)?.[1]);
  const late = of("default_dependencies_only") === "true";
  return { field, name, weight, range, assess, ...(subject && { subject }), ...(late && { late }) };
}

/** What the assessment looks at: capabilities, a kind of namespace, a group of system calls, a flag. */
function subjectOf(parameter: string, offset: string | undefined): string | undefined {
  const capabilities = parameter.match(/CAP_\w+/g);
  if (capabilities !== null) return capabilities.join(" ");
  const [, namespace] = /^CLONE_NEW(\w+)$/.exec(parameter) ?? [];
  if (namespace !== undefined) return namespace === "NS" ? "mnt" : namespace.toLowerCase();
  const [, group] = /^SYSCALL_FILTER_SET_(\w+)$/.exec(parameter) ?? [];
  return group === undefined ? offset : `@${group.toLowerCase().replaceAll("_", "-")}`;
}

const callTables = ["src/include/override/sys/syscalls-x86_64.txt", "src/basic/syscalls-x86_64.txt"];

function nativeCalls(tree: SourceTree): string[] {
  const text = callTables.map(path => tree.read(path)).find(found => found !== undefined);
  if (text === undefined) throw new GeneratorStop(`systemd ${tree.release}: the system calls of x86-64 are not found`);
  return text.split("\n").flatMap(line => /^(\w+)\t\d+$/.exec(line)?.[1] ?? []);
}
