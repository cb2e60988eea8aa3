/** Judges files for fixes: again and again, with other texts, and no more than what these concern. */
import { remember } from "../catalog/lazy.ts";
import { byPlace, type Finding, isSameFinding } from "../lint/finding.ts";
import type { Judged } from "../lint/fixing/judged.ts";
import type { Manager } from "../model/unit-file-name.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { FileHost } from "./file-host.ts";
import { type GroupView, groupView } from "./group-view.ts";
import type { SearchedFolders } from "./inventory.ts";
import type { Judging } from "./judging.ts";
import { rootFolders } from "./roots.ts";
import { newSources } from "./sources.ts";
import { groupUnits, type LintFile } from "./unit-groups.ts";

/** What the command line would find in the files; the host is asked once for each folder. */
export function judgeFiles(
  host: FileHost,
  files: readonly LintFile[],
  judging: Judging,
  { roots, unitPaths }: SearchedFolders,
): Judged {
  const sources = newSources();
  const surroundings = remember((manager: Manager) =>
    roots.length + unitPaths.length === 0 ? [] : rootFolders(host, { roots, unitPaths }, manager, sources),
  );
  const linted = new WeakSet(files.map(({ source }) => source));
  const isLinted = ({ source }: { readonly source: SourceFile }) => linted.has(source);
  const views = groupUnits(host, files, sources, surroundings).map(group => groupView({ group, judging, isLinted }));
  const places = new Map<string, number>();
  views.forEach(({ group }, i) => {
    for (const { source } of group.members) places.set(source.path, i);
  });
  return judgedAt({ files, judging, places, linted }, files, views);
}

interface Frame {
  readonly files: readonly LintFile[];
  readonly judging: Judging;
  /** Which of the groups a file belongs to, by path. */
  readonly places: ReadonlyMap<string, number>;
  readonly linted: WeakSet<SourceFile>;
}

function judgedAt(frame: Frame, files: readonly LintFile[], views: readonly GroupView[]): Judged {
  const names = new Map(files.map(({ source, name }) => [source, name]));
  let findings: readonly Finding[] | undefined;
  return {
    get findings() {
      findings ??= findingsIn(frame, files, views);
      return findings;
    },
    nameOf: source => names.get(source),
    setsOf: ({ path }) => views[frame.places.get(path) ?? -1]?.sets() ?? [],
    after(changes) {
      for (const text of changes.values()) frame.linted.add(text);
      const changed = files.map(file => ({ ...file, source: changes.get(file.source) ?? file.source }));
      return judgedAt(
        frame,
        changed,
        views.map(view => view.after(changes)),
      );
    },
  };
}

function findingsIn({ judging }: Frame, files: readonly LintFile[], views: readonly GroupView[]): readonly Finding[] {
  const ofUnits = views.map(view => view.findings());
  return files.flatMap(({ source, name }) => {
    const merged = [...judging.ofFile(source, name)];
    for (const finding of ofUnits.flatMap(byFile => byFile.get(source) ?? []))
      if (!merged.some(known => isSameFinding(known, finding))) merged.push(finding);
    return merged.sort(byPlace);
  });
}
