/** How long the language server takes, as a client over standard input and output sees it. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unitText } from "./edit.ts";

/** Times in milliseconds, memory in MB. */
export interface ServerTimes {
  /** From `initialize` to the diagnostics of an open file. */
  readonly first: number;
  /** To the findings of the whole workspace. */
  readonly all: number;
  /** From a keystroke to its diagnostics: the median, and what 95 in 100 stay under. */
  readonly edit: number;
  readonly edit95: number;
  /** Resident at the end; undefined where the system does not tell. */
  readonly memory: number | undefined;
}

/** Measures a workspace of so many units in an empty folder. */
export async function measureServer(folder: string, count: number, edits = 100): Promise<ServerTimes> {
  for (let i = 0; i < count; i++) writeFileSync(join(folder, `unit-${i}.service`), unitText(i));
  const server = startServer();
  const uri = `file://${folder}/unit-14.service`;
  const workspaceFolders = [{ uri: `file://${folder}`, name: "units" }];
  const start = performance.now();
  const capabilities = { textDocument: { diagnostic: {} } };
  await server.ask("initialize", { processId: process.pid, rootUri: null, capabilities, workspaceFolders });
  server.send({ method: "initialized", params: {} });
  server.send({
    method: "textDocument/didOpen",
    params: { textDocument: { uri, languageId: "systemd-unit", version: 1, text: unitText(14) } },
  });
  await server.ask("textDocument/diagnostic", { textDocument: { uri } });
  const first = performance.now() - start;
  await server.ask("workspace/diagnostic", { previousResultIds: [] });
  const all = performance.now() - start;
  const times: number[] = [];
  for (let version = 2; version < edits + 2; version++) {
    const text = unitText(14).replace("on-failure", version % 2 === 0 ? "always" : "alway");
    const before = performance.now();
    server.send({
      method: "textDocument/didChange",
      params: { textDocument: { uri, version }, contentChanges: [{ text }] },
    });
    await server.ask("textDocument/diagnostic", { textDocument: { uri } });
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const memory = residentMemory(server.process);
  server.process.kill();
  const [edit = 0, edit95 = 0] = [times[edits >> 1], times[Math.floor(edits * 0.95)]];
  return { first, all, edit, edit95, memory };
}

function startServer() {
  const program = fileURLToPath(new URL("../bin/unitlint.cjs", import.meta.url));
  const child = spawn(process.execPath, [program, "lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = new Map<number, () => void>();
  let id = 0;
  let buffer = Buffer.alloc(0);
  child.stdout.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf("\r\n\r\n");
      const length = Number(/\d+/.exec(buffer.subarray(0, Math.max(0, end)).toString())?.[0]);
      if (end < 0 || !(buffer.length >= end + 4 + length)) return;
      const message = JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString());
      buffer = buffer.subarray(end + 4 + length);
      if (message.method === undefined) waiting.get(message.id)?.();
    }
  });
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  return {
    process: child,
    send,
    /** Waits for the answer. */
    ask(method: string, params: object): Promise<void> {
      id++;
      send({ id, method, params });
      return new Promise(resolve => waiting.set(id, resolve));
    },
  };
}

function residentMemory({ pid }: ChildProcess): number | undefined {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status) ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
