/** A client of the language server for measuring: it does as little as it can. */
import { spawn } from "node:child_process";
import { environment, memoryOf } from "./measure.ts";
import { framed, type Json, newDecoder } from "./message-decoder.ts";

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
  const send = (message: object) => child.stdin.write(framed({ jsonrpc: "2.0", ...message }));
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
    memory: () => memoryOf(child.pid, "VmRSS"),
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
