/** Hover over the name of a unit: what it is, where it is defined, and what it has to do with the unit at hand. */

import { nameMeant } from "../../model/named-unit.ts";
import type { Unit } from "../../model/unit.ts";
import type { UnitEntry } from "../../model/unit-folder.ts";
import { homeOf } from "../../model/unit-lookup.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import { wordText } from "../../texts/texts.ts";
import { expandCertain, isGeneric } from "../../values/certain-specifiers.ts";
import type { ValueContext } from "../../values/kind.ts";
import { readUnitName, withInstance } from "../../values/unit-name.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";
import { type Block, enumerate, type Sentence, say } from "./markup.ts";
import { type Describe, shortPath } from "./piece.ts";
import { describeOrder, describeRelation, type Show } from "./relation.ts";
import { paragraphs } from "./told.ts";

/** Everything that is known of the unit that a word means. */
export const describeUnitName: Describe = ({ text, context, file, snapshot, texts }) => {
  const name = nameMeant(text, context, file.unit);
  if (name === undefined) return [];
  const { set } = file;
  const parts = readUnitName(name);
  if (parts?.instance === "") return describeTemplate(name, set, snapshot);
  const unit = set.unit(name);
  const show: Show = { snapshot, name: id => shownName(id, file, isGeneric(context)) };
  return [
    headline(unit, context, show),
    ...paragraphs(wordText(texts, "special-units", name)),
    ...definition(unit, set, snapshot),
    ...(parts?.instance === undefined ? [] : ofTemplate(withInstance(parts, ""), unit)),
    ...(unit.load === "loaded" ? describeOrder(unit, set, show) : []),
    ...(file.unit === undefined ? [] : describeRelation(file.unit, unit, set, show)),
  ];
};

/** In a template, the instance that it is judged as is anybody's. */
function shownName(id: string, { unit }: WorkspaceFile, generic: boolean): string {
  return generic && unit?.instance !== undefined ? id.replace(`@${unit.instance}.`, "@%i.") : id;
}

function headline({ id, prefix, type, settings, fragment }: Unit, context: ValueContext, show: Show): Sentence {
  const name = show.name(id);
  const written = settings.of("Unit", "Description")?.effective.at(-1)?.entry.value.text;
  if (written === undefined || fragment === undefined) return say`${name}`;
  const unit = name === id ? id : withInstance({ prefix, type, instance: "" }, "");
  return say`${name}: ${expandCertain(written, { ...context, unit, section: "Unit" })}`;
}

function describeTemplate(name: string, set: UnitSet, snapshot: Snapshot): readonly Block[] {
  const target = set.names.targets.get(name);
  if (target === undefined) return [say`${name}: a template that no file here gives`];
  if ("alias" in target) return [say`${name}: another name of ${target.alias}`];
  return [say`${name}: a template`, ...place(target.file, set, snapshot)];
}

function definition(unit: Unit, set: UnitSet, snapshot: Snapshot): readonly Block[] {
  const { load, entry, names, id, extras } = unit;
  const others = names.filter(name => name !== id);
  const aliases = others.length === 0 ? [] : [say`Also called ${enumerate(others, 4)}`];
  const dropIns =
    extras.length === 0
      ? []
      : [
          say`With ${enumerate(
            extras.map(extra => shortPath(extra.entry.path, snapshot)),
            4,
          )}`,
        ];
  if (load === "masked")
    return [say`Masked by ${entry === undefined ? "" : shortPath(entry.path, snapshot)}`, ...aliases];
  if (entry === undefined) return [absence(unit, set), ...dropIns];
  const fault = load === "loaded" ? [] : [say`systemd refuses to load it`];
  return [...place(entry, set, snapshot), ...fault, ...aliases, ...dropIns];
}

function absence({ load, type }: Unit, { catalog }: UnitSet): Sentence {
  if (load === "not-found") return [`Not found here, nor shipped with systemd ${catalog.version}`];
  return type === "device" ? ["Appears with its device"] : ["Made by systemd where it is needed"];
}

function place(entry: UnitEntry, set: UnitSet, snapshot: Snapshot): readonly Block[] {
  if (homeOf({ entry }, set)?.role !== "stock") return [say`Defined in ${shortPath(entry.path, snapshot)}`];
  if (entry.path.startsWith("distributions/")) return [["Shipped by distributions"]];
  return [[`Shipped with systemd ${set.catalog.version}`]];
}

/** The template whose file gives an instance; nothing where the instance has a file of its own. */
function ofTemplate(template: string, { entry }: Unit): readonly Block[] {
  return entry?.path.endsWith(`/${template}`) === true ? [say`An instance of ${template}`] : [];
}
