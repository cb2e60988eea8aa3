/** What one run of chaos works on. */
import { join } from "node:path";
import type { OpenText } from "./documents.ts";
import type { Chance } from "./random.ts";
import type { ChaosServer } from "./server.ts";
import { fileNames } from "./texts.ts";

/** The client's side: it knows what the server should know. */
export interface World {
  readonly chance: Chance;
  readonly server: ChaosServer;
  readonly folder: string;
  /** By URI. */
  readonly open: Map<string, OpenText>;
  settings: unknown;
}

/** One thing that a client does, and how often, compared with others. */
export interface Action {
  readonly weight: number;
  act(world: World): Promise<void>;
}

/** The URI of a file in the folder, which may not be there, or of a document that lies nowhere. */
export function anyUri({ chance, folder }: World): string {
  if (chance.is(0.05)) return chance.pick(lonely);
  return uriOf(folder, chance.pick(fileNames));
}

/** The URI of a document that is open, if any is. */
export function openUri({ chance, open }: World): string | undefined {
  return open.size === 0 ? undefined : chance.pick([...open.keys()]);
}

/** The URI of a file by its name. */
export function uriOf(folder: string, name: string): string {
  return `file://${join(folder, name).split("/").map(encodeURIComponent).join("/")}`;
}

const lonely: readonly string[] = [
  "untitled:Untitled-1",
  "untitled:notes",
  "file:///nowhere/lost.service",
  "file:///nowhere/lost.timer",
];
