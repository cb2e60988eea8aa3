/**
 * `npm run docs [-- --check]`: writes what is derived: the order of stock units, the index of the rules and their pages, the table of what they find in
 * units written by hand, the extension's settings of rules, the texts on directives and words with their reference, the grammar for editors; --check
 * only compares. Exit status 1 also where a text is missing, or something is wrong with it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { kindIndex } from "./kind-index.ts";
import { ruleIndex } from "./rule-index.ts";

const server = fileURLToPath(new URL("..", import.meta.url));
const manifest = `${server}../client/vscode/package.json`;
const check = process.argv.includes("--check");
const stale: string[] = [];

put(`${server}src/values/index.ts`, kindIndex(`${server}src/values/kinds`));
put(`${server}src/rules/index.ts`, ruleIndex(`${server}src/rules`));
const { stockOrder } = await import("./stock-order.ts");
put(`${server}data/stock-order.json`, stockOrder());
const { configSchema } = await import("./config-schema.ts");
put(`${server}docs/config.schema.json`, configSchema());
const { rulePages } = await import("./rule-pages.ts");
const { withReport } = await import("./readme.ts");
const pages = rulePages();
for (const [name, text] of pages) put(`${server}docs/rules/${name}`, text);
put(`${server}../README.md`, withReport(`${server}..`));
const { byHandPage } = await import("./by-hand-page.ts");
put(`${server}docs/judged-by-hand.md`, byHandPage(`${server}../fixtures/by-hand`));
const { withRules } = await import("./extension-manifest.ts");
put(manifest, withRules(manifest));
dropOthers("rules", pages);
const { manPage } = await import("./man-page.ts");
put(`${server}docs/unitlint.1`, manPage());
const { compileTexts, textsJson } = await import("./texts/compile.ts");
const { referencePages } = await import("./texts/reference.ts");
const { texts, problems } = compileTexts(`${server}docs`);
put(`${server}data/texts.json`, textsJson(texts));
mkdirSync(`${server}docs/reference`, { recursive: true });
const reference = referencePages(texts);
for (const [name, text] of reference) put(`${server}docs/reference/${name}`, text);
dropOthers("reference", reference);
const { textMateGrammar } = await import("./grammar/grammar.ts");
put(`${server}../grammars/systemd-unit.tmLanguage.json`, textMateGrammar());
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
if (stale.length > 0) {
  process.stderr.write(`stale: ${stale.map(file => file.slice(server.length)).join(", ")}; run npm run docs\n`);
  process.exitCode = 1;
}

function put(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  if (check) stale.push(file);
  else writeFileSync(file, text);
}

/** Removes what no page is any more. */
function dropOthers(folder: string, pages: ReadonlyMap<string, string>): void {
  for (const name of readdirSync(`${server}docs/${folder}`))
    if (!pages.has(name)) drop(`${server}docs/${folder}/${name}`);
}

function drop(file: string): void {
  if (check) stale.push(file);
  else rmSync(file);
}
