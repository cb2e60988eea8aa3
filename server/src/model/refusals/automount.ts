/** What makes systemd refuse an automount. systemd: automount_add_extras(), automount_verify(), src/core/automount.c */
import { simplifyPath } from "../../values/path.ts";
import { fstabOptions } from "../mount-parameters.ts";
import { isSet, lastOf, textOf } from "../reading.ts";
import { pathOfUnit } from "../unit-path-name.ts";
import { nameMismatch, unreadableName } from "./path-name.ts";
import type { Check, Found, Subject } from "./problem.ts";

/** In systemd's order. */
export const automountChecks: readonly Check[] = [
  { check: "mount-name-mismatch", verdict: "refuses", find: subject => unreadableName(subject, "Where") },
  { check: "mount-refused", verdict: "refuses", find: root },
  {
    check: "mount-name-mismatch",
    verdict: "refuses",
    find: subject => nameMismatch(subject, "Where", whereOf(subject)),
  },
  { check: "mount-refused", verdict: "refuses", find: reservedOption },
];

function whereOf({ unit, settings }: Subject): string | undefined {
  const where = textOf(settings, "Automount", "Where");
  if (where !== undefined && where !== "") return simplifyPath(where);
  return isSet(settings, "Automount", "Where") ? undefined : pathOfUnit(unit.prefix);
}

function root(subject: Subject): Found | undefined {
  if (whereOf(subject) !== "/") return undefined;
  const message = "There can be no automount of /, which is always mounted";
  return { message, at: lastOf(subject.settings, "Automount", "Where") ?? "Automount" };
}

/** The options that systemd gives autofs itself. */
const reserved = ["fd", "pgrp", "minproto", "maxproto", "direct", "indirect"];

function reservedOption({ settings }: Subject): Found | undefined {
  const at = lastOf(settings, "Automount", "ExtraOptions");
  const options = fstabOptions(textOf(settings, "Automount", "ExtraOptions"));
  const option = reserved.find(name => options.has(name));
  return at && option !== undefined
    ? { message: `ExtraOptions= must not contain ${option}, which systemd sets itself`, at }
    : undefined;
}
