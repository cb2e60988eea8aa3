/**
 * Names of units in values. systemd: unit_name_printf(), src/core/unit-printf.c; resolve_template(), manager_load_unit(),
 * unit_add_name(), src/core/{unit,manager}.c; unit_type_may_template(), src/shared/unit-file.h
 */
import type { UnitType } from "../catalog/directive.ts";
import { templatedTypes } from "../catalog/unit-types.ts";
import type { Consequence, ValueContext, ValuePart, ValueProblem } from "./kind.ts";
import { MappedText } from "./mapped-text.ts";
import { byteLength } from "./path.ts";
import { expandSpecifiers, unknownSpecifier } from "./specifiers.ts";
import { meantUnit } from "./unit-meant.ts";
import { readUnitName, UNIT_NAME_MAX, type UnitName, withInstance } from "./unit-name.ts";

/** What a name must be, and what systemd does about one that is not. */
export interface UnitRules {
  readonly consequence: Consequence;
  readonly rule?: NonNullable<ValueProblem["rule"]>;
  readonly specifiers?: "name" | "install";
  /** The one type that is allowed. */
  readonly type?: UnitType;
  /** A template stands for its instance of the same name as the unit, or of the unit's prefix. */
  readonly templates: boolean;
}

/** A unit as systemd names it, or why it takes none. */
export interface UnitReading {
  readonly name?: string;
  readonly parts: readonly ValuePart[];
  readonly problem?: ValueProblem;
}

/** Reads the name of a unit. */
export function readUnit(written: MappedText, at: ValueContext, rules: UnitRules): UnitReading {
  const { text, parts, unknown } = expandSpecifiers(written, at, rules.specifiers ?? "name");
  const labelled: ValuePart[] = written.text === "" ? [] : [{ kind: "unit-name", span: written.span() }, ...parts];
  const { consequence, rule } = rules;
  if (unknown !== undefined) {
    const problem = unknownSpecifier(unknown, consequence);
    return {
      parts: labelled,
      problem: consequence === "silent" ? { ...problem, rule: rule ?? "unchecked-value" } : problem,
    };
  }
  const name = text?.text ?? "";
  const fault = faultOf(name, at, rules);
  if (fault === undefined) return { name, parts: labelled };
  const meant = fault.replacement ?? meantUnit(written.text, at, rules.type);
  const problem: ValueProblem = { message: fault.message, span: written.span(), consequence };
  const ruled = rule === undefined ? problem : { ...problem, rule };
  return { name, parts: labelled, problem: meant === undefined ? ruled : { ...ruled, replacement: meant } };
}

interface Fault {
  readonly message: string;
  readonly replacement?: string;
}

function faultOf(name: string, at: ValueContext, rules: UnitRules): Fault | undefined {
  const unit = readUnitName(name);
  if (unit === undefined) return { message: spellingFault(name) };
  const { instance, type } = unit;
  if (rules.type !== undefined && type !== rules.type)
    return { message: `${name} is no ${rules.type}: the name must end in .${rules.type}` };
  if (instance === undefined) return undefined;
  if (!templatedTypes.has(type)) return { message: `${name} has an @, but ${type} units have no instances` };
  if (instance !== "") return undefined;
  if (!rules.templates)
    return { message: `${name} is a template; name an instance of it, as in ${withInstance(unit, "name")}` };
  return resolved(unit, at).length > UNIT_NAME_MAX
    ? { message: `The instance of ${name} has a name longer than 255 bytes` }
    : undefined;
}

function resolved(template: UnitName, at: ValueContext): string {
  const own = readUnitName(at.unit ?? `unit.${at.type}`);
  const letter = own?.instance === undefined ? "%p" : "%i";
  return withInstance(template, expandSpecifiers(MappedText.verbatim(letter, 0), at).text?.text ?? "");
}

/** Why a text is no name of a unit. */
function spellingFault(name: string): string {
  if (name === "") return "The name of a unit is missing";
  if (byteLength(name) > UNIT_NAME_MAX) return "The name of a unit is longer than 255 bytes";
  if (name.includes(",")) return `${name} is no name of a unit: separate units by blanks, not by commas`;
  if (/["']/.test(name)) return `${name} is no name of a unit: quotes are part of it here`;
  const strange = /[^A-Za-z0-9:_.\\@-]/u.exec(name)?.[0];
  if (strange !== undefined) return `${name} is no name of a unit: it holds ${strange}`;
  if (name.startsWith("@")) return `${name} is no name of a unit: nothing stands before the @`;
  const dot = name.lastIndexOf(".");
  if (dot < 0) return `${name} is no name of a unit: it lacks a suffix such as .service or .target`;
  return dot === 0
    ? `${name} is no name of a unit: nothing stands before the suffix`
    : `${name} is no name of a unit: no type is called ${name.slice(dot)}`;
}
