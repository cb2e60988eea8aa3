/** Units that are named after a path: mounts, automounts and swaps. systemd: unit_name_to_path(), unit_name_from_path(), src/basic/unit-name.c */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { simplifyPath } from "../../values/path.ts";
import { isSet, lastOf } from "../reading.ts";
import { pathOfUnit, unitOfPath } from "../unit-path-name.ts";
import type { Found, Subject } from "./problem.ts";

/** A name that tells no path, in a unit whose path nothing else tells. */
export function unreadableName({ unit, settings, section }: Subject, directive: string): Found | undefined {
  if (isSet(settings, section, directive) || pathOfUnit(unit.prefix) !== undefined) return undefined;
  const message = `The name ${unit.id} stands for no path; systemd-escape --path makes one from a path`;
  return { message, at: section };
}

/** A path that wants another name. */
export function nameMismatch(
  { unit, settings, section }: Subject,
  directive: string,
  path: string | undefined,
): Found | undefined {
  const name = path === undefined ? undefined : unitOfPath(path, unit.type);
  if (path === undefined || name === undefined || unit.names.includes(name)) return undefined;
  const at = lastOf(settings, section, directive);
  const own = pathOfUnit(unit.prefix);
  return {
    message: `A unit with ${directive}=${path} must be called ${name}, not ${unit.id}`,
    at: at ?? section,
    remedies:
      at === undefined || own === undefined ? [] : [{ title: `Write ${directive}=${own}`, at, write: { value: own } }],
  };
}

/** Whether a path is absolute and free of `..`. systemd: unit_add_mounts_for() */
export function isMountable(path: string, version: SystemdVersion): boolean {
  return path.startsWith("/") && !simplifyPath(path, version).split("/").includes("..");
}
