/** Draws small sets of units that refer to one another, with drop-ins, links, masks and aliases. */

import type { UnitType } from "../../src/catalog/directive.ts";
import { templatedTypes } from "../../src/catalog/unit-types.ts";
import type { Manager } from "../../src/model/unit-file-name.ts";
import { readUnitName } from "../../src/values/unit-name.ts";
import type { Random } from "./random.ts";
import { drawText, type TextInput } from "./set-text.ts";
import { instances, others, places, sliceStems, stems, swaps } from "./set-words.ts";

/** What lies at a path: a text, or a link to what is written; `@SET@` in it stands for the set's folder. */
export type DraftFile = { readonly text: string } | { readonly link: string };

/** A set of units before it lies on a disk. */
export interface SetDraft {
  readonly manager: Manager;
  /** The folders of the search path, the highest rank first. */
  readonly folders: readonly string[];
  /** By path in the set: `etc/app.service`. */
  readonly files: ReadonlyMap<string, DraftFile>;
  /** The units that are asked for: none of them a template. */
  readonly names: readonly string[];
}

const folders = ["etc", "run", "lib"];

/** The set of a generator's next numbers. */
export function drawSet(random: Random): SetDraft {
  const names = drawNames(random);
  const input: TextInput = { random, names };
  const files = new Map<string, DraftFile>();
  const put = (path: string, file: DraftFile): void => {
    if (!files.has(path)) files.set(path, file);
  };
  for (const name of names) drawUnit(name, input, put);
  for (let drawn = random.below(4); drawn > 0; drawn--) drawDropIn(input, put);
  for (let drawn = random.below(3); drawn > 0; drawn--) drawDependencyLink(input, put);
  const manager = random.chance(0.15) ? "user" : "system";
  return { manager, folders, files, names: [...new Set(names.flatMap(name => askedFor(name, random)))] };
}

type Put = (path: string, file: DraftFile) => void;

const types: readonly UnitType[] = [
  ...(["service", "service", "service", "service", "service", "target", "target", "socket", "timer", "path"] as const),
  ...(["mount", "automount", "swap", "slice"] as const),
];

function drawNames(random: Random): string[] {
  const names = new Set<string>();
  for (let drawn = 2 + random.below(11); drawn > 0; drawn--) names.add(drawName(random.pick(types), random));
  return [...names];
}

function drawName(type: UnitType, random: Random): string {
  if (type === "mount" || type === "automount") return `${random.pick(places)}.${type}`;
  if (type === "swap") return `${random.pick(swaps)}.${type}`;
  if (type === "slice") return `${random.pick(sliceStems)}.${type}`;
  const stem = random.pick(stems);
  if (!random.chance(0.25)) return `${stem}.${type}`;
  return `${stem}@${random.chance(0.6) ? "" : random.pick(instances)}.${type}`;
}

/** Templates are asked for by their instances. */
function askedFor(name: string, random: Random): string[] {
  const parts = readUnitName(name);
  if (parts?.instance !== "") return [name];
  return [name.replace("@", `@${random.pick(instances)}`)];
}

function drawUnit(name: string, input: TextInput, put: Put): void {
  const { random } = input;
  const place = (): string => `${random.pick(folders)}/${name}`;
  const kind = random.fraction();
  if (kind < 0.8) put(place(), { text: drawText(name, input) });
  else if (kind < 0.83) put(place(), { link: "/dev/null" });
  else if (kind < 0.85) put(place(), { text: "" });
  else if (kind < 0.95) put(place(), { link: drawTarget(name, input) });
  else if (kind < 0.98) {
    const outside = random.chance(0.5) ? name : random.pick(input.names);
    put(`outside/${outside}`, { text: drawText(name, input) });
    put(place(), { link: `../outside/${outside}` });
  }
  if (random.chance(0.1)) put(place(), { text: random.chance(0.2) ? "" : drawText(name, input) });
}

/** Where an alias leads: mostly to a unit of its type that was drawn before, so that links never go in a circle. */
function drawTarget(name: string, { random, names }: TextInput): string {
  const earlier = names.slice(0, names.indexOf(name));
  const type = name.slice(name.lastIndexOf("."));
  const same = earlier.filter(other => other.endsWith(type));
  const target = random.pick(
    same.length > 0 && random.chance(0.8) ? same : [...earlier, "missing.service", "db@1.service"],
  );
  const folder = random.pick(folders);
  const form = random.fraction();
  if (form < 0.4) return target;
  return form < 0.7 ? `../${folder}/${target}` : `@SET@/${folder}/${target}`;
}

/** Names whose folders count for a unit, and the unit's type. */
function drawOwner(name: string, random: Random): string {
  const { prefix, instance, type } = readUnitName(name) ?? { prefix: name, instance: undefined, type: "service" };
  const templated = templatedTypes.has(type as UnitType);
  const owners = [name, name, name, `${prefix}.${type}`];
  if (!isPerpetualType(type)) owners.push(type);
  if (instance !== undefined) owners.push(`${prefix}@.${type}`, `${prefix}@${random.pick(instances)}.${type}`);
  for (let at = prefix.indexOf("-"); at > 0; at = prefix.indexOf("-", at + 1)) {
    owners.push(`${prefix.slice(0, at + 1)}.${type}`);
    if (templated) owners.push(`${prefix.slice(0, at + 1)}@.${type}`);
  }
  return random.pick(owners);
}

/** What belongs to all units of these types belongs to those that a manager has from the start, and changes the order of loading. */
function isPerpetualType(type: string): boolean {
  return type === "slice" || type === "mount";
}

function drawDropIn(input: TextInput, put: Put): void {
  const { random, names } = input;
  const name = random.pick(names);
  for (let copies = 1 + random.below(3); copies > 0; copies--) {
    const file = random.pick(["10-a.conf", "10-a.conf", "20-b.conf", "B.conf", "note.txt", ".hidden.conf", "50.conf~"]);
    const path = `${random.pick(folders)}/${drawOwner(name, random)}.d/${file}`;
    const kind = random.fraction();
    if (kind < 0.85) put(path, { text: drawText(name, input, "drop-in") });
    else if (kind < 0.93) put(path, { link: "/dev/null" });
    else put(path, { text: "" });
  }
}

function drawDependencyLink(input: TextInput, put: Put): void {
  const { random, names } = input;
  const owner = drawOwner(random.pick(names), random);
  const name = random.chance(0.8) ? random.pick(names) : random.pick([...others, "wrong", "app.service.d"]);
  const path = `${random.pick(folders)}/${owner}.${random.pick(["wants", "wants", "requires", "upholds"])}/${name}`;
  const kind = random.fraction();
  if (kind < 0.6) put(path, { link: `../${name}` });
  else if (kind < 0.75) put(path, { link: `@SET@/${random.pick(folders)}/${random.pick(names)}` });
  else if (kind < 0.85) put(path, { link: "/dev/null" });
  else if (kind < 0.92) put(path, { text: "" });
  else put(path, { text: "[Unit]\n" });
}
