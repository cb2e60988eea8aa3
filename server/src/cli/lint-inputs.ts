/** Reads and judges inputs: each file by itself, then units with their drop-ins and each other. */
import { remember } from "../catalog/lazy.ts";
import { byPlace, type Finding, isSameFinding } from "../lint/finding.ts";
import { type Suppressed, suppress } from "../lint/suppression/suppress.ts";
import { type JudgedUnits, lintFor, lintUnitsFor, type Target } from "../lint/targets.ts";
import { readOnce } from "../model/file-reading.ts";
import type { UnitFile } from "../model/unit-file.ts";
import type { Manager } from "../model/unit-file-name.ts";
import { rules } from "../rules/index.ts";
import { SourceFile } from "../text/source-file.ts";
import type { Profile } from "../workspace/config/configs.ts";
import { partBy, splitGroup } from "../workspace/config/split.ts";
import type { FileHost } from "../workspace/file-host.ts";
import { openGroup } from "../workspace/open-group.ts";
import { unitTextOf } from "../workspace/read-text.ts";
import { rootFilesOf } from "../workspace/root-files.ts";
import { rootFolders } from "../workspace/roots.ts";
import { newSources } from "../workspace/sources.ts";
import { groupUnits, type LintFile, type UnitGroup, unitFolderOf } from "../workspace/unit-groups.ts";
import { type Judgings, judgingsOf, selectInputs, summaryOf, type UsualJudging } from "./file-judging.ts";
import type { Input } from "./input.ts";
import { inputName } from "./input-name.ts";
import type { Inputs } from "./inputs.ts";
import type { LintArguments } from "./options.ts";
import { Progress } from "./progress.ts";
import { relationOf } from "./report/order.ts";
import type { InputError, LintResult } from "./result.ts";
import { isIn, type Part } from "./scale/part.ts";
import { printable } from "./terminal.ts";

/** What to judge by. */
export interface Judgement extends UsualJudging {
  readonly args: LintArguments;
  readonly host: FileHost;
  /** Which of the inputs to judge, those around them being there all the same. */
  readonly part?: Part;
}

/** Lints every input; what cannot be read becomes an error of the result. */
export function lintInputs(inputs: Inputs, judgement: Judgement): LintResult {
  return lintFiles(readInputs(inputs, judgement), judgement);
}

/** What was read, and what could not be. */
export interface ReadFiles extends Pick<LintResult, "errors" | "skipped"> {
  readonly files: readonly LintFile[];
  /** What is wrong with configurations. */
  readonly configFindings: readonly Finding[];
}

/** The paths of what was read. */
export function pathsOf({ files }: ReadFiles): readonly string[] {
  return files.map(({ source }) => source.path);
}

/** Reads every input that is to be judged. */
export function readInputs({ inputs, errors, skipped }: Inputs, judgement: Judgement): ReadFiles {
  const judgings = judgingsOf(judgement);
  const selected = selectInputs(inputs, judgement);
  for (const note of selected.notes) process.stderr.write(`unitlint: note: ${note}\n`);
  const failed: InputError[] = [...errors];
  const files: LintFile[] = [];
  for (const input of selected.inputs) {
    const outcome = readInput(input, judgement, judgings);
    if ("problem" in outcome) failed.push({ path: input.path, message: outcome.problem });
    else files.push(outcome);
  }
  return { files, configFindings: selected.findings, errors: failed, skipped };
}

/** Judges files: each by itself, and the units that they make up. */
export function lintFiles(read: ReadFiles, judgement: Judgement): LintResult {
  const { files } = read;
  const progress = new Progress(process.stderr);
  const judgings = judgingsOf(judgement);
  const isMine = partOf(judgement);
  const { byFile, unread } = unitFindings(files, judgement, judgings, isMine);
  const told = files.map((file, done) => {
    progress.update(done, files.length);
    const ofUnits = byFile.get(file.source) ?? [];
    return isMine(file.source.path) ? lintFile(file, ofUnits, judgings) : othersFindings(file, ofUnits, judgings);
  });
  progress.clear();
  return resultOf(withUnread(read, unread), told, judgement);
}

/** What was read, and what lies around it and could not be: told once, also where it was asked for. */
export function withUnread(read: ReadFiles, unread: readonly InputError[]): ReadFiles {
  const known = new Set(read.errors.map(({ path }) => path));
  const more = unread.filter(({ path }) => !known.has(path));
  return more.length === 0 ? read : { ...read, errors: [...read.errors, ...more] };
}

/** The result of a run that found this in its files. */
export function resultOf(
  { files, configFindings, errors, skipped }: ReadFiles,
  told: readonly Suppressed[],
  judgement: Judgement,
): LintResult {
  const judgings = judgingsOf(judgement);
  const { targets, names, preset } = summaryOf(
    files.map(({ source }) => judgings.of(source.path)),
    judgement,
  );
  return {
    preset,
    targets: names,
    targetsOf: targetsByFile(files, judgings),
    versions: Object.fromEntries(targets.map(({ name, catalog }) => [name, catalog.version])),
    ...checkedFiles(files, judgement, partOf(judgement)),
    findings: [
      ...configFindings.map(finding => ({ ...finding, targets: names })),
      ...told.flatMap(({ findings }) => findings),
    ],
    suppressed: told.flatMap(({ suppressed }) => suppressed),
    errors,
    skipped,
  };
}

/** Which files the result is about. */
function checkedFiles(
  files: readonly LintFile[],
  { part }: Judgement,
  isMine: (path: string) => boolean,
): Pick<LintResult, "files" | "checked" | "shard"> {
  const mine = files.flatMap(({ source: { path } }, rank) => (isMine(path) ? [{ path, rank }] : []));
  const checked = mine.map(({ path }) => path);
  if (part === undefined) return { files: mine.length, checked };
  const shard = { index: part.remainder + 1, of: part.parts, ranks: mine.map(({ rank }) => rank) };
  return { files: mine.length, checked, shard };
}

/** Whether a file belongs to the part to judge: with all of its folder, as units of a folder are judged together. */
function partOf({ part }: Judgement): (path: string) => boolean {
  if (part === undefined) return () => true;
  const isMine = remember((folder: string) => isIn(part, folder));
  return path => isMine(unitFolderOf(path));
}

function targetsByFile(files: readonly LintFile[], judgings: Judgings): LintResult["targetsOf"] {
  if (judgings.byFile === undefined) return undefined;
  const linted = new Set(files.map(({ source }) => source));
  return file => (linted.has(file) ? judgings.of(file.path).profile.targets.map(({ name }) => name) : undefined);
}

/** A file by itself, with what was found of its units, less what its comments suppress. */
function lintFile({ source, name }: LintFile, ofUnits: readonly Finding[], judgings: Judgings): Suppressed {
  const { settings, profile } = judgings.of(source.path);
  const { targets } = profile;
  const ofFile = lintFor(targets, source, name, rules, settings);
  const found = ofUnits.length === 0 ? ofFile : [...ofFile, ...ofUnits].sort(byPlace);
  const names = targets.map(({ name }) => name);
  return suppress(found, readOnce(source, name, targets[0].catalog), { rules, settings, targets: names });
}

/** What units of this part say of a file of another one, which judges the rest of it. */
function othersFindings({ source, name }: LintFile, ofUnits: readonly Finding[], judgings: Judgings): Suppressed {
  if (ofUnits.length === 0) return { findings: [], suppressed: [] };
  const { settings, profile } = judgings.of(source.path);
  const { targets } = profile;
  const options = { rules, settings, targets: targets.map(({ name }) => name), isWhole: false };
  return suppress(ofUnits.toSorted(byPlace), readOnce(source, name, targets[0].catalog), options);
}

function readInput(input: Input, { args }: Judgement, judgings: Judgings): LintFile | { problem: string } {
  const outcome = input.read();
  if ("problem" in outcome) return outcome;
  const read = unitTextOf(outcome.bytes);
  if ("problem" in read) return read;
  const source = new SourceFile(input.path, read.text);
  const { profile, scope } = judgings.of(input.path);
  const { name, guessed } = inputName(input, source.text, args, profile.targets[0].catalog);
  if (guessed) {
    process.stderr.write(
      `unitlint: note: ${printable(input.path)} is judged as a ${name.type} unit, by its sections; --as NAME says otherwise\n`,
    );
  }
  const manager = args.user || args.system ? name.manager : (scope ?? name.manager);
  return { source, name: { ...name, manager }, lone: guessed || args.as !== undefined };
}

/** What is wrong with units as a whole, by the file to change; and what around them could not be read. */
function unitFindings(
  files: readonly LintFile[],
  { host }: Judgement,
  judgings: Judgings,
  isMine: (path: string) => boolean,
): { readonly byFile: ReadonlyMap<SourceFile, Finding[]>; readonly unread: readonly InputError[] } {
  const unread: InputError[] = [];
  const linted = new Set(files.map(({ source }) => source));
  const byFile = new Map<SourceFile, Finding[]>();
  const profileOf = ({ source }: LintFile) => judgings.of(source.path).profile;
  const placesOf = (file: LintFile) => JSON.stringify([profileOf(file).roots, profileOf(file).unitPaths]);
  for (const [, part] of partBy(files, placesOf)) {
    const [first] = part;
    if (first === undefined) continue;
    const { roots, unitPaths } = profileOf(first);
    const sources = newSources();
    const surroundings = remember((manager: Manager) =>
      roots.length + unitPaths.length === 0 ? [] : rootFolders(host, { roots, unitPaths }, manager, sources),
    );
    const rootFiles = rootFilesOf(host, roots);
    for (const group of groupUnits(host, part, sources, surroundings)) {
      if (!isMine(group.members[0]?.source.path ?? "")) continue;
      for (const { key, group: alike } of splitGroup(group, profileOf)) {
        for (const finding of groupFindings(alike, { linted, rootFiles }, key, judgings)) addFinding(byFile, finding);
      }
    }
    unread.push(...sources.unread());
  }
  return { byFile, unread };
}

function addFinding(byFile: Map<SourceFile, Finding[]>, finding: Finding): void {
  const known = byFile.get(finding.file);
  if (known === undefined) byFile.set(finding.file, [finding]);
  else keepOne(known, finding);
}

/** Several groups may find the same, with other places to relate it to; the first of these counts, whichever group comes first. */
function keepOne(known: Finding[], finding: Finding): void {
  const at = known.findIndex(other => isSameFinding(other, finding));
  const other = known[at];
  if (other === undefined) known.push(finding);
  else if (relatedTo(finding) < relatedTo(other)) known[at] = finding;
}

function relatedTo({ related }: Finding): string {
  return relationOf(related.map(({ file, span }) => ({ path: file.path, ...file.position(span.start) })));
}

function groupFindings(
  group: UnitGroup,
  { linted, rootFiles }: Pick<JudgedUnits, "rootFiles"> & { readonly linted: ReadonlySet<SourceFile> },
  { targets, settings }: Profile,
  { byFile }: Judgings,
): readonly Finding[] {
  const open = ({ catalog }: Target) => openGroup(group, catalog);
  const isLinted = ({ source }: UnitFile) => linted.has(source);
  return lintUnitsFor(targets, { open, names: group.fragments, isLinted, rootFiles }, rules, settings, byFile);
}
