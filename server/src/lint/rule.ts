/** What a rule is. */
import type { Directive } from "../catalog/directive.ts";
import type { Assignment } from "../model/assignment.ts";
import type { Place } from "../model/place.ts";
import type { Unit } from "../model/unit.ts";
import type { Block, UnitFile } from "../model/unit-file.ts";
import type { LineSyntax } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import type { Category, Fix, Related, RuleId, Severity, TargetName, Verdict } from "./finding.ts";
import type { World } from "./world.ts";

/** One check; one file in `rules/`. */
export interface Rule {
  /** The file's name without `.ts`. */
  readonly id: RuleId;
  readonly category: Category;
  /** The default; a finding whose verdict weighs otherwise says so itself. */
  readonly severity: Severity;
  /** What systemd usually does about it. */
  readonly systemd: Verdict;
  /** The release of unitlint that brought it. */
  readonly since: string;
  /** One line, no final period. */
  readonly summary: string;
  /** What goes wrong, and what people usually meant: a few sentences. */
  readonly why: string;
  /** Executed: each `bad` gives exactly one finding, of this rule; each `good` none. */
  readonly examples: readonly Example[];
  /** False: only in the preset `all` and where asked for. */
  readonly recommended?: false;
  /** False: not in the preset `verify`, as systemd complains in another place, where another rule tells of it. */
  readonly verify?: false;
  readonly visit: Visitor;
}

/** A pair of unit texts, with the file's name (`app.service` by default), what lies beside it, and the target (the newest) where they matter. */
export interface Example {
  readonly bad: string;
  readonly good: string;
  readonly name?: string;
  /** The name of the good file, where the name itself is the mistake. */
  readonly goodName?: string;
  /** Other files by their paths, the same for both. */
  readonly beside?: Readonly<Record<string, string>>;
  readonly target?: TargetName;
}

/** An assignment whose directive exists. */
export type KnownAssignment = Assignment & { readonly directive: Directive };

/** One hook a level: what belongs to one file, to one merged unit, to all units together. */
export interface Visitor {
  readonly file?: (file: UnitFile, report: Report) => void;
  readonly section?: (block: Block, file: UnitFile, report: Report) => void;
  /** For each assignment of a directive that the target's systemd knows. */
  readonly assignment?: (assignment: KnownAssignment, file: UnitFile, report: Report) => void;
  /** For each entry of a known section whose name the target's systemd does not know there; vendors' and masked ones are left out. */
  readonly unknown?: (assignment: Assignment, file: UnitFile, report: Report) => void;
  /** For each unit whose fragment is linted, merged with its drop-ins: loaded, or refused for what it says. Templates come as an instance. */
  readonly unit?: (unit: Unit, world: World, report: PlaceReport) => void;
  /** Once for all units that belong together. */
  readonly set?: (world: World, report: PlaceReport) => void;
}

/** Reports a problem about a unit or a set at a place; told only of files that are linted. */
export type PlaceReport = (place: Place, problem: ReportedProblem) => void;

/** Reports a problem at `span` of a logical line. */
export type Report = (line: LineSyntax, span: Span, problem: ReportedProblem) => void;

/** What a rule says of a problem; the machine adds the rest. */
export interface ReportedProblem {
  readonly message: string;
  /** Where it differs from the rule's. */
  readonly systemd?: Verdict;
  /** Where it differs from what the verdict weighs. */
  readonly severity?: Severity;
  /** What systemd does, in words; by default the verdict's own. */
  readonly effect?: string;
  readonly scope?: "unit";
  /** The unit makes up for it elsewhere: only the preset `verify` tells, because systemd does. */
  readonly excused?: boolean;
  /** It breaks some services: not told where only safe hardening is asked for. */
  readonly risky?: boolean;
  /** Only the preset `all` tells it. */
  readonly pedantic?: boolean;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Logical lines whose own findings are consequences of this one and not worth telling. */
  readonly explains?: readonly LineSyntax[];
}

/** Checks a rule's shape at compile time. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
