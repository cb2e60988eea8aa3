/** `unitlint config FILE…`: what a file is judged by, and where each setting is said. */
import { newestVersion } from "../../catalog/catalog.ts";
import type { Given, OptionName } from "../../lint/config/layer.ts";
import { optionRows } from "../../lint/config/table.ts";
import { defaultSettings } from "../../lint/preset.ts";
import { diskHost } from "../../platform/disk-host.ts";
import { absolutePath } from "../../platform/process.ts";
import type { Configs } from "../../workspace/config/configs.ts";
import { rememberingHost } from "../../workspace/remembering-host.ts";
import type { CommandOutput } from "../command-output.ts";
import { lookUpConfigs } from "../config-lookup.ts";
import { shownPath } from "../read-configs.ts";
import { frameLines } from "../report/frame-lines.ts";
import { frameOf } from "../reporters/frame.ts";
import { paintWith, printable, printableJson } from "../terminal.ts";

/** What was asked. */
export interface ConfigCommandArguments {
  readonly files: readonly string[];
  readonly config?: string | false | undefined;
  readonly format: "human" | "json";
}

/** Tells of each file; status 2 where a configuration has a mistake. */
export async function config(args: ConfigCommandArguments): Promise<CommandOutput> {
  const usual = { target: [], root: [], unitPath: [], rule: [], config: args.config };
  const configs = await lookUpConfigs(usual, args.files, rememberingHost(diskHost));
  const told = args.files.map(file => describe(file, configs));
  const findings = configs?.loaded().flatMap(({ findings }) => findings) ?? [];
  const stdout =
    args.format === "json"
      ? `${printableJson(JSON.stringify({ version: 1, files: told.map(inJson) }, null, 2))}\n`
      : told.map(inWords).join("\n");
  const stderr = findings
    .map(finding => {
      const { line, column } = finding.file.position(finding.span.start);
      const { rows } = frameOf({ frame: frameLines(finding), severity: finding.severity }, 100, paintWith(false));
      const where = `${printable(finding.file.path)}:${line}:${column}`;
      return `unitlint: ${where}: ${printable(finding.message)}\n${rows.map(row => `${row}\n`).join("")}`;
    })
    .join("");
  return { stdout, stderr, status: findings.some(({ severity }) => severity === "error") ? 2 : 0 };
}

/** One setting, with the place that says it; without one, it is the default. */
interface Row {
  readonly name: string;
  readonly value: unknown;
  readonly from: Place | undefined;
}

interface Place {
  readonly path: string;
  readonly line: number;
}

interface Told {
  readonly file: string;
  readonly config: string | undefined;
  readonly ignoredBy: (Place & { readonly pattern: string }) | undefined;
  readonly options: readonly Row[];
  /** By their ids. */
  readonly rules: readonly Row[];
}

function describe(file: string, configs: Configs | undefined): Told {
  const path = absolutePath(file);
  const effective = configs?.effective(path);
  const said = effective?.options ?? {};
  const targets = configs?.judging(path).profile.targets.map(({ name }) => name) ?? [String(newestVersion)];
  const by = effective?.ignoredBy;
  const found = configs?.config(path);
  return {
    file,
    config: found && shownPath(found.path),
    ignoredBy: by && { ...placeOf(by), pattern: by.value },
    options: (Object.keys(optionRows) as OptionName[]).map(name => {
      const given = said[name];
      const usual = name === "targets" ? targets : defaults[name];
      return { name, value: given?.value ?? usual, from: given && placeOf(given) };
    }),
    rules: [...(effective?.rules ?? [])].map(([name, given]) => ({ name, value: given.value, from: placeOf(given) })),
  };
}

const defaults: Readonly<Partial<Record<OptionName, unknown>>> = {
  preset: defaultSettings.preset,
  hardening: false,
  requireReasons: false,
};

function placeOf({ file, span }: Given<unknown>): Place {
  return { path: file.path, line: file.position(span.start).line };
}

function inJson({ file, config, ignoredBy, options, rules }: Told) {
  const rows = (rows: readonly Row[]) =>
    Object.fromEntries(rows.map(({ name, value = null, from = null }) => [name, { value, from }]));
  return {
    file,
    config: config ?? null,
    ignoredBy: ignoredBy ?? null,
    options: rows(options),
    rules: rows(rules),
  };
}

function inWords({ file, config, ignoredBy, options, rules }: Told): string {
  const head =
    config === undefined
      ? `${printable(file)}: no configuration`
      : `${printable(file)}: judged by ${printable(config)}`;
  const ignored =
    ignoredBy === undefined ? [] : [`not linted: ignores ${printable(ignoredBy.pattern)} (${shownPlace(ignoredBy)})`];
  const rows = [...options, ...rules].map(({ name, value, from }) => [
    name,
    printable(Array.isArray(value) ? value.join(", ") : String(value ?? "-")),
    from === undefined ? "default" : shownPlace(from),
  ]);
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const lines = rows.map(row => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`);
  return `${[head, ...ignored.map(line => `  ${line}`), ...lines].join("\n")}\n`;
}

function shownPlace({ path, line }: Place): string {
  return `${printable(path)}:${line}`;
}
