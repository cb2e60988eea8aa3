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
import { groupUnits, type LintFile, type UnitGroup, unitFolderOf } from "../workspace/unit-groups.ts";
import type { Input } from "./input.ts";
import { inputName } from "./input-name.ts";
import type { Inputs } from "./inputs.ts";
import type { LintArguments } from "./options.ts";
import { Progress } from "./progress.ts";
import { relationOf } from "./report/order.ts";
import type { Shard } from "./report/report.ts";
import type { InputError, LintResult } from "./result.ts";
import { isIn, type Part } from "./scale/part.ts";
import { printable } from "./terminal.ts";

/** What to judge by. */
export interface Judgement {
  readonly settings: RuleSettings;
  /** One at least. */
  readonly targets: readonly [Target, ...Target[]];
  readonly args: LintArguments;
  readonly host: FileHost;
  /** Which of the inputs to judge, those around them being there all the same. */
  readonly part?: Part;
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
  const isMine = partOf(judgement);
  const byFile = unitFindings(files, judgement, isMine);
  const findings = files.flatMap(({ source, name }, done) => {
    progress.update(done, files.length);
    const ofUnits = byFile.get(source) ?? [];
    const ofFile = !isMine(source.path) ? [] : lintFor(targets, source, name, rules, settings);
    return ofUnits.length === 0 ? ofFile : [...ofFile, ...ofUnits].sort(byPlace);
  });
  progress.clear();
  const names = targets.map(({ name }) => name);
  const versions = Object.fromEntries(targets.map(({ name, catalog }) => [name, catalog.version]));
  const mine = files.flatMap(({ source: { path } }, rank) => (isMine(path) ? [{ path, rank }] : []));
  const shard = judgement.part && shardOf(judgement.part, mine);
  return {
    preset: settings.preset,
    targets: names,
    versions,
    files: mine.length,
    checked: mine.map(({ path }) => path),
    ...(shard && { shard }),
    findings,
    errors: failed,
    skipped,
  };
}

/** Whether a file belongs to the part to judge: with all of its folder, as units of a folder are judged together. */
function partOf({ part }: Judgement): (path: string) => boolean {
  if (part === undefined) return () => true;
  const isMine = remember((folder: string) => isIn(part, folder));
  return path => isMine(unitFolderOf(path));
}

function shardOf({ remainder, parts }: Part, mine: readonly { readonly rank: number }[]): Shard {
  return { index: remainder + 1, of: parts, ranks: mine.map(({ rank }) => rank) };
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
function unitFindings(
  files: readonly LintFile[],
  judgement: Judgement,
  isMine: (path: string) => boolean,
): ReadonlyMap<SourceFile, Finding[]> {
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
    if (!isMine(group.members[0]?.source.path ?? "")) continue;
    for (const finding of groupFindings(group, linted, judgement)) {
      const known = byFile.get(finding.file);
      if (known === undefined) byFile.set(finding.file, [finding]);
      else keepOne(known, finding);
    }
  }
  return byFile;
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
  linted: ReadonlySet<SourceFile>,
  { settings, targets }: Judgement,
): readonly Finding[] {
  const open = ({ catalog }: Target) => openGroup(group, catalog);
  const isLinted = ({ source }: UnitFile) => linted.has(source);
  return lintUnitsFor(targets, { open, names: group.fragments, isLinted }, rules, settings);
}
