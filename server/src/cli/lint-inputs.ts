/** Reads and judges inputs: each file by itself, then units with their drop-ins and each other. */
import { remember } from "../catalog/lazy.ts";
import type { Finding } from "../lint/finding.ts";
import type { RuleSettings } from "../lint/preset.ts";
import { lintFor, lintUnitsFor, type Target } from "../lint/targets.ts";
import { stockFolder } from "../model/stock-folder.ts";
import type { Manager } from "../model/unit-file-name.ts";
import { openUnitSet } from "../model/unit-set.ts";
import { rules } from "../rules/index.ts";
import { SourceFile } from "../text/source-file.ts";
import { decodeUtf8 } from "../text/utf8.ts";
import { looksBinary, looksUtf16 } from "../workspace/binary.ts";
import type { FileHost } from "../workspace/file-host.ts";
import { rootFolders } from "../workspace/roots.ts";
import { newSources } from "../workspace/sources.ts";
import { groupUnits, type LintFile, type UnitGroup } from "../workspace/unit-groups.ts";
import type { Input } from "./input.ts";
import { inputName } from "./input-name.ts";
import type { Inputs } from "./inputs.ts";
import type { LintArguments } from "./options.ts";
import { Progress } from "./progress.ts";
import type { InputError, LintResult } from "./result.ts";
import { printable } from "./terminal.ts";

/** What to judge by. */
export interface Judgement {
  readonly settings: RuleSettings;
  /** One at least. */
  readonly targets: readonly [Target, ...Target[]];
  readonly args: LintArguments;
  readonly host: FileHost;
}

/** Lints every input; what cannot be read becomes an error of the result. */
export function lintInputs({ inputs, errors, skipped }: Inputs, judgement: Judgement): LintResult {
  const { settings, targets } = judgement;
  const progress = new Progress(process.stderr);
  const failed: InputError[] = [...errors];
  const files: LintFile[] = [];
  for (const input of inputs) {
    const outcome = readInput(input, judgement);
    if ("problem" in outcome) failed.push({ path: input.path, message: outcome.problem });
    else files.push(outcome);
  }
  const byFile = unitFindings(files, judgement);
  const findings = files.flatMap(({ source, name }, done) => {
    progress.update(done, files.length);
    const ofUnits = byFile.get(source) ?? [];
    const ofFile = lintFor(targets, source, name, rules, settings);
    return ofUnits.length === 0 ? ofFile : [...ofFile, ...ofUnits].sort(byPlace);
  });
  progress.clear();
  const names = targets.map(({ name }) => name);
  const versions = Object.fromEntries(targets.map(({ name, catalog }) => [name, catalog.version]));
  return { preset: settings.preset, targets: names, versions, files: files.length, findings, errors: failed, skipped };
}

function readInput(input: Input, { targets, args }: Judgement): LintFile | { problem: string } {
  const outcome = input.read();
  if ("problem" in outcome) return outcome;
  const text = decodeUtf8(outcome.bytes);
  if (looksUtf16(text)) return { problem: "is UTF-16 text; systemd reads UTF-8 only" };
  if (looksBinary(text)) return { problem: "is a binary file, not a unit file" };
  const source = new SourceFile(input.path, text);
  const { name, guessed } = inputName(input, source.text, args, targets[0].catalog);
  if (guessed) {
    process.stderr.write(
      `unitlint: note: ${printable(input.path)} is judged as a ${name.type} unit, by its sections; --as NAME says otherwise\n`,
    );
  }
  return { source, name, lone: guessed || args.as !== undefined };
}

/** What is wrong with units as a whole, by the file to change. */
function unitFindings(files: readonly LintFile[], judgement: Judgement): ReadonlyMap<SourceFile, Finding[]> {
  const linted = new Set(files.map(({ source }) => source));
  const byFile = new Map<SourceFile, Finding[]>();
  const sources = newSources();
  const { host, args } = judgement;
  const { root, unitPath } = args;
  const surroundings = remember((manager: Manager) =>
    root.length + unitPath.length === 0
      ? []
      : rootFolders(host, { roots: root, unitPaths: unitPath }, manager, sources),
  );
  for (const group of groupUnits(host, files, sources, surroundings)) {
    for (const finding of groupFindings(group, linted, judgement)) {
      const known = byFile.get(finding.file);
      if (known === undefined) byFile.set(finding.file, [finding]);
      else if (!known.some(other => isSame(other, finding))) known.push(finding);
    }
  }
  return byFile;
}

function groupFindings(
  { folders, manager, fragments }: UnitGroup,
  linted: ReadonlySet<SourceFile>,
  { settings, targets }: Judgement,
): Finding[] {
  const isWhole = folders.some(({ role, units }) => role !== "given" && units.has("basic.target"));
  const open = ({ catalog }: Target) =>
    openUnitSet(isWhole ? folders : [...folders, stockFolder(catalog.version, manager)], manager, catalog);
  return lintUnitsFor(
    targets,
    { open, names: fragments, isLinted: ({ source }) => linted.has(source) },
    rules,
    settings,
  );
}

/** A file may count for units of several groups. */
function isSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.span.start === b.span.start && a.span.end === b.span.end && a.message === b.message;
}

function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
