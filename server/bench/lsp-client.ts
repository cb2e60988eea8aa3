/** A client of the language server for measuring: it does as little as it can. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { environment } from "./measure.ts";

// biome-ignore lint/suspicious/noExplicitAny: what the server says is only measured
type Json = any;

/** One server. */
export interface BenchClient {
  notify(method: string, params: unknown): void;
  /** The result, and when it came; undefined where the server does not know the method. */
  request(method: string, params: unknown): Promise<Json>;
  /** The next notification that is accepted. */
  next(method: string, accepts: (params: Json) => boolean): Promise<Json>;
  /** Resident memory in MiB; undefined where the system does not tell. */
  memory(): number | undefined;
  end(): Promise<void>;
}

/** Starts a server; its program is given with the arguments. */
export function startServer(command: readonly string[]): BenchClient {
  const [program = "", ...words] = command;
  const child = spawn(program, words, { stdio: ["pipe", "pipe", "inherit"], env: environment() });
  const answers = new Map<number, (message: Json) => void>();
  const waiting = new Set<Waiting>();
  let lastId = 0;
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const take = (message: Json) => {
    if (message.method === undefined) answers.get(message.id)?.(message);
    else if (message.id !== undefined) send({ id: message.id, result: null });
    for (const one of waiting) {
      if (one.method !== message.method || !one.accepts(message.params)) continue;
      waiting.delete(one);
      one.resolve(message.params);
    }
  };
  child.stdout.on("data", newDecoder(take));
  const ended = new Promise<void>(resolve => child.on("exit", () => resolve()));
  const client: BenchClient = {
    notify: (method, params) => send({ method, params }),
    request(method, params) {
      const id = ++lastId;
      send({ id, method, params });
      return new Promise((resolve, reject) =>
        answers.set(id, ({ result, error }) => {
          answers.delete(id);
          if (error === undefined || error.code === METHOD_NOT_FOUND) resolve(result);
          else reject(new Error(`${method}: ${error.message}`));
        }),
      );
    },
    next: (method, accepts) => new Promise(resolve => waiting.add({ method, accepts, resolve })),
    memory: () => residentMemory(child.pid),
    async end() {
      await client.request("shutdown", undefined);
      client.notify("exit", undefined);
      await ended;
    },
  };
  return client;
}

const METHOD_NOT_FOUND = -32601;

interface Waiting {
  readonly method: string;
  readonly accepts: (params: Json) => boolean;
  readonly resolve: (params: Json) => void;
}

function newDecoder(take: (message: Json) => void): (bytes: Buffer) => void {
  let buffer: Buffer = Buffer.alloc(0);
  return bytes => {
    buffer = buffer.length === 0 ? bytes : Buffer.concat([buffer, bytes]);
    for (;;) {
      const end = buffer.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(buffer.toString("latin1", 0, end))?.[1]);
      if (buffer.length < end + 4 + length) return;
      const body = buffer.toString("utf8", end + 4, end + 4 + length);
      buffer = buffer.subarray(end + 4 + length);
      take(JSON.parse(body));
    }
  };
}

function residentMemory(pid: number | undefined): number | undefined {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return undefined;
  const kibibytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(status, "utf8"))?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
}
