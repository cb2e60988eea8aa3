/** Runs rules over units that belong together. */
import type { Unit } from "../model/unit.ts";
import type { Finding } from "./finding.ts";
import { type LintOptions, toFinding, touchesPlaceholder } from "./lint.ts";
import { reportedBy } from "./preset.ts";
import type { PlaceReport, Rule, Visitor } from "./rule.ts";
import type { World } from "./world.ts";

/** What was found, and what of it still holds after a change. */
export interface UnitsVerdict {
  /** By no order; one that several units share, such as a drop-in of them all, is told once. */
  readonly findings: readonly Finding[];
  readonly byUnit: ReadonlyMap<Unit, UnitVerdict>;
}

/** What was found in one unit, and the units that were looked at to find it. */
interface UnitVerdict {
  readonly findings: readonly Finding[];
  readonly asked: ReadonlyMap<string, Unit>;
  /** Whether the graph of all units was looked at. */
  readonly askedAll: boolean;
}

/**
 * All findings of the given rules about whole units and the set of them, told only of files that are linted. With a verdict from before, only
 * the units are judged again that changed, or that looked at one that did.
 */
export function lintUnits(
  world: World,
  rules: readonly Rule[],
  options: LintOptions,
  before?: UnitsVerdict,
): UnitsVerdict {
  const wanted = rules.filter(({ id }) => options.settings.severities.get(id) !== "off");
  const unitRules = wanted.filter(hasHook("unit"));
  const byUnit = new Map<Unit, UnitVerdict>();
  const found = new Map<string, Finding>();
  const watched = watch(world);
  for (const unit of world.units) {
    const known = before?.byUnit.get(unit);
    const verdict = known !== undefined && holds(known, world) ? known : judge(unit, watched, unitRules, options);
    byUnit.set(unit, verdict);
    for (const finding of verdict.findings) found.set(identity(finding), finding);
  }
  for (const rule of wanted.filter(hasHook("set"))) {
    const report = reporter(world, rule, options, finding => found.set(identity(finding), finding));
    rule.visit.set(world, report);
  }
  return { findings: [...found.values()], byUnit };
}

function hasHook<Hook extends "unit" | "set">(hook: Hook) {
  return (rule: Rule): rule is Rule & { readonly visit: Required<Pick<Visitor, Hook>> } =>
    rule.visit[hook] !== undefined;
}

type UnitRule = Rule & { readonly visit: Required<Pick<Visitor, "unit">> };

function judge(unit: Unit, watched: WatchedWorld, rules: readonly UnitRule[], options: LintOptions): UnitVerdict {
  const findings: Finding[] = [];
  watched.begin();
  for (const rule of rules) {
    const report = reporter(watched.world, rule, options, finding => findings.push(finding));
    rule.visit.unit(unit, watched.world, report);
  }
  return { findings, ...watched.end() };
}

function reporter(world: World, rule: Rule, options: LintOptions, take: (finding: Finding) => void): PlaceReport {
  return ({ file, line, span }, problem) => {
    if (!world.isLinted(file) || touchesPlaceholder(file, span)) return;
    const finding = toFinding(file, rule, line, span, { scope: "unit", ...problem }, options);
    if (reportedBy(options.settings, rule, finding, problem)) take(finding);
  };
}

function identity({ rule, file, span, message }: Finding): string {
  return `${rule} ${file.path} ${span.start} ${span.end} ${message}`;
}

/** A verdict holds while every unit that was looked at is the same. */
function holds({ asked, askedAll }: UnitVerdict, { set }: World): boolean {
  if (askedAll) return false;
  for (const [name, unit] of asked) if (set.unit(name) !== unit) return false;
  return true;
}

/** A world that tells which of its units were looked at. */
interface WatchedWorld {
  readonly world: World;
  begin(): void;
  end(): Pick<UnitVerdict, "asked" | "askedAll">;
}

function watch(world: World): WatchedWorld {
  let asked = new Map<string, Unit>();
  let askedAll = false;
  const set = {
    ...world.set,
    unit(name: string) {
      const unit = world.set.unit(name);
      asked.set(name, unit);
      return unit;
    },
  };
  return {
    world: {
      preset: world.preset,
      set,
      isLinted: world.isLinted,
      units: world.units,
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
      asked = new Map();
      askedAll = false;
    },
    end: () => ({ asked, askedAll }),
  };
}
