/** Neovim, with the snippets of `client/editors/neovim` as its whole configuration. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { snippet, type Trial, testClients } from "./found.ts";
import { writeBelow } from "./unit-folder.ts";

const script = fileURLToPath(new URL("neovim.lua", import.meta.url));

testClients("neovim", async (check, trial) => {
  const seen = driveNeovim(trial);

  await check("open: findings come by themselves, in the drop-in too, by one server", () => {
    assert.equal(seen.filetype, "systemd");
    assert.deepEqual(seen.open, ["9:1 unitlint unknown-directive"]);
    assert.deepEqual(seen["drop-in"], ["5:1 unitlint unknown-directive"]);
    assert.equal(seen.clients, 1);
  });
  await check("hover: a window tells of the key", () => {
    assert.match(seen.hover.join("\n"), /ExecStart=/);
  });
  await check("completion: of a key and of a value, as they are then in the text", () => {
    assert.deepEqual(seen.completion, ["KillMode=", "Restart=on-failure"]);
  });
  await check("definition: leads to the unit's file", () => {
    assert.match(seen.definition, /^db\.service:/);
  });
  await check("rename: in the open file, in others, in the drop-in, and of the file itself", () => {
    assert.deepEqual(seen.rename, ["app.service", "store.service", "worker.service"]);
    assert.match(trial.read("app.service"), /After=store\.service\nWants=store\.service\n/);
    assert.match(trial.read("worker.service"), /After=network\.target store\.service/);
    assert.match(trial.read("app.service.d/order.conf"), /Requires=store\.service/);
  });
  await check("code action: mends the misspelt key, and the finding goes", () => {
    assert.ok(seen["code action"].includes("Restart=always"));
  });
  await check("format: blanks and blank lines", () => {
    assert.deepEqual(seen.format.slice(-3), ["", "[Install]", "WantedBy=multi-user.target"]);
    assert.match(trial.read("app.service"), /\n\n\[Install\]\nWantedBy=multi-user\.target\n$/);
  });
  await check("stop: the server ends when it is asked to", () => {
    assert.equal(seen.stop, true);
  });
});

/** What Neovim showed after each step. */
interface Seen {
  readonly filetype: string;
  readonly open: readonly string[];
  readonly "drop-in": readonly string[];
  readonly clients: number;
  readonly hover: readonly string[];
  readonly completion: readonly string[];
  readonly definition: string;
  readonly rename: readonly string[];
  readonly "code action": readonly string[];
  readonly format: readonly string[];
  readonly stop: boolean;
}

function driveNeovim({ client, units, home, env }: Trial): Seen {
  const isOld = /^0\.([0-9]|10)\./.test(client.version);
  const name = isOld ? "unitlint-before-0.11.lua" : "unitlint.lua";
  writeBelow(home, `.config/nvim/plugin/${name}`, snippet(`neovim/${name}`));
  const [program = "", ...words] = client.command;
  const answer = join(home, "seen.json");
  const { stdout, stderr } = spawnSync(program, [...words, "--headless", "app.service", "-c", `luafile ${script}`], {
    cwd: units,
    env: { ...env, UNITLINT_SEEN: answer },
    encoding: "utf8",
    timeout: 60_000,
  });
  if (!existsSync(answer)) throw new Error(`Neovim said: ${stdout}${stderr}`);
  const seen = JSON.parse(readFileSync(answer, "utf8"));
  if (seen.problem !== undefined) throw new Error(`${seen.problem}; before: ${JSON.stringify(seen)}`);
  return seen;
}
