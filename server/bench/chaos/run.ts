/** One run of chaos: random messages, then the server is held against a fresh one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Json } from "../message-decoder.ts";
import { asking } from "./asking.ts";
import { editing, languages } from "./editing.ts";
import { noise } from "./noise.ts";
import { type Chance, chanceFrom } from "./random.ts";
import { type Asked, type ChaosServer, startServer, type Tally, WHOLE } from "./server.ts";
import { fileNames, randomText } from "./texts.ts";
import type { Action, World } from "./world.ts";

/** What to do. */
export interface ChaosOptions {
  readonly seed: number;
  /** How many messages the client sends. */
  readonly messages: number;
  /** Pauses in which memory settles, at a tenth of the messages and at the end, in milliseconds; 0 for none. */
  readonly pause: number;
  /** How long an answer may take, in milliseconds. */
  readonly patience?: number;
  /** Options of Node for the server. */
  readonly flags?: readonly string[];
  readonly tell?: (done: number, world: World) => void;
}

/** What came of it. */
export interface ChaosReport {
  readonly tally: Tally;
  /** Milliseconds. */
  readonly took: number;
  /** Resident memory in MiB: after a tenth of the messages and a pause, and at the end after another. */
  readonly memory: readonly (number | undefined)[];
  /** What differs between this server and a fresh one. */
  readonly differences: readonly string[];
  readonly documents: number;
  readonly findings: number;
}

/** Runs it in a folder of its own. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-chaos-"));
  const chance = chanceFrom(options.seed);
  writeUnits(folder, chance);
  const started = performance.now();
  const server = await startServer(folder, {}, options.flags);
  const world: World = { chance, server, folder, open: new Map(), settings: {} };
  try {
    const memory = await storm(world, options).catch(error => failed(server, error));
    const differences = await compare(world);
    const report = { tally: server.tally, took: performance.now() - started, memory, differences };
    return { ...report, documents: world.open.size, findings: findingsOf(server).size };
  } finally {
    await server.end();
    rmSync(folder, { recursive: true });
  }
}

/** A server that does not answer is compared with nothing. */
function failed({ tally }: ChaosServer, error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  throw new Error([`${message}, after ${tally.sent} messages`, ...tally.failures].join("\n"));
}

function writeUnits(folder: string, chance: Chance): void {
  for (const name of fileNames.filter(() => chance.is(0.7))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), randomText(chance));
  }
}

const actions: readonly Action[] = [...editing, ...asking, ...noise];
const allWeights = actions.reduce((sum, { weight }) => sum + weight, 0);

function chooseAction(chance: Chance): Action {
  let at = chance.next() * allWeights;
  for (const action of actions) {
    at -= action.weight;
    if (at < 0) return action;
  }
  return chance.pick(actions);
}

/** So many messages are under way before the client waits for an answer. */
const MOST_AHEAD = 400;

async function storm(
  world: World,
  { messages, pause, tell, patience = 30_000 }: ChaosOptions,
): Promise<(number | undefined)[]> {
  const { server, chance } = world;
  const memory: (number | undefined)[] = [];
  let fence = chance.below(MOST_AHEAD);
  while (server.tally.sent < messages) {
    await chooseAction(chance).act(world);
    if (server.tally.sent < fence) continue;
    await settle(server, patience);
    tell?.(server.tally.sent, world);
    fence = server.tally.sent + chance.below(MOST_AHEAD);
    if (pause > 0 && memory.length === 0 && server.tally.sent > messages / 10)
      memory.push(await restingMemory(server, pause));
  }
  await settle(server, patience);
  await drain(server, patience);
  if (pause > 0) memory.push(await restingMemory(server, pause));
  return memory;
}

/** All that was asked is answered, the last by the words that nobody knows it. */
async function settle({ request, tally, resume }: ChaosServer, patience: number): Promise<void> {
  resume();
  await request("$/fence");
  for (const asked of tally.open.values())
    if (performance.now() - asked.since > patience && asked.method !== WHOLE) tally.failures.push(unanswered(asked));
}

/** Once nothing more is asked, the last answers come; what has none then is a failure. */
async function drain({ tally }: ChaosServer, patience: number): Promise<void> {
  const since = performance.now();
  while (tally.open.size > 0 && performance.now() - since < patience)
    await new Promise(resolve => setTimeout(resolve, 50));
  tally.failures.push(...[...tally.open.values()].map(unanswered));
}

function unanswered({ method, params }: Asked): string {
  return `${method} has no answer: ${JSON.stringify(params)?.slice(0, 500)}`;
}

async function restingMemory(server: ChaosServer, pause: number): Promise<number | undefined> {
  await new Promise(resolve => setTimeout(resolve, pause));
  return server.memory();
}

/** What the server says of all files, and what one says that knows nothing but how it all ended. */
async function compare({ server, folder, settings, open }: World): Promise<readonly string[]> {
  const fresh = await startServer(folder, settings);
  for (const document of open.values())
    await fresh.send({
      method: "textDocument/didOpen",
      params: { textDocument: { ...document, languageId: languages.get(document) ?? "systemd-unit" } },
    });
  let differences: readonly string[] = [];
  for (let tries = 0; tries < 40; tries++) {
    await new Promise(resolve => setTimeout(resolve, 250));
    await Promise.all([server.request("$/fence"), fresh.request("$/fence")]);
    const [here, there] = [findingsOf(server), findingsOf(fresh)];
    const uris = [...new Set([...here.keys(), ...there.keys()])];
    differences = uris
      .filter(uri => !isDeepStrictEqual(here.get(uri), there.get(uri)))
      .map(uri => `${uri}\n  chaos: ${shown(here.get(uri))}\n  fresh: ${shown(there.get(uri))}`);
    if (differences.length === 0 && tries > 3) break;
  }
  await fresh.end();
  return [...differences, ...fresh.tally.failures];
}

function findingsOf({ published }: ChaosServer): ReadonlyMap<string, Json> {
  const troubled = [...published].filter(([, { diagnostics }]) => diagnostics.length > 0);
  return new Map(
    troubled.map(([uri, { diagnostics }]) => [
      decodeURIComponent(uri.replace(/%(?![0-9a-f]{2})/gi, "%25")),
      diagnostics,
    ]),
  );
}

function shown(diagnostics: Json): string {
  return JSON.stringify(
    diagnostics?.map(
      ({ range: { start, end }, code, message }: Json) =>
        `${start.line}:${start.character}-${end.line}:${end.character} ${code} ${message}`,
    ),
  )?.slice(0, 1500);
}
