/** All that speaks against a row for a unit: what concerns rows of its kind, then its own. */
import { runsAnything, runsOthers, said, sharesMounts } from "./evidence.ts";
import type { Hardening } from "./hardening.ts";
import { gainsPrivileges } from "./processes.ts";
import type { UnitView } from "./view.ts";

/** Why a row would or may break a unit; undefined where nothing speaks against it. */
export function objectionTo(hardening: Hardening, view: UnitView): string | undefined {
  return (
    said(hardening.lines[0].name)(view) ??
    ofUserManager(hardening, view) ??
    runsOthers(view) ??
    (hardening.bearsScripts ? undefined : runsAnything(view)) ??
    ofMeans(hardening, view) ??
    hardening.objection?.(view)
  );
}

function ofUserManager({ means }: Hardening, { manager }: UnitView): string | undefined {
  if (manager === "system" || means === "seccomp" || means === "other") return undefined;
  return "a user manager has no power over this, or only inside a user namespace";
}

/** Filters on system calls take the way to new privileges from those who are not root. */
function ofMeans({ means }: Hardening, view: UnitView): string | undefined {
  if (means === "mounts") return sharesMounts(view);
  return means === "seccomp" && !view.isRoot ? gainsPrivileges(view) : undefined;
}
