/** What a service manager in test mode says of the units that it loaded. systemd: unit_dump(), src/core/unit-serialize.c */
import type { Manager } from "../../src/model/unit-file-name.ts";
import { run } from "./command.ts";

/** A unit as the manager has it. */
export interface DumpedUnit {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly load: string;
  readonly fragment?: string;
  readonly dropIns: readonly string[];
  /** By kind: the other units, with where the dependency comes from as systemd names it. */
  readonly relations: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What the manager prints when it is asked to start a unit. */
export interface ManagerAnswer {
  /** By name; empty where it could not start the unit. */
  readonly units: ReadonlyMap<string, DumpedUnit>;
  /** The jobs that it would run: `app.service -> start`. */
  readonly jobs: readonly string[];
  /** What it complains about. */
  readonly messages: string;
}

/** How to run a manager. */
export interface ManagerCall {
  /** Words such as `/usr/lib/systemd/systemd`. */
  readonly command: readonly string[];
  readonly manager: Manager;
  /** The search path, as the manager sees it. */
  readonly folders: readonly string[];
  /** The unit to start. */
  readonly unit: string;
}

/** Runs a manager in test mode, which starts nothing and must not be root. */
export function askManager({ command, manager, folders, unit }: ManagerCall): ManagerAnswer {
  const words = [...command, "--test", `--${manager}`, `--unit=${unit}`, "--no-pager", "--log-target=console"];
  const { stdout, stderr, status } = run(words, {
    SYSTEMD_UNIT_PATH: folders.join(":"),
    SYSTEMD_GENERATOR_PATH: "",
    SYSTEMD_ENVIRONMENT_GENERATOR_PATH: "",
    SYSTEMD_LOG_COLOR: "0",
    LC_ALL: "C.UTF-8",
  });
  if (status > 128) throw new Error(`the manager ended with status ${status}: ${stderr.slice(-1000)}`);
  return { units: readDump(stdout), jobs: readJobs(stdout), messages: stderr };
}

/** Takes a dump apart. */
export function readDump(text: string): ReadonlyMap<string, DumpedUnit> {
  const blocks = text.split(/^\t(?:->|→) Unit (.+):\n/m).slice(1);
  const units = new Map<string, DumpedUnit>();
  for (let i = 0; i < blocks.length; i += 2) {
    const [id = "", block = ""] = blocks.slice(i, i + 2);
    units.set(id, readBlock(id, block));
  }
  return units;
}

function readJobs(text: string): readonly string[] {
  return [...text.matchAll(/^\t\tAction: (\S+ -> \S+)$/gm)].map(([, action = ""]) => action);
}

function readBlock(id: string, block: string): DumpedUnit {
  const values = new Map<string, string[]>();
  const relations = new Map<string, Map<string, string>>();
  for (const line of block.split("\n")) {
    const [, key, value = ""] = /^\t\t([A-Z][A-Za-z -]*): (.*)$/.exec(line) ?? [];
    if (key === undefined) continue;
    const [, other, origin] = /^(\S+) \(((?:origin|destination)-.*)\)$/.exec(value) ?? [];
    if (other !== undefined && origin !== undefined) put(relations, key, other, origin);
    else values.set(key, [...(values.get(key) ?? []), value]);
  }
  const fragment = values.get("Fragment Path")?.[0];
  return {
    id,
    aliases: [...(values.get("Alias") ?? []), ...(values.get("Name") ?? []).filter(name => name !== id)],
    load: values.get("Unit Load State")?.[0] ?? "unknown",
    ...(fragment !== undefined && { fragment }),
    dropIns: values.get("DropIn Path") ?? [],
    relations,
  };
}

function put(relations: Map<string, Map<string, string>>, kind: string, other: string, origin: string): void {
  const others = relations.get(kind);
  if (others === undefined) relations.set(kind, new Map([[other, origin]]));
  else others.set(other, origin);
}
