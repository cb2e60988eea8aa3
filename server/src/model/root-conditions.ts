/** Whether a unit comes to run at all in a root. */
import type { RootFiles } from "./root-files.ts";
import { isInstalled } from "./root-files.ts";
import type { Unit } from "./unit.ts";
import { homeOf } from "./unit-lookup.ts";
import { unitOfPath } from "./unit-path-name.ts";
import type { UnitSet } from "./unit-set.ts";

/** The files of the root, for a unit that lies in it; what is to be brought there later may bring its files along. */
export function rootAround(unit: Unit, set: UnitSet, files: RootFiles | undefined): RootFiles | undefined {
  if (files === undefined || unit.load !== "loaded") return undefined;
  const role = homeOf(unit, set)?.role;
  return role === undefined || role === "given" || role === "stock" ? undefined : files;
}

/** How much weighs what is missing: packages ship units for programs that need not be there, people mean what they write. */
export function missingSeverity({ entry }: Unit): "info" | "warning" {
  return entry !== undefined && /(?:^|\/)lib\/systemd\//.test(entry.path) ? "info" : "warning";
}

/** Whether a condition asks for a file that the root does not have: the unit is then passed over. A command may ask for anything. */
export function isPassedOver({ settings }: Unit, files: RootFiles): boolean {
  if (settings.of("Service", "ExecCondition") !== undefined) return true;
  return conditions.some(name =>
    settings.of("Unit", name)?.effective.some(({ entry }) => {
      const path = entry.value.text.replace(/^\|/, "").trim();
      return isInstalled(path) && files.kind(path) === "missing";
    }),
  );
}

const conditions = ["Condition", "Assert"].flatMap(kind =>
  ["PathExists", "PathIsDirectory", "DirectoryNotEmpty", "FileIsExecutable", "FileNotEmpty"].map(what => kind + what),
);

/** Whether a mount puts other files in the place of a path. */
export function isMountedOver(path: string, set: UnitSet): boolean {
  const parts = path.split("/").slice(1);
  return parts.some((_, i) => {
    const name = unitOfPath(`/${parts.slice(0, i + 1).join("/")}`, "mount");
    return name !== undefined && set.unit(name).fragment !== undefined;
  });
}
