/** `unitlint list-unit-files [PATTERN…]`: all unit files with states and presets. systemd: verb_list_unit_files(), src/systemctl/systemctl-list-unit-files.c */

import { unitTypes } from "../../catalog/unit-types.ts";
import type { InstallSearch } from "../../model/install/discover.ts";
import { type ListedUnitFile, type ListFilter, listUnitFiles } from "../../model/install/list.ts";
import type { PresetAction, PresetRule } from "../../model/install/presets.ts";
import { unitFileStates } from "../../model/install/state.ts";
import { nearest } from "../../text/nearest.ts";
import type { CommandOutput } from "../command-output.ts";
import { UsageError } from "../usage-error.ts";

/** What was asked. */
export interface ListUnitFilesArguments {
  /** Shell patterns; all units by default. */
  readonly patterns: readonly string[];
  /** States and types to show, also several with commas; all by default. */
  readonly state: readonly string[];
  readonly type: readonly string[];
  readonly format: "human" | "json";
}

/** Lists them; status 1 where there are none, as systemctl has it. Throws a UsageError for a state or type that does not exist. */
export function listUnitFilesCommand(
  search: InstallSearch,
  presets: readonly PresetRule[],
  args: ListUnitFilesArguments,
): CommandOutput {
  const filter: ListFilter = {
    patterns: args.patterns,
    states: choices("--state", args.state, unitFileStates),
    types: choices("--type", args.type, unitTypes),
  };
  const files = listUnitFiles(search, presets, filter);
  const stdout = args.format === "json" ? asJson(files) : asTable(files);
  return { stdout, stderr: "", status: files.length > 0 ? 0 : 1 };
}

function choices(option: string, words: readonly string[], known: readonly string[]): readonly string[] {
  const chosen = words.flatMap(word => word.split(",")).filter(word => word !== "");
  const wrong = chosen.find(word => !known.includes(word));
  if (wrong === undefined) return chosen;
  const close = nearest(wrong, known);
  throw new UsageError(
    `${option} ${wrong}: choose one of ${known.join(", ")}${close === undefined ? "" : `; did you mean ${close}?`}`,
  );
}

const wishes: Readonly<Record<PresetAction, string>> = { enable: "enabled", disable: "disabled", ignore: "ignored" };

function asJson(files: readonly ListedUnitFile[]): string {
  const rows = files.map(({ name, state, preset }) => ({
    unit_file: name,
    state,
    preset: preset === undefined ? null : wishes[preset],
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

function asTable(files: readonly ListedUnitFile[]): string {
  const cells = files.map(({ name, state, preset }) => [name, state, preset === undefined ? "-" : wishes[preset]]);
  const rows = [["UNIT FILE", "STATE", "PRESET"], ...cells];
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const lines = rows.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" "));
  return `${lines.map(line => `${line.trimEnd()}\n`).join("")}\n${files.length} unit files listed.\n`;
}
