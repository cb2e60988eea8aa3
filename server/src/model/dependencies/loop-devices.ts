/** Units that mount disk images and may use few devices need the kernel's modules for images. systemd: unit_patch_contexts(), src/core/unit.c */
import type { SectionName } from "../../catalog/directive.ts";
import { flagOf, isSet, lastOf, textOf } from "../reading.ts";
import type { Settings } from "../setting.ts";
import type { Declaration } from "./declaration.ts";

/** Adds the services that load the modules. */
export function declareLoopDevices(to: Declaration, section: SectionName): void {
  const { settings } = to.unit;
  const name = ["RootImage", "MountImages", "RootMStack"].find(image => isSet(settings, section, image));
  if (name === undefined || !limitsDevices(settings, section)) return;
  for (const module of ["loop", "dm_mod", "dm_verity"])
    to.add(["After", "Wants"], `modprobe@${module}.service`, "file", { at: lastOf(settings, section, name) });
}

function limitsDevices(settings: Settings, section: SectionName): boolean {
  const policy = textOf(settings, section, "DevicePolicy") ?? "auto";
  return (
    policy !== "auto" || isSet(settings, section, "DeviceAllow") || flagOf(settings, section, "PrivateDevices", false)
  );
}
