/** Runs rules over units that belong together. */
import type { Unit } from "../model/unit.ts";
import { changeOf, type UnitSet, watchedSet } from "../model/unit-set.ts";
import type { Finding } from "./finding.ts";
import { withSpecifier } from "./instance-specifier.ts";
import { type LintOptions, toFinding, touchesPlaceholder } from "./lint.ts";
import { isWanted, reportedBy } from "./preset.ts";
import type { PlaceReport, Rule, Visitor } from "./rule.ts";
import type { World } from "./world.ts";

/** What was found, and what of it still holds after a change. */
export interface UnitsVerdict {
  /** By no order; one that several units share, such as a drop-in of them all, is told once. */
  readonly findings: readonly Finding[];
  readonly set: UnitSet;
  /** In the order of the world's units. */
  readonly verdicts: readonly UnitVerdict[];
}

/** What was found in one unit, and the names of the units that were looked at to find it. */
interface UnitVerdict {
  readonly unit: Unit;
  readonly findings: readonly Finding[];
  readonly asked: readonly string[];
  /** Whether the graph of all units was looked at. */
  readonly askedAll: boolean;
}

/**
 * All findings of the given rules about whole units and the set of them, told only of files that are linted. With a verdict from before, only
 * after one `changeTexts`, the units are judged again that changed, or that looked at one that did.
 */
export function lintUnits(
  world: World,
  rules: readonly Rule[],
  options: LintOptions,
  before?: UnitsVerdict,
): UnitsVerdict {
  const steps = lintUnitsInSteps(world, rules, options, before);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, with a pause after each unit that was judged and each rule about the set. */
export function* lintUnitsInSteps(
  world: World,
  rules: readonly Rule[],
  options: LintOptions,
  before?: UnitsVerdict,
): Generator<undefined, UnitsVerdict> {
  const settings = options.byFile?.all ?? [options.settings];
  const wanted = rules.filter(rule => settings.some(one => isWanted(one, rule)));
  const verdicts: UnitVerdict[] = [];
  const found = new Map<string, Finding>();
  const watched = options.remembers === true ? watch(world) : unwatched(world);
  const judge = judgeOf(watched, wanted.filter(hasHook("unit")), options);
  const change = changeOf(world.set);
  const changed = change !== undefined && change.from === before?.set ? change.names : undefined;
  for (const unit of world.units) {
    const known = changed && before?.verdicts[verdicts.length];
    const isKnown = known?.unit === unit && changed !== undefined && holds(known, changed);
    const verdict = isKnown ? known : judge(unit);
    verdicts.push(verdict);
    for (const finding of verdict.findings) found.set(identity(finding), finding);
    if (!isKnown) yield;
  }
  for (const rule of wanted.filter(hasHook("set"))) {
    const report = reporter(world, rule, options, finding => found.set(identity(finding), finding));
    rule.visit.set(world, report);
    yield;
  }
  return { findings: [...found.values()], set: world.set, verdicts };
}

function hasHook<Hook extends "unit" | "set">(hook: Hook) {
  return (rule: Rule): rule is Rule & { readonly visit: Required<Pick<Visitor, Hook>> } =>
    rule.visit[hook] !== undefined;
}

type UnitRule = Rule & { readonly visit: Required<Pick<Visitor, "unit">> };

/** Judges unit after unit; what a rule reports through is made once. */
function judgeOf(watched: WatchedWorld, rules: readonly UnitRule[], options: LintOptions): (unit: Unit) => UnitVerdict {
  let findings: Finding[] = [];
  const { world } = watched;
  const visits = rules.map(rule => ({
    visit: rule.visit.unit,
    report: reporter(world, rule, options, finding => findings.push(finding)),
  }));
  return unit => {
    findings = [];
    watched.begin();
    for (const { visit, report } of visits) visit(unit, world, report);
    return { unit, findings, ...watched.end() };
  };
}

function reporter(world: World, rule: Rule, options: LintOptions, take: (finding: Finding) => void): PlaceReport {
  return ({ file, line, span }, reported) => {
    if (!world.isLinted(file) || touchesPlaceholder(file, span)) return;
    const settings = options.byFile?.of(file.source.path) ?? options.settings;
    if (!isWanted(settings, rule)) return;
    const problem = withSpecifier(world, reported);
    const finding = toFinding(file, rule, line, span, { scope: "unit", ...problem }, { ...options, settings });
    if (reportedBy(settings, rule, finding, problem)) take(finding);
  };
}

function identity({ rule, file, span, message }: Finding): string {
  return `${rule} ${file.path} ${span.start} ${span.end} ${message}`;
}

/** A verdict holds while every unit that was looked at is the same. */
function holds({ asked, askedAll }: UnitVerdict, changed: ReadonlySet<string>): boolean {
  return !askedAll && !asked.some(name => changed.has(name));
}

/** A world that tells which of its units were looked at. */
interface WatchedWorld {
  readonly world: World;
  begin(): void;
  end(): Pick<UnitVerdict, "asked" | "askedAll">;
}

/** Nobody will ask: all verdicts are taken to rest on everything. */
function unwatched(world: World): WatchedWorld {
  return { world, begin() {}, end: () => ({ asked: [], askedAll: true }) };
}

function watch(world: World): WatchedWorld {
  let asked = new Set<string>();
  let askedAll = false;
  const set = watchedSet(world.set, name => asked.add(name));
  return {
    world: {
      preset: world.preset,
      set,
      isLinted: world.isLinted,
      rootFiles: world.rootFiles,
      units: world.units,
      isOrdered(one, other) {
        askedAll = true;
        return world.isOrdered(one, other);
      },
      get graph() {
        askedAll = true;
        return world.graph;
      },
      get enabled() {
        askedAll = true;
        return world.enabled;
      },
    },
    begin() {
      asked = new Set();
      askedAll = false;
    },
    end: () => ({ asked: [...asked], askedAll }),
  };
}
