/** Names of units, as systemd takes them apart. systemd: src/basic/unit-name.c */
import type { UnitType } from "../catalog/directive.ts";
import { isUnitType } from "../catalog/unit-types.ts";

/** A valid unit name in its pieces. */
export interface UnitName {
  /** All before the first `@`, or before the suffix. */
  readonly prefix: string;
  /** Between `@` and the suffix: empty for a template, undefined for a plain unit. */
  readonly instance: string | undefined;
  readonly type: UnitType;
}

/** Takes a name apart; undefined where it is none. systemd: unit_name_is_valid(…, UNIT_NAME_ANY) */
export function readUnitName(name: string): UnitName | undefined {
  const dot = name.lastIndexOf(".");
  const type = name.slice(dot + 1);
  const stem = name.slice(0, Math.max(dot, 0));
  if (dot <= 0 || name.length > UNIT_NAME_MAX || !isUnitType(type) || !stemPattern.test(stem)) return undefined;
  const at = stem.indexOf("@");
  return at < 0
    ? { prefix: stem, instance: undefined, type }
    : { prefix: stem.slice(0, at), instance: stem.slice(at + 1), type };
}

/** The same name with another instance, for templates and instances. */
export function withInstance({ prefix, type }: UnitName, instance: string): string {
  return `${prefix}@${instance}.${type}`;
}

/** Resolves the escapes of a unit name: `-` is `/`, `\x2d` is `-`; undefined where it is not escaped well. systemd: unit_name_unescape() */
export function unescapeUnitName(text: string): string | undefined {
  if (/\\(?!x[0-9a-fA-F]{2})/.test(text)) return undefined;
  return text
    .replace(/-/g, "/")
    .replace(/\\x([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** In bytes, without the NUL; names are ASCII. */
export const UNIT_NAME_MAX = 255;

const stemPattern = /^[A-Za-z0-9:_.\\-][A-Za-z0-9:_.\\@-]*$/;
