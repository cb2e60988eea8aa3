/** What is said of a merged unit, and what a check of one is. */
import type { SectionName, SystemdVersion } from "../../catalog/directive.ts";
import type { NameMap } from "../fragment.ts";
import type { Place } from "../place.ts";
import type { PlacedAssignment, Settings } from "../setting.ts";
import type { Unit } from "../unit.ts";
import type { Manager } from "../unit-file-name.ts";

/** Something that makes systemd refuse a unit, or complain of it, though each of its lines is fine. */
export interface UnitProblem extends Found {
  /** The id of the rule that tells it. */
  readonly check: string;
  readonly verdict: "refuses" | "notes";
}

/** What a check finds. */
export interface Found {
  /** One line, no final period. */
  readonly message: string;
  /** The line to change; the section below whose header one is missing. */
  readonly at: PlacedAssignment | SectionName;
  /** What of that line matters, where it is not all of it: the key, or a word of the value. */
  readonly part?: "key" | { readonly word: string };
  readonly related?: readonly RelatedAssignment[];
  /** What systemd does, in words, where it does not just refuse the unit. */
  readonly effect?: string;
  /** Lines that systemd does not take, and that would have mended it. */
  readonly because?: readonly Place[];
  readonly remedies?: readonly Remedy[];
}

/** Another line that belongs to a problem. */
export interface RelatedAssignment {
  readonly at: PlacedAssignment;
  readonly message: string;
}

/** A change of one line that mends a problem, for people to judge. */
export interface Remedy {
  /** What to do, imperative. */
  readonly title: string;
  readonly at: PlacedAssignment;
  /** What to write in place of its value, or as a line before it. */
  readonly write: { readonly value: string } | { readonly before: string };
}

/** What checks look at. */
export interface Subject {
  readonly unit: Unit;
  readonly settings: Settings;
  /** The section of the unit's own type: `Service`. */
  readonly section: SectionName;
  readonly version: SystemdVersion;
  readonly manager: Manager;
  readonly names: NameMap;
}

/** One thing that systemd checks of a merged unit. */
export interface Check {
  readonly check: string;
  readonly verdict: "refuses" | "notes";
  /** The first release that checks it. */
  readonly since?: SystemdVersion;
  /** The last release that checks it. */
  readonly until?: SystemdVersion;
  /**
   * Directives, with their sections, whose values must be known: where a placeholder hides one, nothing is found; where one was refused
   * and the default took its place, that is why.
   */
  readonly reads?: readonly `${string}.${string}`[];
  readonly find: (subject: Subject) => Found | undefined;
}
