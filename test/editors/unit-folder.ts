/** The folder of units that every editor opens, and what must be in it when all is done. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";

/** A folder of units, and a home for the editor that opens it. */
export interface UnitFolder {
  /** Where the units are. */
  readonly units: string;
  /** The editor's home, where its settings go. */
  readonly home: string;
  /** A file of the units as it is on disk. */
  read(name: string): string;
}

const recorder = fileURLToPath(new URL("recorder.mjs", import.meta.url));
const files = {
  "app.service": `[Unit]
Description=App
After=db.service
Wants=db.service

[Service]
Type=exec
ExecStart=/usr/bin/app
Restrat=always
`,
  "app.service.d/order.conf": "[Unit]\nRequires=db.service\n\n[Service]\nMemoryMaks=1G\n",
  "db.service": "[Unit]\nDescription=Database\n\n[Service]\nExecStart=/usr/bin/db\n",
  "worker.service": "[Unit]\nAfter=network.target db.service\n\n[Service]\nExecStart=/usr/bin/worker\n",
};

/** Makes the folder for one test. */
export function newUnitFolder(t: TestContext): UnitFolder {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-editor-"));
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const [units, home] = [join(folder, "units"), join(folder, "home")];
  for (const [name, text] of Object.entries(files)) writeBelow(units, name, text);
  mkdirSync(home);
  writeRecorder(home);
  return { units, home, read: name => readFileSync(join(units, name), "utf8") };
}

/** A `unitlint` that starts the one on PATH and writes down what it hears and says. */
function writeRecorder(home: string): void {
  const program = (process.env.PATH ?? "").split(":").find(folder => existsSync(join(folder, "unitlint")));
  if (program === undefined) throw new Error("no unitlint on PATH");
  const words = [process.execPath, recorder, join(home, "server.log"), join(program, "unitlint")];
  writeBelow(home, "bin/unitlint", `#!/bin/sh\nexec ${words.map(word => `'${word}'`).join(" ")} "$@"\n`);
  chmodSync(join(home, "bin/unitlint"), 0o755);
}

/** Writes a file, with the folders above it. */
export function writeBelow(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
