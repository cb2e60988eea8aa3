/** `npm run docs [-- --check]`: writes what is derived: the order of stock units, the index of the rules and their pages; --check only compares. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { kindIndex } from "./kind-index.ts";
import { ruleIndex } from "./rule-index.ts";

const server = fileURLToPath(new URL("..", import.meta.url));
const check = process.argv.includes("--check");
const stale: string[] = [];

put(`${server}src/values/index.ts`, kindIndex(`${server}src/values/kinds`));
put(`${server}src/rules/index.ts`, ruleIndex(`${server}src/rules`));
const { stockOrder } = await import("./stock-order.ts");
put(`${server}data/stock-order.json`, stockOrder());
const { rulePages } = await import("./rule-pages.ts");
const { withReport } = await import("./readme.ts");
const pages = rulePages();
for (const [name, text] of pages) put(`${server}docs/rules/${name}`, text);
put(`${server}../README.md`, withReport(`${server}..`));
for (const name of readdirSync(`${server}docs/rules`)) {
  if (!pages.has(name)) drop(`${server}docs/rules/${name}`);
}
if (stale.length > 0) {
  process.stderr.write(`stale: ${stale.map(file => file.slice(server.length)).join(", ")}; run npm run docs\n`);
  process.exitCode = 1;
}

function put(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  if (check) stale.push(file);
  else writeFileSync(file, text);
}

function drop(file: string): void {
  if (check) stale.push(file);
  else rmSync(file);
}
