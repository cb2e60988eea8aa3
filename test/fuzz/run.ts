/** `npm run fuzz`: see `--help`. */
import { parseArgs } from "node:util";
import { runStructured } from "./engines/structured.ts";
import { targets } from "./targets/index.ts";

const { values: v, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "10000" },
    seconds: { type: "string", default: "1e9" },
    seed: { type: "string", default: "1" },
    long: { type: "string", default: "1000" },
  },
});
for (const t of targets.filter(t => positionals.length === 0 || positionals.includes(t.name))) {
  const o = runStructured(t, {
    seed: Number(v.seed),
    runs: Number(v.runs),
    seconds: Number(v.seconds),
    first: 0,
    mostFinds: 30,
    longEvery: Number(v.long),
    progress() {},
  });
  console.log(
    o.target,
    o.inputs,
    (o.inputs / o.seconds).toFixed(0) + "/s",
    o.slowest.toFixed(1),
    JSON.stringify(o.long),
  );
  for (const f of o.finds) console.log("  ", f.broken, JSON.stringify(f.input).slice(0, 300));
}
