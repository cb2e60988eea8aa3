/** Which unit a timer, path or socket starts. systemd: timer_add_trigger_dependencies(), path_add_trigger_dependencies(), socket_add_extras() */

import { resolveTemplate } from "./dependencies/explicit.ts";
import type { PlacedAssignment } from "./setting.ts";
import type { Unit } from "./unit.ts";

/** The unit, with the line that names it where one does. */
export interface Trigger {
  readonly name: string;
  readonly at?: PlacedAssignment;
}

/** What Unit= or Service= says, else the service of the same name. Of several Unit= the first counts that is not the unit itself. */
export function triggerOf(unit: Unit): Trigger {
  const at = unit.type === "socket" ? unit.settings.of("Socket", "Service")?.effective.at(-1) : unitLine(unit);
  const named = at?.parsed?.value;
  if (at !== undefined && typeof named === "string") return { name: resolveTemplate(named, unit), at };
  return { name: `${unit.id.slice(0, unit.id.lastIndexOf("."))}.service` };
}

function unitLine({ type, settings, names }: Unit): PlacedAssignment | undefined {
  const lines = settings.of(type === "timer" ? "Timer" : "Path", "Unit")?.effective ?? [];
  return lines.find(({ parsed }) => !names.some(name => name === parsed?.value));
}
