/** A feature or a rule that breaks: one answer is an error, what it takes to do it again is logged, and nothing else notices. */
import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { transportOver } from "../../../server/src/lsp/connection.ts";
import { coreEnvironment } from "../../../server/src/lsp/core-environment.ts";
import type { Environment } from "../../../server/src/lsp/environment.ts";
import { readMessages } from "../../../server/src/lsp/message-reader.ts";
import { serve } from "../../../server/src/lsp/server.ts";
// The protocol's package learns here that it runs in Node.
import "../../../server/src/lsp/transport.ts";
import { gitIgnore, gitPatterns } from "../../../server/src/platform/git-ignore.ts";
import { readJsonText } from "../../../server/src/platform/json-text.ts";
import { readTexts } from "../../../server/src/platform/read-texts.ts";
import { framed, type Json, type Received } from "../../support/lsp-client.ts";
import { memoryHost } from "../../support/memory-host.ts";

const uri = "file:///units/app.service";
const other = "file:///units/other.service";
const text = "[Service]\nExecStart=/usr/bin/app\nRestrat=no\n";
const secret = "Environment=PASSWORD=swordfish\n";
const place = { textDocument: { uri }, position: { line: 2, character: 2 } };

/** A server in this process, whose environment is as Node's but for what breaks. */
function served(broken: Partial<Environment>) {
  const toServer = new PassThrough();
  const complaints: string[] = [];
  const received: Received[] = [];
  const never = () => ({ dispose() {} });
  const writer: Parameters<typeof transportOver>[1] = {
    onError: never,
    onClose: never,
    write: async message => void received.push(JSON.parse(JSON.stringify(message))),
    end() {},
    dispose() {},
  };
  const complain = (problem: string) => void complaints.push(problem);
  const transport = transportOver(readMessages(toServer), writer, done => done(), complain);
  serve(transport.connection, {
    ...core,
    complain,
    isIdle: transport.isIdle,
    texts: readTexts,
    rulePage: () => undefined,
    later: (milliseconds, callback) => void setTimeout(callback, Math.min(milliseconds, 20)),
    drawSvg: async () => undefined,
    giveBackMemory: () => false,
    endWith: () => {},
    exit: () => {},
    ...broken,
  });
  let lastId = 0;
  const client = {
    complaints,
    received,
    notify: (method: string, params: unknown) => void toServer.write(framed({ method, params })),
    async request(method: string, params: unknown): Promise<Received> {
      const id = ++lastId;
      toServer.write(framed({ id, method, params }));
      return until(() => received.find(message => message.id === id && message.method === undefined));
    },
    open: (uri: string, text: string) =>
      client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "systemd-unit", version: 3, text } }),
    /** The rules of the findings that were pushed of a file. */
    rules: (uri: string): Promise<string[]> =>
      until(() =>
        received.findLast(({ params }) => params?.uri === uri)?.params.diagnostics.map(({ code }: Json) => code),
      ),
    async start(more = {}) {
      await client.request("initialize", { processId: null, rootUri: null, capabilities: {}, ...more });
      client.notify("initialized", {});
    },
  };
  return client;
}

const core = coreEnvironment({
  host: memoryHost({}),
  ignoreRules: gitIgnore,
  hostVersion: () => undefined,
  configs: { readJson: readJsonText, readPatterns: gitPatterns },
  loadYaml: async () => (await import("../../../server/src/platform/yaml-text.ts")).readYamlText,
});

async function until<Found>(find: () => Found | undefined): Promise<Found> {
  for (let tries = 0; tries < 500; tries++) {
    const found = find();
    if (found !== undefined) return found;
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error("it did not come");
}

function breakTexts(): never {
  throw new TypeError("the texts are torn");
}

test("a feature that breaks answers InternalError; other features, findings and documents do not notice", async () => {
  const client = served({ texts: breakTexts });
  await client.start();
  client.open(uri, text);
  const { error } = await client.request("textDocument/hover", place);
  assert.deepEqual(error, { code: -32603, message: "textDocument/hover: the texts are torn" });
  assert.ok((await client.request("textDocument/completion", place)).result.items.length > 0);
  assert.ok((await client.request("textDocument/documentSymbol", place)).result.length > 0);
  assert.deepEqual(await client.rules(uri), ["unknown-directive"]);
});

test("the report has the method, the parameters, the stack and the document's version, and no text of a file", async () => {
  const client = served({ texts: breakTexts });
  await client.start();
  client.open(uri, text + secret);
  await client.request("textDocument/hover", place);
  const logged = client.received.find(({ method }) => method === "window/logMessage")?.params;
  assert.equal(logged.type, 1);
  assert.deepEqual(client.complaints, [logged.message]);
  assert.match(
    logged.message,
    /^unitlint \S+ failed in textDocument\/hover\nTypeError: the texts are torn\n {4}at \S*breakTexts/,
  );
  assert.ok(logged.message.includes(`params: ${JSON.stringify(place)}`));
  assert.ok(logged.message.endsWith(`${uri}: version 3, systemd-unit, 5 lines`));
});

test("with verbose traces, it has the text as well", async () => {
  for (const begin of [{ trace: "verbose" }, {}]) {
    const client = served({ texts: breakTexts });
    await client.start(begin);
    client.open(uri, text + secret);
    client.notify("$/setTrace", { value: "verbose" });
    await client.request("textDocument/hover", place);
    assert.match(client.complaints.join(), /PASSWORD=swordfish/);
  }
});

test("what breaks again and again is told a few times", async () => {
  const client = served({ texts: breakTexts });
  await client.start();
  client.open(uri, text);
  for (let i = 0; i < 150; i++) await client.request("textDocument/hover", place);
  assert.equal(client.complaints.length, 3);
});

test("a rule that breaks finds nothing, and the others find what they find", async () => {
  const client = served({
    newWorkspace: (settings, guard) =>
      core.newWorkspace(settings, rules =>
        guard(
          rules.map(rule => {
            if (rule.id !== "unknown-directive") return rule;
            return {
              ...rule,
              visit: {
                unknown() {
                  throw new RangeError("the rule is torn");
                },
              },
            };
          }),
        ),
      ),
  });
  await client.start();
  client.open(uri, `${text}RestartSec=5 parsecs\n`);
  client.open(other, "[Service]\nExecStart=/usr/bin/app\nRestart=maybe\n");
  assert.deepEqual(await client.rules(uri), ["invalid-value"]);
  assert.deepEqual(await client.rules(other), ["invalid-value"]);
  assert.match(client.complaints[0] ?? "", /failed in the rule unknown-directive\nRangeError: the rule is torn\n/);
  assert.match(client.complaints[0] ?? "", /params: {"file":"\/units\/app\.service"}/);
});

test("a document that cannot be judged keeps no other from it, nor from being asked about", async () => {
  const client = served({
    newWorkspace(settings, guard) {
      const workspace = core.newWorkspace(settings, guard);
      const findings = (given: string) => {
        if (given === uri) throw new Error("the findings are torn");
        return workspace.snapshot().findings(given);
      };
      return { ...workspace, snapshot: () => Object.create(workspace.snapshot(), { findings: { value: findings } }) };
    },
  });
  await client.start();
  client.open(uri, text);
  client.open(other, text);
  assert.deepEqual(await client.rules(other), ["unknown-directive"]);
  assert.match(
    client.complaints[0] ?? "",
    /failed in the findings of file:\/\/\/units\/app\.service\nError: the findings are torn/,
  );
  client.notify("textDocument/didChange", {
    textDocument: { uri: other, version: 4 },
    contentChanges: [{ text: "[Service]\nExecStart=x\n" }],
  });
  await until(() => client.received.find(({ params }) => params?.uri === other && params.version === 4));
  assert.ok((await client.request("textDocument/documentSymbol", place)).result.length > 0);
});

test("a notification that breaks is logged, and the next one is taken", async () => {
  const client = served({
    newWorkspace: (settings, guard) => ({
      ...core.newWorkspace(settings, guard),
      touch() {
        throw new Error("the touch is torn");
      },
    }),
  });
  await client.start();
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 1 }] });
  client.open(uri, text);
  assert.deepEqual(await client.rules(uri), ["unknown-directive"]);
  assert.match(client.complaints[0] ?? "", /failed in workspace\/didChangeWatchedFiles\nError: the touch is torn\n/);
});
