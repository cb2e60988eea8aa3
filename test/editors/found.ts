/** How a test of `npm run test:editors` gets at the clients that the runner brought, and at a folder of units for each. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { FOUND_CLIENTS, type FoundClient, isMeant, testName } from "./client.ts";
import { newUnitFolder, type UnitFolder } from "./unit-folder.ts";

/** What the test of a client works with. */
export interface Trial extends UnitFolder {
  readonly client: FoundClient;
  /** The environment to start the client in: a home of its own, and `unitlint` as first on PATH. */
  readonly env: NodeJS.ProcessEnv;
}

/** Checks one thing that an editor shows, as a test of its own. */
export type Check = (title: string, body: () => void | Promise<void>) => Promise<void>;

/** One top-level test for each client of a name (`neovim`: all versions of it) that this run tries. */
export function testClients(name: string, body: (check: Check, trial: Trial) => Promise<void>): void {
  for (const client of foundClients().filter(one => isMeant(name, one))) {
    test(testName(client), { timeout: LONGEST_TEST }, async t => {
      let hasFailed = true;
      // Before the hook that takes the folder away.
      t.after(() => hasFailed && process.stdout.write(`What editor and server said last:\n${lastWords(trial)}\n`));
      const trial = newTrial(t, client);
      const titles: string[] = [];
      const check: Check = async (title, look) => {
        await t.test(title, async () => {
          titles.push(title);
          await look();
          titles.pop();
        });
      };
      await body(check, trial);
      await check("nothing to complain about between editor and server", () => assert.deepEqual(complaints(trial), []));
      hasFailed = titles.length > 0;
    });
  }
}

/** A snippet of `client/editors`, as its users take it. */
export function snippet(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../client/editors/${name}`, import.meta.url)), "utf8");
}

/** In milliseconds. */
const LONGEST_TEST = 120_000;

/** What the runner brought. */
export function foundClients(): readonly FoundClient[] {
  const text = process.env[FOUND_CLIENTS];
  if (text === undefined) throw new Error("these tests are run by `npm run test:editors`, which brings the editors");
  return JSON.parse(text);
}

function newTrial(t: TestContext, client: FoundClient): Trial {
  const folder = newUnitFolder(t);
  const { home } = folder;
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_DATA_HOME: join(home, ".local/share"),
    XDG_STATE_HOME: join(home, ".local/state"),
    XDG_CACHE_HOME: join(home, ".cache"),
    PATH: `${join(home, "bin")}:${process.env.PATH}`,
    ...client.env,
  };
  return { ...folder, client, env };
}

/** Errors and warnings that the server had for its user or its log, and requests that failed. */
function complaints({ home }: Trial): string[] {
  const said = readFileSync(join(home, "server.log"), "utf8");
  const found =
    said.match(/"method":"window\/(?:show|log)Message","params":\{"type":[12],.*?\}|"error":\{.*?\}/g) ?? [];
  return found.filter(complaint => !KNOWN.test(complaint));
}

/** Asked and taken back by the editor; asked behind `shutdown`; and Helix 25.01 may edit another file before it opens it. */
const KNOWN = /"code":-32800|the server was shut down|didChange: \S+ is not open/;

function lastWords({ home }: Trial): string {
  try {
    return readFileSync(join(home, "server.log"), "utf8").slice(-4000);
  } catch {
    return "nothing: the server was not started";
  }
}
