/** The paths in lists of a sandbox that have to be there before it is set up. systemd: apply_one_mount(), src/core/namespace.c */
import { type Place, valuePlace } from "../place.ts";
import { valuesOf } from "../reading.ts";
import type { PlacedAssignment } from "../setting.ts";
import { accessModes, accessMounts } from "./lists.ts";
import { isBelow, type SandboxSubject } from "./mount.ts";

/** A path that must not be missing. */
export interface ListedPath {
  /** The current name of the directive. */
  readonly name: string;
  readonly path: string;
  readonly at: PlacedAssignment;
  readonly place: Place;
}

/** Those inside the sandbox, in the order of the directives; without those below another one of the same list. systemd: drop_nop() */
export function insidePaths(subject: SandboxSubject): readonly ListedPath[] {
  const mounts = accessMounts(subject);
  return Object.entries(accessModes).flatMap(([name, mode]) =>
    pathsIn(subject, name, value => value).filter(
      ({ path }) => !mounts.some(other => other.mode === mode && isBelow(path, other.path)),
    ),
  );
}

/** Those of the host that are mounted elsewhere. */
export function bindSources(subject: SandboxSubject): readonly ListedPath[] {
  return ["BindPaths", "BindReadOnlyPaths"].flatMap(name =>
    pathsIn(subject, name, value => value.split(":").slice(0, -2).join(":")),
  );
}

/** The prefix - allows a path to be missing. */
function pathsIn({ settings, section }: SandboxSubject, name: string, pathOf: (value: string) => string): ListedPath[] {
  return valuesOf(settings, section, name).flatMap(({ value, at }) => {
    if (value.startsWith("-")) return [];
    const path = pathOf(value).replace(/^\+/, "");
    return [{ name, path, at, place: pathPlace(at, path) }];
  });
}

/** Where a path stands in a list; the whole list where specifiers or escapes hide it. */
function pathPlace(at: PlacedAssignment, path: string): Place {
  const { file, entry } = at;
  const written = at.parsed?.parts.find(
    ({ kind, span }) => kind === "path" && entry.value.text.slice(span.start, span.end).replace(/\/+$/, "") === path,
  );
  return written === undefined ? valuePlace(at) : { file, line: entry, span: entry.value.toSource(written.span) };
}
