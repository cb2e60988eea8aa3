/**
 * What to do with the whole system, or with the user's manager, when a unit ends or fails.
 * systemd: config_parse_emergency_action(), src/core/load-fragment.c; parse_emergency_action(), src/core/emergency-action.c
 */
import { enumeration } from "../enumeration.ts";
import type { Parsed, ValueContext, ValueKind } from "../kind.ts";
import { whole } from "../kind.ts";

/** Soft reboots are of 254 as its NEWS tells; kexec and halt came in June 2023, before that release. */
const table = enumeration({
  id: "emergency-action",
  words: [
    "none",
    "exit",
    "exit-force",
    "reboot",
    "reboot-force",
    "reboot-immediate",
    "poweroff",
    "poweroff-force",
    "poweroff-immediate",
    { word: "soft-reboot", since: 254 },
    { word: "soft-reboot-force", since: 254 },
    { word: "kexec", since: 254 },
    { word: "kexec-force", since: 254 },
    { word: "halt", since: 254 },
    { word: "halt-force", since: 254 },
    { word: "halt-immediate", since: 254 },
  ],
  usual: {
    "no false off 0 ignore nothing": "none",
    "restart reset": "reboot",
    "shutdown power-off halt": "poweroff",
    "quit stop": "exit",
    "force-reboot": "reboot-force",
    "force-poweroff": "poweroff-force",
    "reboot-now immediate-reboot": "reboot-immediate",
  },
});

const ofUsers = ["none", "exit", "exit-force"];

/** Until about 253 user managers took every action for exit-force, without a warning; of the releases between 252 and 257 nothing is known. */
const refusedSince = 254;

export const emergencyAction: ValueKind = {
  ...table,
  words: at => offered(at),
  parse: parseEmergencyAction,
};

function parseEmergencyAction(text: string, at: ValueContext): Parsed {
  const parsed = table.parse(text, at);
  if (at.manager === "system" || parsed.problems.length > 0 || ofUsers.includes(text)) return parsed;
  const problem = {
    message: `${text} is for the system's manager; units of users take none, exit or exit-force`,
    span: whole(text),
    replacement: "exit-force",
  };
  return at.version >= refusedSince
    ? { parts: parsed.parts, problems: [{ ...problem, consequence: "drops-line" }] }
    : { ...parsed, value: "exit-force", problems: [{ ...problem, consequence: "silent", rule: "unchecked-value" }] };
}

function offered(at: ValueContext): readonly string[] {
  const words = table.words?.(at) ?? [];
  return at.manager === "user" ? words.filter(word => ofUsers.includes(word)) : words;
}
