/** A group of units at one instant, judged for all targets. */
import { once } from "../catalog/lazy.ts";
import type { Finding } from "../lint/finding.ts";
import { mergeFindings } from "../lint/targets.ts";
import type { UnitSet } from "../model/unit-set.ts";
import type { SourceFile } from "../text/source-file.ts";
import { type GroupFrame, type TargetView, targetView } from "./target-view.ts";
import type { TextChanges } from "./text-changes.ts";
import type { UnitGroup } from "./unit-groups.ts";

/** Findings by the text that they stand in. */
export type FindingsByFile = ReadonlyMap<SourceFile, readonly Finding[]>;

/** One group; everything is computed when it is asked for. */
export interface GroupView {
  readonly group: UnitGroup;
  /** The units, loaded for the first target. */
  readonly set: () => UnitSet;
  /** The same for each target. */
  readonly sets: () => readonly UnitSet[];
  /** The findings about all units of the group. */
  readonly findings: () => FindingsByFile;
  /** The same of some units only: quick, as nothing else is judged. */
  readonly findingsOf: (units: readonly string[]) => FindingsByFile;
  /** Judges all units, with a pause after each. */
  readonly judge: () => Generator<undefined, void>;
  /** The group after texts took the places of others. */
  readonly after: (changes: TextChanges) => GroupView;
}

/** A group before any of its texts changed. */
export function groupView(frame: GroupFrame): GroupView {
  const [first, ...others] = frame.judging.targets;
  return viewOf(frame, [targetView(frame, first), ...others.map(target => targetView(frame, target))]);
}

function viewOf(frame: GroupFrame, views: readonly [TargetView, ...TargetView[]]): GroupView {
  const { group, judging } = frame;
  const byFile = (findings: readonly Finding[]) => sorted(mergeFindings(judging.targets, findings));
  const [first, ...others] = views;
  return {
    group,
    set: first.set,
    sets: () => views.map(({ set }) => set()),
    findings: once(() => byFile(views.flatMap(({ findings }) => findings()))),
    findingsOf: units => byFile(views.flatMap(({ findingsOf }) => findingsOf(units))),
    *judge() {
      for (const { judge } of views) yield* judge();
    },
    after: changes => viewOf(frame, [first.after(changes), ...others.map(({ after }) => after(changes))]),
  };
}

function sorted(findings: readonly Finding[]): FindingsByFile {
  const byFile = new Map<SourceFile, Finding[]>();
  for (const finding of findings) {
    const known = byFile.get(finding.file);
    if (known === undefined) byFile.set(finding.file, [finding]);
    else known.push(finding);
  }
  return byFile;
}
