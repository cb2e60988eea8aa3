/** Which units take settings of systemd-oomd. systemd: can_set_managed_oom of the UnitVTable, src/core/{service,scope,slice}.c */
import { faultAt, refused } from "./fault.ts";
import { type Parsed, type ValueContext, whole } from "./kind.ts";

/** The outcome for a limit of memory pressure where the type of unit takes none, whatever the value is. */
export function unsupportedPressure(text: string, { name, type }: ValueContext): Parsed | undefined {
  if (["service", "scope", "slice"].includes(type)) return undefined;
  const message = `${name}= is for services, scopes and slices; a ${type} unit ignores it`;
  return refused(faultAt(message, whole(text)));
}
