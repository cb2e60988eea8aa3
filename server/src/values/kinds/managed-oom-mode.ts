/**
 * What systemd-oomd does with the unit's control group; refused in units that it does not watch.
 * systemd: config_parse_managed_oom_mode(), src/core/load-fragment.c
 */
import { enumeration } from "../enumeration.ts";
import { rejected, type ValueKind, whole } from "../kind.ts";

const table = enumeration({
  id: "managed-oom-mode",
  empty: "resets",
  words: ["auto", "kill"],
  usual: { "no false off none default inherit": "auto", "yes true on": "kill" },
});

export const managedOomMode: ValueKind = {
  ...table,
  parse: (text, at) =>
    at.type === "service" || at.type === "scope" || at.type === "slice"
      ? table.parse(text, at)
      : rejected(`${at.name}= works only in services, scopes and slices`, whole(text)),
};
