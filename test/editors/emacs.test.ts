/** Emacs, with the snippets of `client/editors/emacs`, for eglot and for lsp-mode. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { snippet, type Trial, testClients } from "./found.ts";
import { writeBelow } from "./unit-folder.ts";

testClients("emacs", async (check, trial) => {
  const isEglot = trial.client.id !== "emacs-lsp-mode";
  const seen = driveEmacs(trial, isEglot ? "eglot" : "lsp-mode");

  await check("open: findings come by themselves, in the drop-in too, by one server", () => {
    assert.equal(seen.mode, "systemd-mode");
    assert.match(seen.open.join("\n"), /^9 .*Unknown directive Restrat= in \[Service\]; did you mean Restart=\?$/);
    assert.match(
      seen["drop-in"].join("\n"),
      /^5 .*Unknown directive MemoryMaks= in \[Service\]; did you mean MemoryMax=\?$/,
    );
    assert.equal(seen.servers, 1);
  });
  await check("hover: tells of the key", () => {
    assert.match(seen.hover, /^`?ExecStart=`? in `?\[Service\]/);
  });
  await check("completion: of a key and of a value, as they are then in the text", () => {
    assert.deepEqual(seen.completion, ["KillMode=", "Restart=on-failure"]);
  });
  await check("rename: in the open file, in others and in the drop-in", () => {
    assert.match(trial.read("app.service"), /After=store\.service\nWants=store\.service\n/);
    assert.match(trial.read("worker.service"), /After=network\.target store\.service/);
    assert.match(trial.read("app.service.d/order.conf"), /Requires=store\.service/);
  });
  // eglot does not move files when it renames; unitlint then tells what to move.
  await check(isEglot ? "rename: says which file to move" : "rename: moves the file itself", () => {
    assert.equal(existsSync(join(trial.units, "store.service")), !isEglot);
    if (isEglot) assert.match(seen.said, /Rename \S+\/db\.service to store\.service/);
  });
  await check("code action: mends the misspelt key", () => {
    assert.ok(seen.format.includes("Restart=always"));
  });
  await check("format: blanks and blank lines", () => {
    assert.deepEqual(seen.format.slice(-4), ["", "[Install]", "WantedBy=multi-user.target", ""]);
    assert.match(trial.read("app.service"), /\n\n\[Install\]\nWantedBy=multi-user\.target\n$/);
  });
});

/** What Emacs showed after each step. */
interface Seen {
  readonly mode: string;
  readonly open: readonly string[];
  readonly "drop-in": readonly string[];
  readonly servers: number;
  readonly hover: string;
  readonly completion: readonly string[];
  readonly format: readonly string[];
  /** What it wrote to its log. */
  readonly said: string;
}

function driveEmacs({ client, units, home, env }: Trial, by: "eglot" | "lsp-mode"): Seen {
  // Without a repository, a drop-in's folder would be a project of its own.
  const { status } = spawnSync("git", ["init", "--quiet"], { cwd: units, env });
  assert.equal(status, 0);
  const init = join(home, ".emacs.d/init.el");
  writeBelow(
    home,
    ".emacs.d/init.el",
    `(require 'package)\n(package-initialize)\n${snippet(`emacs/unitlint-${by}.el`)}`,
  );
  const driver = fileURLToPath(new URL(`emacs-${by}.el`, import.meta.url));
  const [program = "", ...words] = client.command;
  const answer = join(home, "seen.json");
  const { stdout, stderr } = spawnSync(program, [...words, "--batch", "-l", init, "-l", driver], {
    cwd: units,
    env: { ...env, UNITLINT_SEEN: answer },
    encoding: "utf8",
    timeout: 90_000,
  });
  if (!existsSync(answer)) throw new Error(`Emacs said: ${stdout}${stderr}`);
  const seen = JSON.parse(readFileSync(answer, "utf8"));
  if (seen.problem !== undefined) throw new Error(`${seen.problem}; before: ${JSON.stringify(seen)}\n${stderr}`);
  return { ...seen, said: stderr };
}
