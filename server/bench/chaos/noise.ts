/** What is no message, or none that makes sense, and ways to send and read that no good client has. */
import { framed } from "../message-decoder.ts";
import { NO_REQUEST } from "./server.ts";
import type { Action, World } from "./world.ts";

/** Nothing of this must change what the server knows. */
export const noise: readonly Action[] = [
  { weight: 3, act: world => world.server.raw(world.chance.pick(garbage)) },
  { weight: 3, act: ({ chance, server }) => server.raw(framed(chance.pick(oddMessages))) },
  { weight: 1, act: brokenOff },
  { weight: 1, act: wrongLength },
  { weight: 2, act: inPieces },
  { weight: 0.05, act: slowReading },
  { weight: 1, act: changeSettings },
  { weight: 1, act: oddNotification },
];

const garbage: readonly string[] = [
  "Content-Length: nonsense\r\n\r\n",
  "Content-Length: 999999999\r\n\r\n",
  "Content-Length: -5\r\n\r\n",
  "Content-Length: 0\r\n\r\n",
  "No-Length: 3\r\n\r\n",
  "\r\n\r\n\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
  "\u0000\u0001\u0002ÿ",
  "x".repeat(10_000),
  "Content-Length: 1\r\n\r\n{",
  "Content-Length: 9\r\n\r\nnot JSON!",
  `Content-Length: ${2 ** 16}\r\n\r\n${"[".repeat(2 ** 16)}`,
];

const oddMessages: readonly unknown[] = [
  null,
  5,
  "text",
  [],
  [{ jsonrpc: "2.0", method: "initialized" }],
  {},
  { jsonrpc: "2.0" },
  { jsonrpc: "1.0", id: NO_REQUEST, method: "textDocument/hover" },
  { jsonrpc: "2.0", id: {}, method: 7 },
  { jsonrpc: "2.0", id: null, method: "textDocument/hover", params: {} },
  { jsonrpc: "2.0", method: "textDocument/didChange" },
  { jsonrpc: "2.0", id: 1e9, result: null },
  { jsonrpc: "2.0", id: 1e9, error: { code: 1, message: "no" } },
  { jsonrpc: "2.0", id: 1e9, error: 5 },
  { jsonrpc: "2.0", id: 1e9 },
  { jsonrpc: "2.0", id: null, result: {} },
];

/** A message of which the end never comes; what follows must be read nevertheless. */
async function brokenOff({ chance, server }: World): Promise<void> {
  const whole = framed({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { text: "x".repeat(200) } });
  await server.raw(whole.slice(0, 1 + chance.below(whole.length - 1)));
  await pad(server);
}

/** A length in characters instead of bytes, or any other. */
async function wrongLength({ chance, server }: World): Promise<void> {
  const body = JSON.stringify({ jsonrpc: "2.0", method: "$/noise", params: { text: "ä€😀".repeat(20) } });
  const length = chance.is(0.5) ? body.length : Buffer.byteLength(body) + chance.below(300);
  await server.raw(`Content-Length: ${length}\r\n\r\n${body}`);
  await pad(server);
}

/** More than what any length above claims. */
function pad(server: World["server"]): Promise<void> {
  return server.send({ method: "$/noise", params: { text: "-".repeat(800) } });
}

async function inPieces({ chance, server }: World): Promise<void> {
  let rest = Buffer.from(framed({ jsonrpc: "2.0", method: "$/noise", params: { text: "ä€😀" } }));
  while (rest.length > 0) {
    const size = 1 + chance.below(rest.length);
    await server.raw(rest.subarray(0, size));
    rest = rest.subarray(size);
    if (chance.is(0.3)) await new Promise(resolve => setTimeout(resolve, chance.below(3)));
  }
}

/** The server goes on being asked while nobody reads what it says. */
async function slowReading(world: World): Promise<void> {
  const { chance, server } = world;
  server.pause();
  setTimeout(() => server.resume(), 20 + chance.below(200));
}

async function changeSettings(world: World): Promise<void> {
  const { chance, server } = world;
  const settings = chance.pick<unknown>([
    {},
    { preset: "all" },
    { preset: "verify" },
    { preset: "nonsense", rules: [] },
    { rules: { "unknown-directive": "off" } },
    { targets: ["252"] },
    { targets: ["252", "262"] },
    { targets: {}, roots: 7, hardening: "yes" },
    null,
    5,
    [],
  ]);
  world.settings = settings;
  await server.send({ method: "workspace/didChangeConfiguration", params: { settings: { unitlint: settings } } });
}

async function oddNotification({ chance, server }: World): Promise<void> {
  const method = chance.pick([
    "$/nonsense",
    "$/setTrace",
    "$/progress",
    "window/workDoneProgress/cancel",
    "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders",
    "textDocument/didSave",
    "textDocument/didClose",
    "textDocument/hover",
    "unitlint/files",
    "initialize",
    "initialized",
  ]);
  await server.send({
    method,
    params: chance.pick<unknown>([undefined, null, {}, [], 5, { value: "off" }, { event: 5 }]),
  });
}
