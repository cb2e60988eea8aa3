/** The advice that hardening actions are made of. */
import type { Unit } from "../../model/unit.ts";
import type { Advice } from "./hardening.ts";

/** What would lower a unit's exposure most; nothing until the assessments of exposure give advice. */
export function adviceFor(_unit: Unit): readonly Advice[] {
  return [];
}
