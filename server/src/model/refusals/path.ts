/** What makes systemd refuse a path unit. systemd: path_verify(), src/core/path.c */
import { isSet } from "../reading.ts";
import { clearingLine, lostAttempts } from "./lost-lines.ts";
import type { Check, Found, Subject } from "./problem.ts";

/** The only one. */
export const pathChecks: readonly Check[] = [
  { check: "path-without-setting", verdict: "refuses", find: watchesNothing },
];

const watched = ["PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty"];

function watchesNothing({ settings, unit }: Subject): Found | undefined {
  if (watched.some(name => isSet(settings, "Path", name))) return undefined;
  const at = clearingLine(unit, "Path", watched);
  return {
    message:
      at === undefined
        ? "The unit watches no path; set PathExists=, PathChanged=, PathModified= or DirectoryNotEmpty="
        : `${at.entry.key.text}= clears all paths that the unit watches, and none follows`,
    at: at ?? "Path",
    because: lostAttempts(unit, "Path", watched),
  };
}
