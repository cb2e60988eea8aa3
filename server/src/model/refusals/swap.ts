/** What makes systemd refuse a swap. systemd: swap_add_extras(), swap_verify(), src/core/swap.c */
import { simplifyPath } from "../../values/path.ts";
import { deviceOfTag } from "../mount-parameters.ts";
import { isSet, lastOf, textOf } from "../reading.ts";
import { pathOfUnit } from "../unit-path-name.ts";
import { execChecks, oldPamChecks } from "./exec.ts";
import { isMountable, nameMismatch, unreadableName } from "./path-name.ts";
import type { Check, Found, Subject } from "./problem.ts";

/** In systemd's order. */
export const swapChecks: readonly Check[] = [
  { check: "mount-name-mismatch", verdict: "refuses", find: subject => unreadableName(subject, "What") },
  { check: "mount-refused", verdict: "refuses", find: noPath },
  ...execChecks,
  { check: "mount-name-mismatch", verdict: "refuses", find: subject => nameMismatch(subject, "What", whatOf(subject)) },
  ...oldPamChecks([]),
];

function whatOf({ unit, settings, version }: Subject): string | undefined {
  const what = textOf(settings, "Swap", "What");
  if (what !== undefined && what !== "") return simplifyPath(version < 256 ? what : deviceOfTag(what), version);
  return isSet(settings, "Swap", "What") ? undefined : pathOfUnit(unit.prefix);
}

/** Since 256 What= is a text like that of a mount; before, it was a path. systemd: unit_add_mounts_for() */
function noPath(subject: Subject): Found | undefined {
  const what = whatOf(subject);
  const at = lastOf(subject.settings, "Swap", "What");
  if (at === undefined || what === undefined || isMountable(what, subject.version)) return undefined;
  return { message: "What= must be an absolute path without .., or a tag such as UUID=…", at };
}
