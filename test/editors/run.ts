/**
 * `npm run test:editors -- [NAME…] [--require]` brings real clients of the language server here and runs the tests that drive them.
 * What could not be brought is said, and with `--require` is a failure. Downloads stay in $UNITLINT_EDITORS_CACHE.
 */
import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Client, FOUND_CLIENTS, type FoundClient, isMeant, type Kit, NotAvailable, testName } from "./client.ts";
import { clients } from "./clients.ts";
import { installUnitlint } from "./npm.ts";
import { type Row, table } from "./table.ts";

const { values, positionals } = parseArgs({ options: { require: { type: "boolean" } }, allowPositionals: true });
process.exitCode = await main(positionals, values.require === true);

/** Gives the exit status. */
async function main(names: readonly string[], isRequired: boolean): Promise<number> {
  const stranger = names.find(name => !clients.some(client => isMeant(name, client)));
  if (stranger !== undefined) {
    process.stderr.write(`test:editors: no client ${stranger}; there are ${clients.map(({ id }) => id).join(", ")}\n`);
    return 2;
  }
  const wanted = clients.filter(client => names.length === 0 || names.some(name => isMeant(name, client)));
  const kit = newKit();
  process.env.PATH = `${installUnitlint(kit)}:${process.env.PATH}`;
  const brought: (FoundClient | string)[] = [];
  for (const client of wanted) brought.push(await bring(client, kit));
  const found = brought.flatMap(one => (typeof one === "string" ? [] : [one]));
  const passed = await runTests(wanted, found);
  const rows = wanted.map((client, index) => row(client, brought[index] ?? "", passed));
  process.stdout.write(`\n${table(rows)}`);
  return rows.some(({ result }) => result === "FAILED" || (isRequired && result === "not available")) ? 1 : 0;
}

function newKit(): Kit {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const cache = process.env.UNITLINT_EDITORS_CACHE || join(caches, "unitlint/editors");
  mkdirSync(cache, { recursive: true });
  return { cache, say: text => process.stderr.write(`${text} …\n`) };
}

/** The client, or why there is none. */
async function bring(client: Client, kit: Kit): Promise<FoundClient | string> {
  try {
    return { id: client.id, title: client.title, ...(await client.provide(kit)) };
  } catch (error) {
    if (error instanceof NotAvailable) return error.message;
    throw error;
  }
}

/** Runs the tests of what was found, one after the other; gives the names of the top-level ones that passed. */
async function runTests(wanted: readonly Client[], found: readonly FoundClient[]): Promise<ReadonlySet<string>> {
  const passed = new Set<string>();
  const here = new Set(found.map(({ id }) => id));
  const names = new Set(wanted.filter(({ id }) => here.has(id)).map(({ test }) => test));
  if (names.size === 0) return passed;
  process.env[FOUND_CLIENTS] = JSON.stringify(found);
  const files = [...names].map(name => fileURLToPath(new URL(name, import.meta.url)));
  const events = run({ files, concurrency: 1 });
  events.on("test:pass", ({ name, nesting, skip }) => nesting === 0 && skip === undefined && passed.add(name));
  for await (const text of events.compose(new spec())) process.stdout.write(text);
  return passed;
}

function row(client: Client, found: FoundClient | string, passed: ReadonlySet<string>): Row {
  const { title, tries } = client;
  if (typeof found === "string") return { title, version: "–", result: "not available", remark: found };
  const result = passed.has(testName(found)) ? "passed" : "FAILED";
  return { title, version: found.version, result, remark: tries };
}
