/** Between paths and the names of mounts, swaps, automounts and devices. systemd: unit_name_path_escape(), unit_name_from_path(), src/basic/unit-name.c */
import type { UnitType } from "../catalog/directive.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import { UNIT_NAME_MAX, unescapeUnitName } from "../values/unit-name.ts";

/** A path as units are named after it: `/srv/my-data` is `srv-my\x2ddata`, `/` is `-`. */
export function escapePath(path: string): string {
  const inner = path
    .split("/")
    .filter(piece => piece !== "" && piece !== ".")
    .join("/");
  return inner === "" ? "-" : escapeName(inner, true);
}

/** Escapes a text for the name of a unit. systemd: unit_name_escape() */
export function escapeName(text: string, slashes = false): string {
  const escaped = [...encodeUtf8(text)].map((byte, i) => {
    const character = String.fromCharCode(byte);
    if (character === "/" && (slashes || i >= 0)) return "-";
    return plain.test(character) && !(i === 0 && character === ".")
      ? character
      : `\\x${byte.toString(16).padStart(2, "0")}`;
  });
  return escaped.join("");
}

const plain = /^[0-9A-Za-z:_.]$/;

/** The name of the unit for a path; undefined where it is too long, or the path has `..` in it. */
export function unitOfPath(path: string, type: UnitType): string | undefined {
  if (path.split("/").includes("..")) return undefined;
  const name = `${escapePath(path)}.${type}`;
  return name.length > UNIT_NAME_MAX ? undefined : name;
}

/** The path that a unit is named after; undefined where the name is no escaped path. systemd: unit_name_to_path() */
export function pathOfUnit(prefix: string): string | undefined {
  if (prefix === "-") return "/";
  const path = unescapeUnitName(prefix);
  if (path === undefined || path.startsWith("/") || path.endsWith("/") || path.includes("//")) return undefined;
  return path.split("/").some(piece => piece === "." || piece === "..") ? undefined : `/${path}`;
}
