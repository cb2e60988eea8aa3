/**
 * `npm run chaos`: a client that sends the language server everything that one should not. It fails where the server fails, leaves a request
 * without an answer, or ends up with other findings than a fresh server has.
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { formatTable } from "../scripts/oracle/table.ts";
import { type ChaosReport, runChaos } from "./chaos/run.ts";

const usage = `Usage: npm run chaos -- [--messages N] [--seed N] [--pause SECONDS] [--flag=OPTION]...

  --messages N      how many messages to send (100000)
  --seed N          which ones; the same for the same number (by the clock)
  --pause SECONDS   how long the server is left alone before its memory is read (8)
  --flag=OPTION     an option of Node for the server, such as --max-old-space-size=64
`;

const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "100000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    pause: { type: "string", default: "8" },
    flag: { type: "string", multiple: true, default: [] },
    help: { type: "boolean", short: "h", default: false },
  },
});

if (values.help) process.stdout.write(usage);
else if (!existsSync(new URL("../dist/lsp.cjs", import.meta.url)))
  fail("unitlint is not built here; run npm run build first");
else await main(Number(values.messages), Number(values.seed), Number(values.pause));

async function main(messages: number, seed: number, seconds: number): Promise<void> {
  if (![messages, seed, seconds].every(Number.isFinite)) return fail(usage);
  let last = performance.now();
  console.log(`seed ${seed}, ${messages} messages`);
  const report = await runChaos({
    seed,
    messages,
    pause: seconds * 1000,
    flags: values.flag,
    tell(done, { open, server }) {
      if (performance.now() - last < 5000) return;
      last = performance.now();
      console.error(`${done} messages, ${open.size} open documents, ${server.memory()?.toFixed(0)} MiB`);
    },
  });
  console.log(formatTable(rowsOf(report)));
  const wrong = [...new Set(report.tally.failures), ...report.differences];
  for (const one of wrong.slice(0, 20)) console.log(`\n${one}`);
  if (wrong.length > 0) fail(`${wrong.length} failures; --seed ${seed} --messages ${messages} brings them again`);
}

function rowsOf({ tally, took, memory, documents, findings }: ChaosReport): string[][] {
  const times = tally.times.toSorted((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`;
  const errors = [...tally.errors].sort(([, a], [, b]) => b - a).map(([code, count]) => `${count} × ${code}`);
  const mebibytes = memory.map(one => `${one?.toFixed(1)} MiB`).join(", ");
  return [
    ["chaos", ""],
    ["messages", `${tally.sent} in ${(took / 1000).toFixed(0)} s`],
    ["requests answered", String(tally.answered)],
    ["with an error", errors.join(", ")],
    ["answer under load, p50 / p99 / longest", `${at(0.5)} / ${at(0.99)} / ${at(1 - 1 / times.length)}`],
    ["memory at rest, after a tenth and at the end", mebibytes],
    ["open documents at the end", String(documents)],
    ["files with findings", String(findings)],
  ];
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
