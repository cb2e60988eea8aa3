/** Judges files again and again, with other texts, and no more than what these concern: for fixes, and while files are watched. */
import { once } from "../catalog/lazy.ts";
import { byPlace, isSameFinding } from "../lint/finding.ts";
import type { Judged } from "../lint/fixing/judged.ts";
import type { Suppressed } from "../lint/suppression/suppress.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { InputError } from "./discovery.ts";
import type { FileHost } from "./file-host.ts";
import type { GroupView } from "./group-view.ts";
import { type GroupedFiles, groupedFiles } from "./inventory.ts";
import type { Judgings } from "./judging.ts";
import { newSources, type Sources } from "./sources.ts";
import type { TextChanges } from "./text-changes.ts";
import type { LintFile } from "./unit-groups.ts";

/** What the command line would find in the files. */
export interface JudgedFiles extends Judged {
  /** For each file, in their order. */
  readonly told: readonly Suppressed[];
  /** What lies around the files and could not be read; complete once their findings were asked for. */
  readonly unread: readonly InputError[];
  after(changes: TextChanges): JudgedFiles;
}

/** Judges files as they are; everything is worked out when it is asked for. */
export function judgeFiles(host: FileHost, files: readonly LintFile[], judgings: Judgings): JudgedFiles {
  const sources = newSources();
  const grouped = groupedFiles(host, files, judgings, sources);
  return judgedAt({ grouped, judgings, sources }, files, grouped.groups);
}

interface Frame {
  readonly grouped: GroupedFiles;
  readonly judgings: Judgings;
  readonly sources: Sources;
}

function judgedAt(frame: Frame, files: readonly LintFile[], views: readonly GroupView[]): JudgedFiles {
  const { grouped, judgings } = frame;
  const names = new Map(files.map(({ source, name }) => [source, name]));
  const told = once(() => {
    const ofUnits = views.map(view => view.findings());
    return files.map(file => toldOf(file, judgings, ofUnits));
  });
  const findings = once(() => told().flatMap(({ findings }) => findings));
  return {
    get told() {
      return told();
    },
    get findings() {
      return findings();
    },
    get unread() {
      return frame.sources.unread();
    },
    nameOf: source => names.get(source),
    setsOf: ({ path }) => views[grouped.groupOf.get(path) ?? -1]?.sets() ?? [],
    after(changes) {
      for (const text of changes.values()) grouped.admit(text);
      const changed = files.map(file => ({ ...file, source: changes.get(file.source) ?? file.source }));
      return judgedAt(
        frame,
        changed,
        views.map(view => view.after(changes)),
      );
    },
  };
}

function toldOf(
  { source, name }: LintFile,
  judgings: Judgings,
  ofUnits: readonly ReturnType<GroupView["findings"]>[],
): Suppressed {
  const judging = judgings.of(source.path);
  const merged = [...judging.ofFile(source, name)];
  for (const finding of ofUnits.flatMap(byFile => findingsIn(byFile, source)))
    if (!merged.some(known => isSameFinding(known, finding))) merged.push(finding);
  return judging.parted(merged.sort(byPlace), source, name, true);
}

function findingsIn(byFile: ReturnType<GroupView["findings"]>, source: SourceFile) {
  return byFile.get(source) ?? [];
}
