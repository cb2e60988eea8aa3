/** A group of units at one instant, for one target: loaded and judged when it is asked for, with all that still holds from before. */
import type { Finding } from "../lint/finding.ts";
import { lintUnits, lintUnitsInSteps, type UnitsVerdict } from "../lint/lint-units.ts";
import type { Target } from "../lint/targets.ts";
import { judgedName, type World, worldOf } from "../lint/world.ts";
import type { RootFiles } from "../model/root-files.ts";
import type { UnitFile } from "../model/unit-file.ts";
import { changeTexts, type UnitSet } from "../model/unit-set.ts";
import type { Judging } from "./judging.ts";
import { openGroup } from "./open-group.ts";
import { combineChanges, type TextChanges } from "./text-changes.ts";
import type { UnitGroup } from "./unit-groups.ts";

/** What is the same for a group at all instants. */
export interface GroupFrame {
  readonly group: UnitGroup;
  readonly judging: Judging;
  /** Whether findings may stand in a file. */
  readonly isLinted: (file: UnitFile) => boolean;
  /** The files of the root in which the group is judged, looked at when they are first asked for. */
  readonly rootFiles: () => RootFiles | undefined;
}

/** One group for one target. */
export interface TargetView {
  readonly set: () => UnitSet;
  /** The findings about all units. */
  readonly findings: () => readonly Finding[];
  /** The findings about some units only. */
  readonly findingsOf: (units: readonly string[]) => readonly Finding[];
  /** Judges all units, with a pause after each. */
  readonly judge: () => Generator<undefined, void>;
  readonly after: (changes: TextChanges) => TargetView;
}

/** A group before any of its texts changed. */
export function targetView(frame: GroupFrame, target: Target): TargetView {
  return viewOf({ frame, target });
}

/** What a view knows so far. */
interface Instant {
  readonly frame: GroupFrame;
  readonly target: Target;
  origin?: Origin | undefined;
  set?: UnitSet;
  verdict?: UnitsVerdict;
}

/** Where it comes from: the last instant that was judged, or the first of all, so that no chain of instants is kept. */
interface Origin {
  readonly instant: Instant;
  readonly changes: TextChanges;
}

function viewOf(instant: Instant): TargetView {
  const { frame, target } = instant;
  const { settings, byFile, rules } = frame.judging;
  return {
    set: () => setAt(instant),
    findings() {
      const steps = judge(instant);
      while (!steps.next().done);
      return instant.verdict?.findings ?? [];
    },
    findingsOf(units) {
      const names = frame.group.fragments.filter(name => units.includes(name));
      return lintUnits(worldAt(instant, names), rules, { settings, byFile, target: target.name }).findings;
    },
    judge: () => judge(instant),
    after: changes => viewOf({ frame, target, origin: originAfter(instant, changes) }),
  };
}

function setAt(instant: Instant): UnitSet {
  const { frame, target, origin } = instant;
  instant.set ??=
    origin === undefined ? openGroup(frame.group, target.catalog) : changeTexts(setAt(origin.instant), origin.changes);
  return instant.set;
}

function worldAt(instant: Instant, names: readonly string[]): World {
  const { judging, isLinted, rootFiles } = instant.frame;
  return worldOf({ set: setAt(instant), names, preset: judging.settings.preset, isLinted, rootFiles: rootFiles() });
}

function* judge(instant: Instant): Generator<undefined, void> {
  if (instant.verdict !== undefined) return;
  const { group, judging } = instant.frame;
  const set = setAt(instant);
  const before = instant.origin?.instant.verdict;
  if (before === undefined) yield* load(set, group.fragments);
  const { settings, byFile } = judging;
  const options = { settings, byFile, target: instant.target.name, remembers: true };
  instant.verdict = yield* lintUnitsInSteps(worldAt(instant, group.fragments), judging.rules, options, before);
  instant.origin = undefined;
}

function* load(set: UnitSet, names: readonly string[]): Generator<undefined, void> {
  for (const name of names) {
    set.unit(judgedName(name, set));
    yield;
  }
}

function originAfter(instant: Instant, changes: TextChanges): Origin {
  const { origin, verdict } = instant;
  if (verdict !== undefined || origin === undefined) return { instant, changes };
  return { instant: origin.instant, changes: combineChanges(origin.changes, changes) };
}
