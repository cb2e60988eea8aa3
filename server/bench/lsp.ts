/** How long the language server keeps an editor waiting in a workspace of 5,000 units, and what memory it takes. */
import { fileURLToPath } from "node:url";
import { keystrokes, openTyped, type TypedDocument } from "./keystrokes.ts";
import { type BenchClient, startServer } from "./lsp-client.ts";
import { askedRequests, measureEmpty, measureRequest } from "./lsp-requests.ts";
import { type BenchWorkspace, writeWorkspace } from "./lsp-workspace.ts";

/** A table with its heading; so many edits are made to see whether memory grows. */
export async function measureLanguageServer(folder: string, edits: number): Promise<string[][]> {
  const workspace = writeWorkspace(folder);
  const starts: Start[] = [];
  for (let run = 0; run < STARTS; run++) {
    await starts.at(-1)?.client.end();
    starts.push(await measureStart(workspace));
  }
  const last = starts.at(-1);
  if (last === undefined) return [];
  const { client, document, announced } = last;
  const rows = [
    ["language server", "p50", "p95", "goal"],
    timeRow(
      "initialize to first findings",
      starts.map(({ first }) => first),
      120,
    ),
    timeRow(
      "whole workspace indexed",
      starts.map(({ whole }) => whole),
      1500,
    ),
    memoryRow("memory when indexed", last.memory),
    memoryRow("memory after a pause", await memoryAfterPause(client), 120),
    timeRow("keystroke to findings", await measureKeystrokes(client, document), 10),
  ];
  const empty = await measureEmpty(client);
  rows.push(timeRow("a request for nothing", empty));
  for (const request of askedRequests(workspace.hub.name, workspace.hub.references)) {
    const { name, above } = request;
    const goal = above === undefined ? request.goal : quantile(empty, 0.95) + above;
    rows.push(timeRow(name, await measureRequest(client, document, announced, request), goal));
  }
  rows.push(memoryRow("memory after all this", client.memory()));
  rows.push(...(await measureManyEdits(client, document, edits)));
  rows.push(memoryRow("memory after a pause", await memoryAfterPause(client), 120));
  await client.end();
  return rows;
}

const STARTS = 5;
const KEYSTROKES = 300;

const program = fileURLToPath(new URL("../bin/unitlint-language-server.cjs", import.meta.url));

/** A server that has indexed all; times are in milliseconds since it was started. */
interface Start {
  readonly client: BenchClient;
  readonly document: TypedDocument;
  readonly announced: Readonly<Record<string, unknown>>;
  readonly first: number;
  readonly whole: number;
  readonly memory: number | undefined;
}

async function measureStart({ folder, edited }: BenchWorkspace): Promise<Start> {
  const client = startServer([process.execPath, program, "--stdio"]);
  const started = performance.now();
  const since = () => performance.now() - started;
  const isWhole = client.next("$/progress", ({ value }) => value.kind === "end").then(since);
  const { capabilities } = await client.request("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: { window: { workDoneProgress: true }, workspace: { workspaceEdit: { documentChanges: true } } },
    workspaceFolders: [{ uri: `file://${folder}`, name: "units" }],
  });
  client.notify("initialized", {});
  const document = openTyped(client, edited.path, edited.text);
  const first = await findingsOf(client, document, 1).then(since);
  const whole = await isWhole;
  return { client, document, announced: capabilities, first, whole, memory: client.memory() };
}

function findingsOf(client: BenchClient, { uri }: TypedDocument, version: number): Promise<unknown> {
  return client.next("textDocument/publishDiagnostics", params => params.uri === uri && params.version === version);
}

/** The server tidies up when nobody types, and the system takes a moment to take the memory. */
async function memoryAfterPause(client: BenchClient): Promise<number | undefined> {
  await new Promise(resolve => setTimeout(resolve, 12_000));
  return client.memory();
}

/** As somebody types: with short pauses, in which the server does what it has to do besides. */
async function measureKeystrokes(client: BenchClient, document: TypedDocument): Promise<readonly number[]> {
  const times: number[] = [];
  for (const { offset, removed, text } of keystrokes(document.text, KEYSTROKES)) {
    await new Promise(resolve => setTimeout(resolve, 20 + (times.length % 5) * 10));
    const told = findingsOf(client, document, document.version() + 1);
    const started = performance.now();
    document.edit(offset, removed, text);
    await told;
    times.push(performance.now() - started);
  }
  return times;
}

/** Memory at the beginning and at the end of many edits; findings are waited for now and then. */
async function measureManyEdits(client: BenchClient, document: TypedDocument, count: number): Promise<string[][]> {
  const rows: string[][] = [];
  let done = 0;
  for (const { offset, removed, text } of keystrokes(document.text, count)) {
    const version = document.edit(offset, removed, text);
    done++;
    if (done % BATCH === 0) await findingsOf(client, document, version);
    if (done === Math.floor(count / 10) || done === count)
      rows.push(memoryRow(`memory after ${done} more edits`, client.memory()));
  }
  return rows;
}

/** A burst that is judged at once. */
const BATCH = 20;

function timeRow(name: string, times: readonly number[] | undefined, goal?: number): string[] {
  const shown = goal === undefined ? "" : milliseconds(goal);
  if (times === undefined) return [name, "not supported", "", shown];
  const last = quantile(times, 0.95);
  return [name, milliseconds(quantile(times, 0.5)), milliseconds(last), verdict(shown, last, goal)];
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function milliseconds(time: number): string {
  return `${time < 100 ? time.toFixed(1) : time.toFixed(0)} ms`;
}

function memoryRow(name: string, memory: number | undefined, goal?: number): string[] {
  const shown = goal === undefined ? "" : `${goal} MiB`;
  return [name, memory === undefined ? "-" : `${memory.toFixed(0)} MiB`, "", verdict(shown, memory ?? 0, goal)];
}

function verdict(shown: string, measured: number, goal = Number.POSITIVE_INFINITY): string {
  return measured > goal ? `${shown} (missed)` : shown;
}
