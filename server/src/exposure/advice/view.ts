/** What objections look at: everything that a unit tells of what its processes do, gathered once. */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { commandsOf } from "../../model/commands.ts";
import { flagOf, textOf, valuesOf } from "../../model/reading.ts";
import type { Settings } from "../../model/setting.ts";
import type { Unit } from "../../model/unit.ts";
import type { Manager } from "../../model/unit-file-name.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import type { Command } from "../../values/command.ts";
import { namesIn, pathsIn } from "./hints.ts";

/** A service as its sandbox sees it. Commands with the prefix `+` are outside, and left out. */
export interface UnitView {
  readonly unit: Unit;
  readonly settings: Settings;
  readonly version: SystemdVersion;
  readonly manager: Manager;
  /** Whether any of its commands runs as root. */
  readonly isRoot: boolean;
  /** The account that User= names; undefined for root, and for one that lives only while the service runs. */
  readonly account: string | undefined;
  /** Whether it starts, or says so, before all folders are mounted and /tmp is there. */
  readonly isEarly: boolean;
  readonly commands: readonly Command[];
  /** The command lines and variables, as one text. */
  readonly text: string;
  /** Names of programs, and words that may be such: of the commands and of the unit's own names, in lower case. */
  readonly names: ReadonlySet<string>;
  /** The words of its names and of Description=, in lower case. */
  readonly topics: ReadonlySet<string>;
  /** Absolute paths in any setting that opens one to the service, specifiers put in. */
  readonly paths: readonly string[];
  /** The units that it names in After=, Wants= and their like. */
  readonly partners: readonly string[];
  /** Names of sockets that start it. */
  readonly sockets: readonly string[];
}

/** Gathers it all. */
export function viewOf(unit: Unit, set: UnitSet, version: SystemdVersion, manager: Manager): UnitView {
  const { settings } = unit;
  const commands = sandboxedCommands(settings);
  const text = [...commands.map(commandText), ...textsOf(settings, ["Environment"])].join("\n");
  const account = accountOf(settings);
  return {
    unit,
    settings,
    version,
    manager,
    isRoot: manager === "system" && (isRootAccount(settings) || hasRootCommands(settings, commands)),
    account,
    isEarly: startsEarly(settings),
    commands,
    text,
    names: namesIn([...unit.names.map(bareName), ...commands.map(commandText)]),
    topics: topicsOf(unit),
    paths: pathsIn(openedTexts(settings), manager),
    partners: partnersOf(settings),
    sockets: socketsOf(unit, set),
  };
}

function startsEarly(settings: Settings): boolean {
  return (
    !flagOf(settings, "Unit", "DefaultDependencies", true) ||
    valuesOf(settings, "Unit", "Before").some(({ value }) => earlyUnits.test(value))
  );
}

const earlyUnits =
  /^(?:sysinit|basic|sockets|paths|timers|swap|local-fs|cryptsetup|veritysetup|systemd-)|\.mount$|\.swap$/;

function sandboxedCommands(settings: Settings): Command[] {
  return commandsOf(settings)
    .map(({ command }) => command)
    .filter(({ flags }) => !flags.includes("full-privileges"));
}

function commandText({ path, argv }: Command): string {
  return [path, ...argv.slice(1)].join(" ");
}

function accountOf(settings: Settings): string | undefined {
  const user = textOf(settings, "Service", "User") ?? "";
  return rootNames.includes(user) || flagOf(settings, "Service", "DynamicUser", false) ? undefined : user;
}

const rootNames = ["", "0", "root"];

function isRootAccount(settings: Settings): boolean {
  const user = textOf(settings, "Service", "User") ?? "";
  return rootNames.includes(user) && !(user === "" && flagOf(settings, "Service", "DynamicUser", false));
}

/** The prefix `!` keeps root, and so did PermissionsStartOnly= for all commands but the main one. */
function hasRootCommands(settings: Settings, commands: readonly Command[]): boolean {
  return (
    flagOf(settings, "Service", "PermissionsStartOnly", false) ||
    commands.some(({ flags }) => flags.includes("keep-user") || flags.includes("ambient"))
  );
}

function bareName(name: string): string {
  return name.slice(0, name.lastIndexOf(".")).replace(/@.*$/, "");
}

function topicsOf({ names, settings }: Unit): ReadonlySet<string> {
  const told = [...names.map(bareName), textOf(settings, "Unit", "Description") ?? ""].join(" ");
  return new Set(told.toLowerCase().match(/[a-z][a-z0-9]+/g) ?? []);
}

/** As written: specifiers are worth more than their stand-ins. */
function textsOf(settings: Settings, names: readonly string[]): string[] {
  return names.flatMap(name => settings.of("Service", name)?.effective ?? []).map(({ entry }) => entry.value.text);
}

function openedTexts({ all }: Settings): string[] {
  return all
    .filter(({ section, name }) => section === "Service" && !closing.has(name))
    .flatMap(({ effective }) => effective.map(({ entry }) => entry.value.text));
}

/** What takes paths away, or is read by systemd itself. */
const closing: ReadonlySet<string> = new Set([
  "InaccessiblePaths",
  "ReadOnlyPaths",
  "NoExecPaths",
  "TemporaryFileSystem",
  "EnvironmentFile",
  "LoadCredential",
  "LoadCredentialEncrypted",
]);

function partnersOf(settings: Settings): string[] {
  return partnerNames.flatMap(name => valuesOf(settings, "Unit", name).map(({ value }) => value));
}

const partnerNames = ["After", "Wants", "Requires", "Requisite", "BindsTo", "PartOf", "JoinsNamespaceOf"];

function socketsOf({ settings, names }: Unit, set: UnitSet): string[] {
  const named = valuesOf(settings, "Service", "Sockets").map(({ value }) => value);
  const own = names.flatMap(name => [`${bareName(name)}.socket`, name.replace(/\.service$/, ".socket")]);
  const there = own.filter(name => !name.includes("@.") && set.unit(name).load === "loaded");
  return [...new Set([...named, ...there])];
}
