/** Dependencies that lines and links say. systemd: config_parse_unit_deps(), src/core/load-fragment.c; process_deps(), src/core/load-dropin.c */
import { readUnitName, withInstance } from "../../values/unit-name.ts";
import type { DependencyKind } from "../dependency.ts";
import { valuesOf } from "../reading.ts";
import type { PlacedAssignment } from "../setting.ts";
import type { Unit } from "../unit.ts";
import type { Declaration } from "./declaration.ts";

/** Adds what [Unit] and the folders `.wants`, `.requires` and `.upholds` say. */
export function declareExplicit(to: Declaration): void {
  const { unit } = to;
  for (const kind of explicitKinds) {
    for (const { value, at } of valuesOf(unit.settings, "Unit", kind)) {
      if (!isRecursive(value, at, unit)) to.add(kind, resolveTemplate(value, unit), "file", { at });
    }
  }
  for (const { kind, name, extra } of unit.links) to.add(kind, resolveTemplate(name, unit), "file", { link: extra });
  for (const { value, at } of valuesOf(unit.settings, "Unit", "RequiresMountsFor"))
    to.mount(value, "Requires", "file", at);
  for (const { value, at } of valuesOf(unit.settings, "Unit", "WantsMountsFor")) to.mount(value, "Wants", "file", at);
}

/** The directives of [Unit] that name other units. */
export const explicitKinds: readonly DependencyKind[] = [
  "Requires",
  "Requisite",
  "Wants",
  "BindsTo",
  "PartOf",
  "Upholds",
  "Conflicts",
  "Before",
  "After",
  "OnFailure",
  "OnSuccess",
  "PropagatesReloadTo",
  "ReloadPropagatedFrom",
  "PropagatesStopTo",
  "StopPropagatedFrom",
  "JoinsNamespaceOf",
];

/** A template stands for its instance of the unit's own instance, else of the unit's prefix. systemd: resolve_template() */
export function resolveTemplate(name: string, { instance, prefix }: Pick<Unit, "instance" | "prefix">): string {
  const parts = readUnitName(name);
  return parts?.instance === "" ? withInstance(parts, instance ?? prefix) : name;
}

/** A template that names an instance of itself after its own instance, without an end: dropped in silence. systemd: unit_is_likely_recursive_template_dependency() */
function isRecursive(name: string, { entry }: PlacedAssignment, { id, instance, fragment }: Unit): boolean {
  if (instance === undefined || fragment === undefined) return false;
  const [own, other] = [readUnitName(id), readUnitName(name)];
  if (own === undefined || !other?.instance || other.prefix !== own.prefix || other.type !== own.type) return false;
  return longerInstance.test(entry.value.text);
}

/** The unit's name, or its instance with something around it. */
const longerInstance = /@\S*(?:%[nN]|[^@\s]%i|%i[^.\s])/;
