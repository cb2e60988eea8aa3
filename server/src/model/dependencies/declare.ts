/** All dependencies that one unit declares, said and implied. */
import type { SystemdVersion } from "../../catalog/directive.ts";
import type { Unit } from "../unit.ts";
import type { Manager } from "../unit-file-name.ts";
import { declareByType } from "./by-type.ts";
import { Declaration } from "./declaration.ts";
import { declareExplicit } from "./explicit.ts";
import { declareOomd } from "./oomd.ts";
import { declareOwnSection } from "./own-section.ts";

/** What a unit says and implies about others, as far as systemd came with loading it. systemd: unit_load(), src/core/unit.c */
export function declare(unit: Unit, manager: Manager, version: SystemdVersion): Declaration {
  const declaration = new Declaration(unit, manager, version);
  declareExplicit(declaration);
  declareOwnSection(declaration);
  if (comesToExtras(unit)) {
    declareByType(declaration);
    declareOomd(declaration);
  }
  return declaration;
}

/** Mounts and swaps get as far as that even where their file cannot be read to its end. */
function comesToExtras({ load, fragment, type }: Unit): boolean {
  if (load === "masked" || load === "not-found") return false;
  return fragment?.stop === undefined || type === "mount" || type === "swap";
}
