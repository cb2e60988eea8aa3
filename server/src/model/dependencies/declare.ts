/** All dependencies that one unit declares, said and implied. */
import type { SystemdVersion } from "../../catalog/directive.ts";
import type { Unit } from "../unit.ts";
import type { Manager } from "../unit-file-name.ts";
import { declareByType } from "./by-type.ts";
import { Declaration } from "./declaration.ts";
import { declareExplicit } from "./explicit.ts";

/** What a unit says and implies about others; nothing for one that is not loaded. */
export function declare(unit: Unit, manager: Manager, version: SystemdVersion): Declaration {
  const declaration = new Declaration(unit, manager, version);
  if (unit.load !== "loaded" && unit.load !== "bad-setting") return declaration;
  declareExplicit(declaration);
  declareByType(declaration);
  return declaration;
}
