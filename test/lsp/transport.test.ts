/** The other ways to the server: a port of this host, and Node's channel between processes. */
import assert from "node:assert/strict";
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../server/bin/unitlint-language-server.cjs", import.meta.url));
const initialize = { jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: null, capabilities: {} } };

test("at a port of the loopback interface", async () => {
  const port = await freePort();
  const server = spawn(process.execPath, [program, `--socket=${port}`], { stdio: ["ignore", "inherit", "inherit"] });
  after(() => server.kill("SIGKILL"));
  const socket = await connected(port);
  const body = JSON.stringify(initialize);
  socket.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  let answer = "";
  for (; !answer.includes("}"); ) answer += String((await once(socket, "data"))[0]);
  assert.match(answer, /"name":"unitlint"/);
  socket.end();
  assert.deepEqual(await once(server, "exit"), [1, null]);
});

test("over Node's channel", async () => {
  const server = fork(program, ["--node-ipc"]);
  after(() => server.kill("SIGKILL"));
  server.send(initialize);
  const [answer] = await once(server, "message");
  assert.equal(answer.result.serverInfo.name, "unitlint");
  server.disconnect();
  assert.deepEqual(await once(server, "exit"), [1, null]);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Tries until the server waits at its port. */
async function connected(port: number): Promise<Socket> {
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    const outcome = await new Promise<boolean>(resolve => {
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    });
    if (outcome) return socket;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
