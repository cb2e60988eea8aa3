/**
 * Specifiers such as `%i` in values. What they stand for on a host is unknown here; each gets a plausible stand-in, so that what is built
 * from it can be judged. systemd: specifier_printf(), src/shared/specifier.c; unit_full_printf(), unit_name_printf(), src/core/unit-printf.c
 */

import type { SystemdVersion } from "../catalog/directive.ts";
import { remember } from "../catalog/lazy.ts";
import type { Span } from "../text/span.ts";
import type { ValueContext, ValuePart, ValueProblem } from "./kind.ts";
import { madeUpInstance } from "./made-up-instance.ts";
import { type MappedText, MappedTextBuilder } from "./mapped-text.ts";
import { readUnitName, type UnitName, unescapeUnitName } from "./unit-name.ts";

/** Which specifiers a value may have: `full` in most, `name` in names of units, `install` in [Install]. */
export type SpecifierSet = "full" | "name" | "install";

/** One specifier. */
export interface Specifier {
  readonly letter: string;
  /** What it stands for, for people. */
  readonly meaning: string;
  readonly sets: readonly SpecifierSet[];
  readonly since?: SystemdVersion;
  /** The last version in which it exists. */
  readonly until?: SystemdVersion;
  /** systemd says that it should not be used any more. */
  readonly deprecated?: true;
  /** A stand-in for its value. */
  readonly example: (unit: UnitParts, at: ValueContext) => string;
}

/** Text with its specifiers replaced by stand-ins. */
export interface Expansion {
  /** Absent where systemd fails to resolve it. */
  readonly text?: MappedText;
  readonly parts: readonly ValuePart[];
  /** The specifier that does not exist: its letter and its place. */
  readonly unknown?: { readonly letter: string; readonly span: Span };
}

/** Replaces specifiers; an unknown letter or digit behind `%` fails, other characters leave the `%` as it is. */
export function expandSpecifiers(text: MappedText, at: ValueContext, set: SpecifierSet = "full"): Expansion {
  if (!text.text.includes("%")) return { text, parts: [] };
  const unit = partsOfUnit(at);
  const known = specifiersAt(at.version, set);
  const parts: ValuePart[] = [];
  const expanded = new MappedTextBuilder(text.span().start);
  let from = 0;
  for (const { index } of text.text.matchAll(/%[A-Za-z0-9%]/g)) {
    const letter = text.text.charAt(index + 1);
    const span = text.span(index, index + 2);
    const specifier = known.get(letter);
    if (specifier === undefined && letter !== "%") return { parts, unknown: { letter, span } };
    text.copy(from, index, expanded);
    expanded.make(specifier === undefined ? "%" : specifier.example(unit, at), span);
    if (specifier !== undefined) parts.push({ kind: "specifier", span });
    from = index + 2;
  }
  text.copy(from, text.text.length, expanded);
  return { text: expanded.build(), parts };
}

/** The problem of an unknown specifier; `consequence` is what the parser does about it. */
export function unknownSpecifier(
  { letter, span }: { letter: string; span: Span },
  consequence: ValueProblem["consequence"],
): ValueProblem {
  const message = `${whyUnknown(letter)}; write %%${letter} for a percent sign`;
  return { message, span, consequence, rule: "unknown-specifier", replacement: `%%${letter}` };
}

/** A letter that is unknown here may be known elsewhere. */
function whyUnknown(letter: string): string {
  const row = specifiers.find(specifier => specifier.letter === letter);
  if (row === undefined) return `There is no specifier %${letter}`;
  if (row.since === undefined) return `There is no specifier %${letter} in this place`;
  return `The specifier %${letter} came with systemd ${row.since}`;
}

/** The specifiers of a version by their letters. */
export function specifiersAt(version: SystemdVersion, set: SpecifierSet): ReadonlyMap<string, Specifier> {
  return specifierMaps(`${set} ${version}`);
}

/** For keys such as `full 262`. */
const specifierMaps = remember((key: string) => {
  const [set, version] = key.split(" ");
  const found = specifiers.filter(
    ({ sets, since = 0, until = Number.POSITIVE_INFINITY }) =>
      sets.some(one => one === set) && since <= Number(version) && Number(version) <= until,
  );
  return new Map(found.map(specifier => [specifier.letter, specifier]));
});

/** The unit's name in the pieces that specifiers speak of. */
export interface UnitParts {
  readonly id: string;
  readonly prefix: string;
  readonly instance: string;
}

/** A template is judged as its instance of the name that `systemd-analyze verify` gives it. */
function partsOfUnit({ unit, type, version }: ValueContext): UnitParts {
  const id = unit ?? `unit.${type}`;
  const name: UnitName = readUnitName(id) ?? { prefix: "unit", instance: undefined, type };
  const instance = name.instance === "" ? madeUpInstance(version) : (name.instance ?? "");
  return { id: name.instance === "" ? `${name.prefix}@${instance}.${type}` : id, prefix: name.prefix, instance };
}

function lastComponent({ prefix }: UnitParts): string {
  return prefix.slice(prefix.lastIndexOf("-") + 1);
}

function unescaped(text: string): string {
  return unescapeUnitName(text) ?? text;
}

function withInstanceName({ id }: UnitParts): string {
  return id.slice(0, id.lastIndexOf("."));
}

function home({ manager }: ValueContext): string {
  return manager === "user" ? "/home/user" : "/root";
}

/** A folder of the system, or below the home folder of a user manager. */
function folder(system: string, user: string): Specifier["example"] {
  return (_, at) => (at.manager === "user" ? `${home(at)}/${user}` : system);
}

function text(example: string): Specifier["example"] {
  return () => example;
}

const everywhere = ["full", "name", "install"] as const;
const full = ["full"] as const;

export const specifiers: readonly Specifier[] = [
  { letter: "a", meaning: "the architecture, such as x86-64", sets: everywhere, since: 248, example: text("x86-64") },
  { letter: "A", meaning: "IMAGE_VERSION= of os-release", sets: everywhere, since: 248, example: text("1") },
  { letter: "b", meaning: "the boot ID", sets: everywhere, example: text("0123456789abcdef0123456789abcdef") },
  { letter: "B", meaning: "BUILD_ID= of os-release", sets: everywhere, since: 248, example: text("1") },
  {
    letter: "c",
    meaning: "the control group of the unit",
    sets: full,
    deprecated: true,
    example: ({ id }) => `/system.slice/${id}`,
  },
  { letter: "C", meaning: "the root of cache folders", sets: full, example: folder("/var/cache", ".cache") },
  {
    letter: "d",
    meaning: "the folder of the unit's credentials",
    sets: full,
    since: 252,
    example: ({ id }) => `/run/credentials/${id}`,
  },
  {
    letter: "D",
    meaning: "the root of shared data",
    sets: full,
    since: 255,
    example: folder("/usr/share", ".local/share"),
  },
  { letter: "E", meaning: "the root of configuration folders", sets: full, example: folder("/etc", ".config") },
  {
    letter: "f",
    meaning: "the instance, else the prefix, as a path",
    sets: full,
    example: unit => `/${unescaped(unit.instance === "" ? unit.prefix : unit.instance)}`,
  },
  { letter: "g", meaning: "the group of the service manager", sets: everywhere, since: 247, example: text("root") },
  { letter: "G", meaning: "the group ID of the service manager", sets: everywhere, since: 247, example: text("0") },
  { letter: "h", meaning: "the home folder of the service manager's user", sets: full, example: (_, at) => home(at) },
  { letter: "H", meaning: "the host name", sets: everywhere, example: text("host") },
  { letter: "i", meaning: "the instance, as written", sets: everywhere, example: unit => unit.instance },
  { letter: "I", meaning: "the instance, unescaped", sets: full, example: unit => unescaped(unit.instance) },
  { letter: "j", meaning: "the last piece of the prefix", sets: everywhere, example: lastComponent },
  {
    letter: "J",
    meaning: "the last piece of the prefix, unescaped",
    sets: full,
    example: unit => unescaped(lastComponent(unit)),
  },
  { letter: "l", meaning: "the short host name", sets: everywhere, since: 245, example: text("host") },
  { letter: "L", meaning: "the root of log folders", sets: full, example: folder("/var/log", ".local/state/log") },
  { letter: "m", meaning: "the machine ID", sets: everywhere, example: text("0123456789abcdef0123456789abcdef") },
  { letter: "M", meaning: "IMAGE_ID= of os-release", sets: everywhere, since: 248, example: text("image") },
  { letter: "n", meaning: "the full name of the unit", sets: everywhere, example: unit => unit.id },
  { letter: "N", meaning: "the name of the unit without its suffix", sets: everywhere, example: withInstanceName },
  { letter: "o", meaning: "ID= of os-release", sets: everywhere, since: 248, example: text("debian") },
  {
    letter: "p",
    meaning: "the name up to the @, or without its suffix",
    sets: everywhere,
    example: unit => unit.prefix,
  },
  { letter: "P", meaning: "the same, unescaped", sets: full, example: unit => unescaped(unit.prefix) },
  { letter: "q", meaning: "the pretty host name", sets: everywhere, since: 248, example: text("Host") },
  {
    letter: "r",
    meaning: "the control group of the unit's slice",
    sets: full,
    deprecated: true,
    // Its slice is not known yet while the unit is read.
    example: text(""),
  },
  { letter: "R", meaning: "the root of the control groups", sets: full, deprecated: true, example: text("") },
  { letter: "s", meaning: "the shell of the service manager's user", sets: full, example: text("/bin/sh") },
  { letter: "S", meaning: "the root of state folders", sets: full, example: folder("/var/lib", ".local/state") },
  {
    letter: "t",
    meaning: "the root of runtime folders",
    sets: full,
    example: (_, at) => (at.manager === "user" ? "/run/user/1000" : "/run"),
  },
  { letter: "T", meaning: "the folder of temporary files", sets: full, example: text("/tmp") },
  { letter: "u", meaning: "the user of the service manager", sets: everywhere, example: text("root") },
  { letter: "U", meaning: "the user ID of the service manager", sets: everywhere, example: text("0") },
  { letter: "v", meaning: "the kernel release", sets: everywhere, example: text("6.12.0") },
  { letter: "V", meaning: "the folder of large and lasting temporary files", sets: full, example: text("/var/tmp") },
  { letter: "w", meaning: "VERSION_ID= of os-release", sets: everywhere, since: 248, example: text("12") },
  { letter: "W", meaning: "VARIANT_ID= of os-release", sets: everywhere, since: 248, example: text("server") },
  {
    letter: "y",
    meaning: "the path of the unit file",
    sets: full,
    since: 250,
    example: ({ id }) => `/etc/systemd/system/${id}`,
  },
  { letter: "Y", meaning: "the folder of the unit file", sets: full, since: 250, example: text("/etc/systemd/system") },
];
