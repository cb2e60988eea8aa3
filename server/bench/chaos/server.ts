/** The server process under chaos: whatever bytes go in, what comes out is held against what was asked. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { environment, memoryOf } from "../measure.ts";
import { framed, type Json, newDecoder } from "../message-decoder.ts";

/** One server and all that is known of its answers. */
export interface ChaosServer {
  /** Bytes as they are; waits where the server does not take any more. */
  raw(bytes: string | Buffer): Promise<void>;
  send(message: object): Promise<void>;
  /** Sends a request with the next id, and gives that. */
  ask(method: string, params: unknown): Promise<number>;
  /** Waits for the answer to all that was asked; `answers` says what one of them was. */
  request(method: string, params?: unknown): Promise<Json>;
  /** Reads nothing, or goes on. */
  pause(): void;
  resume(): void;
  /** The newest findings of each file, as the server pushed them. */
  readonly published: ReadonlyMap<string, Json>;
  readonly tally: Tally;
  /** In MiB; undefined where the system does not tell. */
  memory(): number | undefined;
  end(): Promise<void>;
}

/** What happened so far. */
export interface Tally {
  sent: number;
  answered: number;
  /** Answers by their error's code. */
  readonly errors: Map<number, number>;
  /** Milliseconds from question to answer. */
  readonly times: number[];
  /** Requests without an answer. */
  readonly open: Map<number, Asked>;
  /** What must not be: crashes, failures of the server's own, answers to nothing. */
  readonly failures: string[];
}

/** A request, and when it was sent. */
export interface Asked {
  readonly method: string;
  readonly params: unknown;
  readonly since: number;
}

const program = fileURLToPath(new URL("../../bin/unitlint-language-server.cjs", import.meta.url));

/** Starts a server over a folder; `settings` are those of the section `unitlint`. */
export async function startServer(
  folder: string,
  settings: unknown,
  flags: readonly string[] = [],
): Promise<ChaosServer> {
  const child = spawn(process.execPath, [...flags, program, "--stdio"], { env: environment() });
  const tally: Tally = { sent: 0, answered: 0, errors: new Map(), times: [], open: new Map(), failures: [] };
  const published = new Map<string, Json>();
  const waiting = new Map<number, (message: Json) => void>();
  let lastId = 0;
  let isEnding = false;
  child.stdin.on("error", () => {});
  child.setMaxListeners(0);
  child.on("exit", (code, signal) => isEnding || tally.failures.push(`the server ended: ${code ?? signal}`));
  child.stderr.on("data", (chunk: Buffer) => {
    if (/unitlint \S+ failed in|Error:/.test(String(chunk))) tally.failures.push(String(chunk).slice(0, 3000));
  });
  const take = (message: Json) => {
    if (message.method === undefined) takeAnswer(tally, message);
    if (message.method === undefined) waiting.get(message.id)?.(message);
    else if (message.method === "textDocument/publishDiagnostics") published.set(message.params.uri, message.params);
    else if (message.id !== undefined) void server.send({ id: message.id, result: null });
    else if (message.method === "window/logMessage" && message.params.type === 1)
      tally.failures.push(message.params.message.slice(0, 3000));
  };
  child.stdout.on("data", newDecoder(take));
  const server: ChaosServer = {
    async raw(bytes) {
      if (child.exitCode !== null || child.stdin.write(bytes)) return;
      await new Promise(resolve => {
        child.stdin.once("drain", resolve);
        child.once("exit", resolve);
      });
    },
    send(message) {
      tally.sent++;
      return server.raw(framed({ jsonrpc: "2.0", ...message }));
    },
    async ask(method, params) {
      const id = ++lastId;
      tally.open.set(id, { method, params, since: performance.now() });
      await server.send({ id, method, params });
      return id;
    },
    async request(method, params) {
      const id = lastId + 1;
      const answer = new Promise<Json>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${method} has no answer`)), LONGEST_WAIT);
        waiting.set(id, message => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(message);
        });
      });
      await server.ask(method, params);
      return answer;
    },
    pause: () => void child.stdout.pause(),
    resume: () => void child.stdout.resume(),
    published,
    tally,
    memory: () => memoryOf(child.pid, "VmRSS"),
    async end() {
      isEnding = true;
      if (child.exitCode !== null) return;
      const ended = new Promise(resolve => child.once("exit", resolve));
      await server.request("shutdown").catch(() => child.kill("SIGKILL"));
      if (child.exitCode === null) await server.send({ method: "exit" });
      await ended;
    },
  };
  await initialize(server, folder, settings);
  return server;
}

async function initialize(server: ChaosServer, folder: string, settings: unknown): Promise<void> {
  await server.request("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { workspaceEdit: { documentChanges: true } }, textDocument: capabilities },
    workspaceFolders: [{ uri: `file://${folder}`, name: "units" }],
    initializationOptions: settings,
  });
  await server.send({ method: "initialized", params: {} });
}

const LONGEST_WAIT = 60_000;

const capabilities = {
  rename: { prepareSupport: true },
  codeAction: { codeActionLiteralSupport: {}, dataSupport: true, resolveSupport: { properties: ["edit"] } },
};

function takeAnswer(tally: Tally, { id, error }: Json): void {
  const { open, times, errors, failures } = tally;
  if (error !== undefined) errors.set(error.code, (errors.get(error.code) ?? 0) + 1);
  const asked = open.get(id);
  if (id === null || asked === undefined) {
    if (id !== null && id !== NO_REQUEST) failures.push(`an answer to ${id}, which is not open`);
    return;
  }
  open.delete(id);
  tally.answered++;
  if (asked.method !== WHOLE) times.push(performance.now() - asked.since);
  if (error?.code === INTERNAL_ERROR)
    failures.push(`${error.message}: ${JSON.stringify(asked.params)?.slice(0, 1000)}`);
}

/** Its answer waits until the server has judged all files, which in a storm may be never. */
export const WHOLE = "workspace/diagnostic";
/** The id of messages that have one and are no requests for other reasons. */
export const NO_REQUEST = -1;
const INTERNAL_ERROR = -32603;
