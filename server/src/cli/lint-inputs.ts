/** Reads and judges inputs: each file by itself, then units with their drop-ins and each other. */
import { remember } from "../catalog/lazy.ts";
import { byPlace, type Finding, isSameFinding } from "../lint/finding.ts";
import type { RuleSettings } from "../lint/preset.ts";
import { lintFor, lintUnitsFor, type Target } from "../lint/targets.ts";
import type { UnitFile } from "../model/unit-file.ts";
import type { Manager } from "../model/unit-file-name.ts";
import { rules } from "../rules/index.ts";
import { SourceFile } from "../text/source-file.ts";
import type { FileHost } from "../workspace/file-host.ts";
import { openGroup } from "../workspace/open-group.ts";
import { unitTextOf } from "../workspace/read-text.ts";
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
export function lintInputs(inputs: Inputs, judgement: Judgement): LintResult {
  return lintFiles(readInputs(inputs, judgement), judgement);
}

/** What was read, and what could not be. */
export interface ReadFiles extends Pick<LintResult, "errors" | "skipped"> {
  readonly files: readonly LintFile[];
}

/** Reads every input. */
export function readInputs({ inputs, errors, skipped }: Inputs, judgement: Judgement): ReadFiles {
  const failed: InputError[] = [...errors];
  const files: LintFile[] = [];
  for (const input of inputs) {
    const outcome = readInput(input, judgement);
    if ("problem" in outcome) failed.push({ path: input.path, message: outcome.problem });
    else files.push(outcome);
  }
  return { files, errors: failed, skipped };
}

/** Judges files: each by itself, and the units that they make up. */
export function lintFiles({ files, errors, skipped }: ReadFiles, judgement: Judgement): LintResult {
  const { settings, targets } = judgement;
  const progress = new Progress(process.stderr);
  const byFile = unitFindings(files, judgement);
  const findings = files.flatMap(({ source, name }, done) => {
    progress.update(done, files.length);
    const ofUnits = byFile.get(source) ?? [];
    const ofFile = lintFor(targets, source, name, rules, settings);
    return ofUnits.length === 0 ? ofFile : [...ofFile, ...ofUnits].sort(byPlace);
  });
  progress.clear();
  const paths = files.map(({ source }) => source.path);
  return { ...judgedBy(judgement), files: files.length, paths, findings, errors, skipped };
}

/** How a result says by what it was judged. */
export function judgedBy({ settings, targets }: Judgement): Pick<LintResult, "preset" | "targets" | "versions"> {
  const names = targets.map(({ name }) => name);
  const versions = Object.fromEntries(targets.map(({ name, catalog }) => [name, catalog.version]));
  return { preset: settings.preset, targets: names, versions };
}

function readInput(input: Input, { targets, args }: Judgement): LintFile | { problem: string } {
  const outcome = input.read();
  if ("problem" in outcome) return outcome;
  const read = unitTextOf(outcome.bytes);
  if ("problem" in read) return read;
  const source = new SourceFile(input.path, read.text);
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
      else if (!known.some(other => isSameFinding(other, finding))) known.push(finding);
    }
  }
  return byFile;
}

function groupFindings(
  group: UnitGroup,
  linted: ReadonlySet<SourceFile>,
  { settings, targets }: Judgement,
): readonly Finding[] {
  const open = ({ catalog }: Target) => openGroup(group, catalog);
  const isLinted = ({ source }: UnitFile) => linted.has(source);
  return lintUnitsFor(targets, { open, names: group.fragments, isLinted }, rules, settings);
}
