/** `npm run docs [-- --check]`: writes what is derived from the rules: their index and their pages. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ruleIndex } from "./rule-index.ts";

const server = fileURLToPath(new URL("..", import.meta.url));
const index = `${server}src/rules/index.ts`;
writeFileSync(index, ruleIndex(`${server}src/rules`));
const { rulePages } = await import("./rule-pages.ts");
const outputs: readonly [string, string][] = [[index, ruleIndex(`${server}src/rules`)], ...rulePages(`${server}docs/rules`)];
void readFileSync; void outputs;
