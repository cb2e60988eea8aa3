/**
 * Lays files out for both sides: batches of units with names of their own in one folder, every drop-in beside a small
 * unit that it belongs to, so that systemd reads each file exactly once and none hides another.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { UnitType } from "../../src/catalog/directive.ts";
import { type Manager, unitFileName } from "../../src/model/unit-file-name.ts";
import { type MutatorInput, mutantAt } from "./mutator.ts";

/** A file to judge, wherever it comes from. */
export interface Sample {
  readonly type: UnitType;
  readonly role: "fragment" | "template" | "drop-in";
  readonly manager: Manager;
  readonly bytes: Uint8Array;
  /** Where it came from: a path, or the place and the mutations of a mutant. */
  readonly origin: string;
}

/** One call's worth of files. */
export interface Batch {
  readonly manager: Manager;
  /** The unit files to name in the call. */
  readonly fragments: readonly string[];
  /** The files that are judged, by the path under which they lie. */
  readonly samples: ReadonlyMap<string, Sample>;
}

const BATCH_SIZE = 200;

/** Writes samples below a folder, some hundred to a batch. */
export function* stage(samples: Iterable<Sample>, folder: string): Generator<Batch> {
  const waiting: Record<Manager, Sample[]> = { system: [], user: [] };
  let count = 0;
  for (const sample of samples) {
    const queue = waiting[sample.manager];
    queue.push(sample);
    if (queue.length === BATCH_SIZE) yield writeBatch(queue.splice(0), sample.manager, folder, ++count);
  }
  for (const manager of ["system", "user"] as const) {
    if (waiting[manager].length > 0) yield writeBatch(waiting[manager], manager, folder, ++count);
  }
}

function writeBatch(samples: readonly Sample[], manager: Manager, folder: string, count: number): Batch {
  const home = join(folder, `batch-${String(count).padStart(3, "0")}`, manager);
  mkdirSync(home, { recursive: true });
  const fragments: string[] = [];
  const placed = new Map<string, Sample>();
  for (const [index, sample] of samples.entries()) {
    const stem = `u${count}-${String(index).padStart(3, "0")}`;
    const fragment = join(home, `${stem}${sample.role === "template" ? "@" : ""}.${sample.type}`);
    const path = sample.role === "drop-in" ? join(`${fragment}.d`, "drop-in.conf") : fragment;
    if (sample.role === "drop-in") {
      mkdirSync(`${fragment}.d`);
      writeFileSync(fragment, "[Unit]\nDescription=Holds a drop-in\n");
    }
    writeFileSync(path, sample.bytes);
    fragments.push(fragment);
    placed.set(path, sample);
  }
  return { manager, fragments, samples: placed };
}

/** The first `count` mutants of a seed. */
export function* mutantSamples(count: number, input: MutatorInput): Generator<Sample> {
  for (let index = 0; index < count; index++) {
    const { type, role, bytes, mutations } = mutantAt(index, input);
    yield { type, role, manager: "system", bytes, origin: `mutant ${index}: ${mutations.join(", ")}` };
  }
}

/** All regular unit files and drop-ins of a folder tree, apart from scopes, which systemd never reads from files. */
export function* corpusSamples(folder: string): Generator<Sample> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* corpusSamples(path);
    const name = entry.isFile() ? unitFileName(path) : undefined;
    if (name === undefined || name.skeleton || name.type === "scope") continue;
    const role = name.role === "drop-in" ? "drop-in" : entry.name.includes("@") ? "template" : "fragment";
    const manager = /(^|\/)(etc-)?user\//.test(path) ? "user" : "system";
    yield { type: name.type, role, manager, bytes: readFileSync(path), origin: path };
  }
}
