/** Which unit a timer, path or socket starts. systemd: timer_add_trigger_dependencies(), path_add_trigger_dependencies(), socket_add_extras() */

import { resolveTemplate } from "./dependencies/explicit.ts";
import type { PlacedAssignment } from "./setting.ts";
import type { Unit } from "./unit.ts";

/** The unit, with the line that names it where one does. */
export interface Trigger {
  readonly name: string;
  readonly at?: PlacedAssignment;
}

/** What Unit= or Service= says, else the service of the same name. Of several Unit= the first counts. */
export function triggerOf(unit: Unit): Trigger {
  const { id, type, settings } = unit;
  const setting =
    type === "socket" ? settings.of("Socket", "Service") : settings.of(type === "timer" ? "Timer" : "Path", "Unit");
  const at = type === "socket" ? setting?.effective.at(-1) : setting?.effective[0];
  const named = at?.parsed?.value;
  if (at !== undefined && typeof named === "string") return { name: resolveTemplate(named, unit), at };
  return { name: `${id.slice(0, id.lastIndexOf("."))}.service` };
}
