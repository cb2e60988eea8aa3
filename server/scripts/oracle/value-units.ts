/** Packs values into units that load. */
import { catalogAt, isRemoved } from "../../src/catalog/catalog.ts";
import type { Directive, SystemdVersion, UnitType } from "../../src/catalog/directive.ts";
import { templatedTypes } from "../../src/catalog/unit-types.ts";
import type { Random } from "./random.ts";
import { type DrawnValue, drawValue, type ValuePool } from "./value-mutator.ts";

/** A value of a directive. */
export interface ValueOf extends DrawnValue {
  readonly directive: Directive;
}

/** A unit full of values, before it has a name. */
export interface ValueUnit {
  readonly type: UnitType;
  readonly role: "fragment" | "template" | "instance" | "drop-in";
  readonly values: readonly ValueOf[];
}

/** What to make units from. */
export interface ValueInput {
  readonly version: SystemdVersion;
  readonly directives: readonly Directive[];
  readonly pool: ValuePool;
  readonly random: Random;
  /** Only fragments, and one unit type for each section. */
  readonly plain?: boolean;
}

/** The types that have files: a scope has none. */
const fileTypes = "service socket target device mount automount swap timer path slice".split(" ") as UnitType[];

/** The directives of a release whose values are read: of all sections that files can have. */
export function directivesToTry(version: SystemdVersion, kinds: readonly string[]): Directive[] {
  const catalog = catalogAt(version);
  const sections = new Set(fileTypes.flatMap(type => catalog.sectionsOf(type)));
  return [...sections]
    .flatMap(section => catalog.directivesIn(section))
    .filter(one => !isRemoved(one, version) && (kinds.length === 0 || kinds.includes(one.kind)));
}

/** Units with `count` values together: every directive is drawn about equally often. */
export function* valueUnits(count: number, input: ValueInput): Generator<ValueUnit> {
  const open = new Map<UnitType, ValueOf[]>();
  for (const directive of deal(count, input)) {
    const type = typeFor(directive, input);
    const one = { directive, ...drawValue(directive, input.pool, input.random) };
    if (mayEndReading(directive)) yield unitOf(type, [one], input);
    else {
      const values = open.get(type) ?? [];
      const full = values.length >= 20 + input.random.below(20);
      if (full || (heedsEarlier.has(directive.kind) && values.some(other => other.directive === directive))) {
        yield unitOf(type, values, input);
        open.set(type, [one]);
      } else open.set(type, [...values, one]);
    }
  }
  for (const [type, values] of open) yield unitOf(type, values, input);
}

/** Kinds of which an earlier value of the same directive decides how a value is read: in a unit they stand once. */
const heedsEarlier: ReadonlySet<string> = new Set([
  "address-family-list",
  "credential-data",
  "credential-glob",
  "credential-source",
  "credential-text",
  "filesystem-list",
  "luo-session-list",
  "network-interface-list",
  "syscall-filter",
  "syscall-list",
  "unit-name",
]);

/** Every directive once, in random order, and then again, until there are enough. */
function* deal(count: number, { directives, random }: ValueInput): Generator<Directive> {
  const deck: Directive[] = [];
  for (let dealt = 0; dealt < count && directives.length > 0; dealt++) {
    if (deck.length === 0) deck.push(...directives);
    const [one] = deck.splice(random.below(deck.length), 1);
    if (one !== undefined) yield one;
  }
}

function typeFor({ section }: Directive, { version, plain, random }: ValueInput): UnitType {
  const types = fileTypes.filter(type => catalogAt(version).sectionsOf(type).includes(section));
  return plain === true ? (types[0] ?? "service") : random.pick(types);
}

function unitOf(type: UnitType, values: readonly ValueOf[], { plain, random }: ValueInput): ValueUnit {
  const roles = ["drop-in", ...(templatedTypes.has(type) ? (["template", "instance"] as const) : [])] as const;
  const role = plain === true || random.chance(0.65) ? "fragment" : random.pick(roles);
  return { type, role, values };
}

/** Kinds of which a bad value makes systemd read no further: no other value may stand below it. */
const endingKinds: ReadonlySet<string> = new Set([
  "apparmor-profile",
  "command-line",
  "group",
  "group-list",
  "image-policy",
  "pid-file",
  "selinux-context",
  "smack-label",
  "user",
  "working-directory",
]);

function mayEndReading({ kind, name }: Directive): boolean {
  return endingKinds.has(kind) || name === "DynamicUser" || (kind === "path" && name.startsWith("Root"));
}
