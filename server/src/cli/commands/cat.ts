/** `unitlint cat UNIT…`: the files of a unit in the order in which systemd reads them, or what they come to. */
import { extrasOf, ownersOf, type UnitExtra } from "../../model/drop-ins.ts";
import type { Unit } from "../../model/unit.ts";
import type { UnitEntry } from "../../model/unit-folder.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import { effectiveText } from "../../reports/effective.ts";
import { type CommandOutput, joinOutputs } from "../command-output.ts";
import { namedUnit } from "../opened-units.ts";
import { type Paint, printable, printableJson } from "../terminal.ts";
import { unitJson } from "./cat-json.ts";

/** What was asked. */
export interface CatArguments {
  readonly units: readonly string[];
  /** The merged settings instead of the files. */
  readonly effective: boolean;
  /** With them also what does not count. */
  readonly all: boolean;
  readonly format: "human" | "json";
}

/** Prints units one below the other; status 1 where one is not found or masked. systemd: verb_cat(), src/systemctl/systemctl-edit.c */
export function cat(set: UnitSet, args: CatArguments, paint: Paint): CommandOutput {
  const outputs = args.units.map(word => catOne(set, word, args, paint));
  if (args.format === "human") return joinOutputs(outputs);
  const units = outputs.flatMap(({ stdout }) => (stdout === "" ? [] : [JSON.parse(stdout)]));
  return { ...joinOutputs(outputs), stdout: `${printableJson(JSON.stringify(units, null, 2))}\n` };
}

function catOne(set: UnitSet, word: string, { effective, all, format }: CatArguments, paint: Paint): CommandOutput {
  const named = namedUnit(set, word);
  if ("problem" in named) return failed(`${named.problem}${lostDropIns(set, word)}`);
  const unit = set.unit(named.name);
  if (unit.load === "masked") return failed(maskedBy(unit));
  if (unit.fragment === undefined && unit.dropIns.length === 0)
    return failed(`${unit.id} has no file: systemd makes it up where it is needed`);
  if (isInvented(unit))
    return failed(`${unit.id} is a unit that distributions ship, but its file is not in these folders`);
  const notes = [...(named.note === undefined ? [] : [named.note]), ...loadNotes(unit)];
  return {
    stdout:
      format === "json"
        ? JSON.stringify(unitJson(unit))
        : effective
          ? effectiveText(unit, { all, paint })
          : filesText(unit, paint),
    stderr: notes.map(note => `unitlint: note: ${note}\n`).join(""),
    status: 0,
  };
}

function failed(problem: string): CommandOutput {
  return { stdout: "", stderr: `unitlint: ${problem}\n`, status: 1 };
}

/** Of the units of distributions, the stock folder knows hardly more than the names. */
function isInvented({ entry }: Unit): boolean {
  return entry?.path.startsWith("distributions/") === true;
}

function maskedBy({ id, entry }: Unit): string {
  if (entry === undefined) return `${id} is masked`;
  const path = printable(entry.path);
  return `${id} is masked by ${path}, ${entry.link === undefined ? "an empty file" : `a link to ${printable(entry.link.target)}`}`;
}

/** Drop-ins of a unit without a file count for nothing, which people overlook. */
function lostDropIns({ folders, unit }: UnitSet, word: string): string {
  const { names, type, id } = unit(word);
  const [first] = extrasOf(folders, ownersOf(names, type), "d").filter(({ folder }) => folder === `${id}.d`);
  return first === undefined ? "" : `; ${printable(first.entry.path)} is read for nothing`;
}

function loadNotes({ id, load, fragment }: Unit): string[] {
  if (load === "bad-setting" && fragment?.stop === undefined)
    return [`systemd refuses to start ${id}; unitlint lint tells why`];
  if (fragment?.stop === undefined) return [];
  const { source, stop } = fragment;
  return [
    `systemd reads ${id} no further than ${printable(source.path)}:${source.position(stop.line.span.start).line}, and none of its drop-ins`,
  ];
}

function filesText({ entry, extras, fragment }: Unit, paint: Paint): string {
  const files = entry === undefined || fragment === undefined ? [] : [fileText(entry, fragment.source.text, paint)];
  return [...files, ...extras.map(extra => extraText(extra, paint))].join("\n");
}

function extraText({ entry, hides }: UnitExtra, paint: Paint): string {
  if (!entry.masks()) return fileText(entry, entry.read()?.text ?? "", paint);
  const hidden = hides.map(other => printable(other.entry.path)).join(" and ");
  return `${paint("dim", `# ${pathOf(entry)} is a mask${hidden === "" ? "" : ` over ${hidden}`}`)}\n`;
}

function pathOf({ path, link }: UnitEntry): string {
  return printable(link === undefined ? path : `${path} -> ${link.target}`);
}

/** The lines as they are, but for what a terminal would obey. */
function fileText(entry: UnitEntry, text: string, paint: Paint): string {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const shown = lines.map(line => {
    const safe = line.replace(/\r$/, "").split("\t").map(printable).join("\t");
    return /^\s*[#;]/.test(safe) ? paint("dim", safe) : /^\s*\[/.test(safe) ? paint("strong", safe) : safe;
  });
  return [paint("info", `# ${pathOf(entry)}`), ...shown, ""].join("\n");
}
