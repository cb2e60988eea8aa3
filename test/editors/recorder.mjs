/** Stands between an editor and `unitlint lsp`, and writes what both say into a file: `recorder.mjs LOG PROGRAM ARGS…`. */
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";

const [log, program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });

pass(process.stdin, child.stdin, "editor");
pass(child.stdout, process.stdout, "server");
pass(child.stderr, process.stderr, "server, aside");
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  note("server", `ended: ${signal ?? code}`);
  process.exitCode = code ?? 1;
  process.stdin.destroy();
});

function pass(from, to, who) {
  to.on("error", () => {});
  from.on("end", () => to === process.stdout || to === process.stderr || to.end());
  from.on("data", data => {
    note(who, data.toString());
    to.write(data);
  });
}

function note(who, text) {
  appendFileSync(log, `${who}: ${text.slice(0, 2000)}\n`);
}
