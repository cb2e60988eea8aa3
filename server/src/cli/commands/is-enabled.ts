/** `unitlint is-enabled UNIT…`: the states of unit files, as `systemctl --root=… is-enabled` tells them. systemd: verb_is_enabled(), src/systemctl/systemctl-is-enabled.c */
import type { InstallFault, InstallSearch } from "../../model/install/discover.ts";
import { type UnitFileState, unitFileState } from "../../model/install/state.ts";
import { readUnitName } from "../../values/unit-name.ts";
import type { CommandOutput } from "../command-output.ts";
import { printable } from "../terminal.ts";
import { completeName } from "../unit-words.ts";

/** What was asked. */
export interface IsEnabledArguments {
  /** Names; `nginx` is `nginx.service`. */
  readonly units: readonly string[];
  readonly format: "human" | "json";
}

/** Since then a unit that is not found is an answer, with an exit status of its own. */
const NOT_FOUND_SINCE = 253;

/** Exit statuses as systemctl has them: 0 where a unit is enabled or need not be, 4 where none is found, else 1. It stops at a unit that has no state. */
export function isEnabled(search: InstallSearch, { units, format }: IsEnabledArguments): CommandOutput {
  const answers: Answer[] = [];
  for (const word of units) {
    const unit = completeName(word);
    const outcome = readUnitName(unit) === undefined ? ({ fault: "bad-name" } as const) : unitFileState(search, unit);
    const found = "state" in outcome;
    if (!found && (outcome.fault !== "not-found" || search.version < NOT_FOUND_SINCE)) {
      const shownName = printable(outcome.fault === "bad-name" ? word : unit);
      const stderr = `unitlint: ${shownName} ${reasons[outcome.fault]}\n`;
      return { stdout: shown(answers, format), stderr, status: 1 };
    }
    answers.push({ unit, state: found ? outcome.state : "not-found" });
  }
  const enabled = answers.some(({ state }) => enabledStates.has(state));
  const unknown = answers.every(({ state }) => state === "not-found");
  return { stdout: shown(answers, format), stderr: "", status: enabled ? 0 : unknown ? 4 : 1 };
}

interface Answer {
  readonly unit: string;
  readonly state: UnitFileState | "not-found";
}

const enabledStates: ReadonlySet<string> = new Set([
  "enabled",
  "enabled-runtime",
  "static",
  "alias",
  "indirect",
  "generated",
]);

function shown(answers: readonly Answer[], format: "human" | "json"): string {
  return format === "json"
    ? `${JSON.stringify(answers, null, 2)}\n`
    : answers.map(({ state }) => `${state}\n`).join("");
}

/** Behind the unit's name. */
const reasons: Readonly<Record<InstallFault | "bad-name", string>> = {
  "not-found": "is not found",
  "bad-name": "is no name of a unit",
  "dangling-alias": "is a link to a unit that does not exist",
  "bad-alias":
    "is a link that systemd rejects: an alias has the type of the unit it leads to, another name, and is a template where that is one",
  loop: "is a link that leads back to itself",
  untemplated: "is a template or an instance, which its type does not have",
  unreadable: "cannot be read",
  "bad-file": "or one of its drop-ins is a file that systemd gives up on; unitlint FILE tells why",
};
