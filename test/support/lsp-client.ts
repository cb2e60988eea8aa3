/** A client of the language server over standard input and output, that can also say what no client should. */
import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../server/bin/unitlint.cjs", import.meta.url));

/** What a server says. */
// biome-ignore lint/suspicious/noExplicitAny: of any shape; each test looks into it as it expects, and what is not there fails the test
export type Json = any;

/** A message as it came. */
export interface Received {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: Json;
  readonly result?: Json;
  readonly error?: { readonly code: number; readonly message: string };
}

/** One server and what came from it. */
export interface LspClient {
  readonly process: ChildProcess;
  /** Everything that came, in order. */
  readonly received: readonly Received[];
  /** Bytes as they are. */
  raw(text: string): void;
  send(message: object): void;
  notify(method: string, params?: unknown): void;
  /** The answer with its error or result. */
  request(method: string, params?: unknown): Promise<Received>;
  /** The next message of a method that a test accepts, also one that came before and was not asked for. */
  next(method: string, accepts?: (params: Received["params"]) => boolean): Promise<Received["params"]>;
  open(uri: string, text: string, languageId?: string): void;
  /** The findings of a document's version. */
  diagnostics(uri: string, version?: number): Promise<Received["params"]>;
  /** `initialize` and `initialized`; gives what the server announces. */
  start(folder?: string, capabilities?: object, more?: object): Promise<Received["result"]>;
  /** Waits until the process ends, and gives its status. */
  ended(): Promise<number | null>;
}

/** Instead of an answer: the server waits for ever. */
export const silence = Symbol("no answer");

/** What the client answers to the server's requests, an error to refuse them; `null` to the rest. */
export type Answers = Readonly<Record<string, unknown>>;

/** Starts a server, or any program that speaks as one, as some user. */
export function lspClient(
  answers: Answers = {},
  args: readonly string[] = [program, "lsp"],
  user: { readonly uid?: number; readonly gid?: number } = {},
): LspClient {
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "pipe"], ...user });
  const { received, take, wait, check } = newInbox();
  const taken = new Set<Received>();
  let lastId = 0;
  let status: number | null | undefined;
  after(() => child.kill("SIGKILL"));
  child.stdin.on("error", () => {});
  child.stderr.resume();
  child.on("exit", code => {
    status = code;
    check();
  });
  readMessages(child.stdout, message => {
    take(message);
    if (message.method === undefined || message.id === undefined) return;
    const answer = answers[message.method] ?? null;
    const { id } = message;
    if (answer === silence) return;
    client.send(
      answer instanceof Error ? { id, error: { code: -32603, message: answer.message } } : { id, result: answer },
    );
  });

  const client: LspClient = {
    process: child,
    received,
    raw: text => void child.stdin.write(text),
    send: message => client.raw(framed(message)),
    notify: (method, params) => client.send({ method, params }),
    request(method, params) {
      const id = ++lastId;
      client.send({ id, method, params });
      return wait(`the answer to ${method}`, () =>
        received.find(message => message.method === undefined && message.id === id),
      );
    },
    async next(method, accepts = () => true) {
      const fits = (message: Received) => !taken.has(message) && message.method === method && accepts(message.params);
      const message = await wait(method, () => received.find(fits));
      taken.add(message);
      return message.params;
    },
    open: (uri, text, languageId = "systemd-unit") =>
      client.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } }),
    diagnostics: (uri, version) =>
      client.next(
        "textDocument/publishDiagnostics",
        params => params.uri === uri && (version === undefined || params.version === version),
      ),
    async start(folder, capabilities = {}, more = {}) {
      const workspaceFolders = folder === undefined ? null : [{ uri: `file://${folder}`, name: "units" }];
      const params = { processId: process.pid, rootUri: null, capabilities, workspaceFolders, ...more };
      const { result } = await client.request("initialize", params);
      client.notify("initialized", {});
      return result;
    },
    ended: async () =>
      (await wait("the end of the process", () => (status === undefined ? undefined : { status }))).status,
  };
  return client;
}

/** What came, and who waits for what. */
function newInbox() {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const check = () => {
    for (const look of waiting) look();
  };
  return {
    received,
    check,
    take(message: Received) {
      received.push(message);
      check();
    },
    wait<Found>(what: string, find: () => Found | undefined): Promise<Found> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`${what} did not come; received: ${JSON.stringify(received.slice(-5)).slice(0, 2000)}`));
        }, LONGEST_WAIT);
        const look = () => {
          const found = find();
          if (found === undefined) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
  };
}

/** In milliseconds. */
const LONGEST_WAIT = 15_000;

/** A message as the protocol frames it. */
export function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Takes messages as the protocol frames them. */
export function readMessages(stream: Readable | null, take: (message: Received) => void): void {
  let buffer = Buffer.alloc(0);
  stream?.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, Math.max(0, end)).toString())?.[1]);
      if (end < 0 || !(buffer.length >= end + 4 + length)) return;
      take(JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString()));
      buffer = buffer.subarray(end + 4 + length);
    }
  });
}
