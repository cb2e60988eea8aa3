/** Hover over a section's header. */
import { isUnitType } from "../../catalog/unit-types.ts";
import type { UnitFile } from "../../model/unit-file.ts";
import type { HeaderTarget } from "../target.ts";
import { type Block, enumerate, say } from "./markup.ts";

/** What a section is for, or why systemd passes it over. */
export function describeSection({ block: { role, section } }: HeaderTarget, file: UnitFile): readonly Block[] {
  if (role === "vendor") return [say`${`[${section}]`}: systemd skips sections that start with ${"X-"}`];
  if (role === "unknown") return unknown(section, file);
  const purpose = purposes[section];
  if (role !== "known" || purpose === undefined) return [];
  const page = section === "Unit" || section === "Install" ? "systemd.unit" : `systemd.${section.toLowerCase()}`;
  const count = file.catalog.namesIn(section).length;
  return [
    say`${`[${section}]`}: ${[purpose]}`,
    say`${[`${count} directives in systemd ${file.catalog.version}`]}. Manual: ${`${page}(5)`}`,
  ];
}

function unknown(section: string, { catalog, name }: UnitFile): readonly Block[] {
  const types = catalog.unitTypesWith(section);
  if (types.length === 0) return [say`${`[${section}]`}: systemd knows no such section and skips it`];
  const own = enumerate(catalog.sectionsOf(name.type).map(known => `[${known}]`));
  const owners = enumerate(types.filter(isUnitType).map(type => `.${type}`));
  return [say`${`[${section}]`} belongs to ${owners} units; systemd skips it here, where it reads ${own}`];
}

const purposes: Readonly<Record<string, string>> = {
  Unit: "what the unit is, what it depends on, and on which conditions it starts",
  Install: "what systemctl enable and disable do with the unit; nothing else reads it",
  Service: "the processes of the service: what starts and stops them, as whom and how confined they run",
  Socket: "what systemd listens on, and how what arrives there reaches the service",
  Mount: "what is mounted, where and how",
  Automount: "where a file system is mounted as soon as somebody looks there",
  Swap: "a device or file for swapping",
  Timer: "when the timer elapses, and which unit it then starts",
  Path: "which paths are watched, and which unit starts when they change",
  Slice: "what all units in the slice may use together",
  Scope: "what processes that were not started by systemd may use",
};
