/** What the client is asked to watch, and when. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Json, type LspClient, lspClient, silence } from "../support/lsp-client.ts";

const watching = { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } };

/** The next registration, by its id, with the bases of relative patterns, each once. */
async function registered(client: LspClient): Promise<readonly [string, readonly string[]]> {
  const { registrations } = await client.next("client/registerCapability");
  const [{ id, registerOptions }] = registrations;
  const bases: string[] = registerOptions.watchers.map(({ globPattern }: Json) => globPattern.baseUri ?? "everywhere");
  return [id, [...new Set(bases)]];
}

test("a client that never tells its settings is asked to watch files nevertheless", async () => {
  const client = lspClient({ "workspace/configuration": silence });
  await client.start(undefined, { workspace: { ...watching, configuration: true } });
  assert.deepEqual(await registered(client), ["unitlint-files", ["everywhere"]]);
});

test("roots are watched once they are known, and no longer once there are others", async () => {
  const answers: Record<string, unknown> = { "workspace/configuration": [{ roots: ["/nowhere/one"] }] };
  const client = lspClient(answers);
  await client.start(undefined, { workspace: { ...watching, configuration: true } });
  assert.deepEqual(await registered(client), ["unitlint-files", ["everywhere"]]);
  assert.deepEqual(await registered(client), ["unitlint-roots", ["file:///nowhere/one"]]);
  answers["workspace/configuration"] = [{ roots: ["/nowhere/two"] }];
  client.notify("workspace/didChangeConfiguration", { settings: null });
  const { unregisterations } = await client.next("client/unregisterCapability");
  assert.deepEqual(unregisterations, [{ method: "workspace/didChangeWatchedFiles", id: "unitlint-roots" }]);
  assert.deepEqual(await registered(client), ["unitlint-roots", ["file:///nowhere/two"]]);
});

test("a client that watches its own folders alone is asked for no others", async () => {
  const client = lspClient();
  const [workspace, initializationOptions] = [
    { didChangeWatchedFiles: { dynamicRegistration: true } },
    { unitlint: { roots: ["/nowhere/one"] } },
  ];
  await client.start(undefined, { workspace }, { initializationOptions });
  assert.deepEqual(await registered(client), ["unitlint-files", ["everywhere"]]);
  await client.request("workspace/diagnostic", { previousResultIds: [] });
  assert.equal(client.received.filter(({ method }) => method === "client/registerCapability").length, 1);
});
