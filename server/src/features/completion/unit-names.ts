/** Names of units: of the files nearby, of those that systemd ships, of templates and their instances; only of types that the key takes. */
import type { Directive, UnitType } from "../../catalog/directive.ts";
import { readUnitName, withInstance } from "../../values/unit-name.ts";
import type { Candidate, Offer } from "./candidate.ts";
import { MOST_NAMES } from "./match.ts";
import type { ValuePlace } from "./place.ts";
import { type UnitCandidate, unitIndex } from "./unit-index.ts";
import { type WordAt, wordAt } from "./word-at.ts";

/** Units that the key may name, but not this one, nor those that the line names already. */
export function unitNames(place: ValuePlace): Offer | undefined {
  const word = wordAt(place);
  if (word === undefined || (!lists.has(place.kind.id) && word.before.trim() !== "")) return undefined;
  const { directive, file, text } = place;
  const accepts = acceptedBy(directive, file.name.type);
  const named = new Set(`${word.before} ${text.slice(word.span.end)}`.split(/[\s"']+/));
  const isOpen = ({ label, unit }: UnitCandidate) => accepts(unit) && label !== file.name.unit && !named.has(label);
  const units = unitIndex(file.set).filter(isOpen);
  const groupOf = groupsFor(directive);
  const candidates = [...instances(units, word, place), ...withTemplates(units, place)];
  return { span: word.span, candidates, groupOf, most: MOST_NAMES };
}

const lists: ReadonlySet<string> = new Set(["unit-list", "socket-unit-list"]);

/** The types of units that a key is about. systemd: config_parse_unit_deps(), config_parse_service_sockets(), src/core/load-fragment.c */
function acceptedBy({ kind, section, name }: Directive, own: UnitType): (type: UnitType) => boolean {
  const only = onlyTypes[kind];
  if (only !== undefined) return type => type === only;
  if (name === "Alias") return type => type === own;
  if (name === "JoinsNamespaceOf") return type => runsPrograms.has(type);
  if (kind === "unit-name") return type => type !== section.toLowerCase();
  return () => true;
}

const onlyTypes: Readonly<Record<string, UnitType>> = {
  "service-unit": "service",
  "slice-unit": "slice",
  "socket-unit-list": "socket",
};

const runsPrograms: ReadonlySet<UnitType> = new Set(["service", "socket", "mount", "swap"]);

/** What [Install] wants is nearly always a target; elsewhere one's own units come first, then what [Install] is for. */
function groupsFor({ section, kind, name }: Directive): (candidate: Candidate) => number {
  if (section === "Install" && /By$/.test(name)) {
    return candidate => (usualTargets.has(candidate.label) ? 0 : isOf(candidate, "target") ? 1 : 2);
  }
  const first = kind === "unit-name" || name === "OnFailure" || name === "OnSuccess" ? "service" : undefined;
  return candidate => {
    const strange = first !== undefined && !isOf(candidate, first) ? 4 : 0;
    if (!("stock" in candidate) || candidate.stock !== true) return strange;
    return strange + (isOf(candidate, "target") ? 1 : isOf(candidate, "device") ? 3 : 2);
  };
}

function isOf({ label }: Candidate, type: UnitType): boolean {
  return label.endsWith(`.${type}`);
}

const usualTargets: ReadonlySet<string> = new Set([
  "multi-user.target",
  "graphical.target",
  "default.target",
  "timers.target",
  "sockets.target",
  "paths.target",
  "graphical-session.target",
]);

/** The instance that somebody is writing: `getty@tty1` is `getty@tty1.service`. */
function instances(units: readonly UnitCandidate[], { typed }: WordAt, { text, cursor }: ValuePlace): Candidate[] {
  const [, prefix, instance = ""] = /^([^@]+)@(.+)$/.exec(typed) ?? [];
  if (prefix === undefined || readUnitName(typed) !== undefined) return [];
  const [rest = ""] = /^[^\s"']*/.exec(text.slice(cursor)) ?? [];
  const named = rest.startsWith(".") ? instance : instance.replace(/\.[a-z]*$/, "");
  return units
    .filter(unit => unit.prefix === prefix)
    .map(({ unit, topic }): Candidate => {
      const label = `${prefix}@${named}.${unit}`;
      return { label, kind: "unit", detail: "instance", ...(topic && { topic }) };
    });
}

/** Where no template may be named, its instance of the same name may, if the unit has one. */
function withTemplates(units: readonly UnitCandidate[], { kind, file }: ValuePlace): readonly Candidate[] {
  const own = readUnitName(file.name.unit);
  const isTemplate = own?.instance === "";
  const takesTemplates = kind.id !== "service-unit" && kind.id !== "slice-unit";
  if (takesTemplates && !isTemplate) return units;
  return units.flatMap((unit): Candidate[] => {
    if (unit.prefix === undefined) return [unit];
    const label = withInstance({ prefix: unit.prefix, instance: "", type: unit.unit }, "%i");
    const same: Candidate[] = isTemplate
      ? [{ ...unit, label, snippet: label, detail: "the instance of the same name" }]
      : [];
    return takesTemplates ? [unit, ...same] : same;
  });
}
