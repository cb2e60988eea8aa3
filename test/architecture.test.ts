/** Who may import whom, how long a file may be, and what the core must not touch. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** What editors and commands rest on. */
const belowFeatures = "text catalog syntax values model exposure graph lint rules reports texts workspace".split(" ");

/** For each folder of `server/src`, the folders that it may import besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  catalog: [],
  syntax: ["text"],
  values: ["text", "catalog"],
  model: ["text", "syntax", "catalog", "values"],
  exposure: ["text", "catalog", "values", "model"],
  graph: ["catalog", "values", "model"],
  lint: ["text", "syntax", "catalog", "values", "model"],
  rules: ["text", "syntax", "catalog", "values", "model", "exposure", "lint"],
  reports: ["text", "catalog", "model", "exposure", "lint"],
  workspace: ["text", "syntax", "catalog", "model", "lint"],
  texts: [],
  features: belowFeatures,
  platform: ["text", "workspace", "catalog", "texts"],
  lsp: ["text", "texts", "lint", "workspace", "features"],
  cli: [...belowFeatures, "features", "platform"],
};

/** What single files may import besides. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  "lsp/core-environment.ts": ["rules", "catalog"],
  "lsp/main.ts": ["catalog", "platform"],
  "lsp/browser.ts": ["platform"],
  "cli/commands/lsp.ts": ["lsp"],
};

const core = [
  "text",
  "catalog",
  "syntax",
  "values",
  "model",
  "exposure",
  "graph",
  "lint",
  "rules",
  "reports",
  "workspace",
  "features",
];
const files = sourcesBelow("server/src/").map(({ name, text }) => ({
  name,
  folder: name.includes("/") ? name.slice(0, name.indexOf("/")) : "",
  text,
}));

/** The TypeScript files below a folder of the project, by their names in it. */
function sourcesBelow(folder: string): { name: string; text: string }[] {
  const path = fileURLToPath(new URL(`../${folder}`, import.meta.url)).replaceAll("\\", "/");
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map(name => name.replaceAll("\\", "/"))
    .filter(name => name.endsWith(".ts"))
    .map(name => ({ name, text: readFileSync(path + name, "utf8") }));
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:^|\n)(?:import|export)[^;]*?from "([^"]+)"|import\("([^"]+)"\)/g)].map(
    ([, fixed, lazy]) => fixed ?? lazy ?? "",
  );
}

test("every folder has its row in the table", () => {
  const folders = new Set(files.map(({ folder }) => folder));
  assert.deepEqual(
    [...folders].filter(folder => folder !== "" && mayImport[folder] === undefined),
    [],
  );
});

test("folders import downwards only", () => {
  const upward = files.flatMap(({ name, folder, text }) =>
    importsOf(text)
      .filter(target => target.startsWith("."))
      .map(target => posix.join(posix.dirname(name), target).split("/")[0] ?? "")
      .filter(
        target =>
          folder !== "" &&
          target !== folder &&
          target !== ".." &&
          ![...(mayImport[folder] ?? []), ...(exceptions[name] ?? [])].includes(target),
      )
      .map(target => `${name} imports ${target}`),
  );
  assert.deepEqual(upward, []);
});

test("a rule imports no other rule", () => {
  const rules = files.filter(({ name, folder }) => folder === "rules" && name !== "rules/index.ts");
  assert.ok(rules.length > 0);
  assert.deepEqual(
    rules.filter(({ text }) => importsOf(text).some(target => target.startsWith("./"))).map(({ name }) => name),
    [],
  );
});

test("a feature imports what the cursor means and the folders of helpers, but no other feature", () => {
  const features = files.filter(({ name }) => name.startsWith("features/"));
  const sideways = features.flatMap(({ name, text }) =>
    importsOf(text)
      .map(target => posix.join(posix.dirname(name), target))
      .filter(target => /^features\/[^/]+$/.test(target) && target !== "features/target.ts")
      .map(target => `${name} imports ${target}`),
  );
  assert.deepEqual(sideways, []);
});

test("only platform reads the disk, only cli speaks to the process", () => {
  const packages = files.flatMap(({ name, folder, text }) =>
    importsOf(text)
      .filter(target => !target.startsWith("."))
      .map(target => `${folder}: ${target}`)
      .filter(
        use =>
          !/^(platform: (node:fs|node:path|node:child_process|node:v8|node:vm|node:worker_threads|node:os|ignore|jsonc-parser|yaml|@viz-js\/viz)|lsp: (vscode-languageserver(-textdocument|\/node|\/browser)?|node:net|node:util)|cli: (yargs|fast-glob))$/.test(
            use,
          ),
      )
      .map(use => `${name}: ${use}`),
  );
  assert.deepEqual(packages, []);
});

test("the core is silent: no clock, no chance, no console, no process, no async", () => {
  const loud = files
    .filter(({ folder }) => core.includes(folder))
    .filter(({ text }) => /\b(Date\b|Math\.random|console\.|process\.|async |await )/.test(withoutComments(text)))
    .map(({ name }) => name);
  assert.deepEqual(loud, []);
});

test("every file starts with a sentence that says what it is", () => {
  assert.deepEqual(
    [...files, ...sourcesBelow("client/vscode/src/")]
      .filter(({ text }) => !text.startsWith("/**"))
      .map(({ name }) => name),
    [],
  );
});

test("a client asks the server or the public API, and knows nothing of what is inside", () => {
  const reaching = sourcesBelow("client/vscode/src/").flatMap(({ name, text }) =>
    importsOf(text)
      .filter(
        target =>
          /^unitlint\/./.test(target) ||
          posix.join("client/vscode/src", posix.dirname(name), target).startsWith("server/"),
      )
      .map(target => `${name} imports ${target}`),
  );
  assert.deepEqual(reaching, []);
});

test("what both hosts of the extension run needs neither Node nor a browser", () => {
  const mixed = sourcesBelow("client/vscode/src/").flatMap(({ name, text }) =>
    importsOf(text)
      .filter(target => /^(node:|vscode-languageclient\/)/.test(target))
      .map(target => `${name}: ${target}`)
      .filter(use => !/^(node\.ts: .*|browser\.ts: vscode-languageclient\/browser)$/.test(use)),
  );
  assert.deepEqual(mixed, []);
});

test("a reader can hold each file, those of tests and scripts too", () => {
  const others = ["test/", "server/scripts/", "server/bench/", "client/vscode/src/"].flatMap(folder =>
    sourcesBelow(folder).map(({ name, text }) => ({ name: folder + name, text })),
  );
  const long = [...files, ...others]
    .map(({ name, text }) => ({
      name,
      lines: text.split("\n").length - 1,
      most: name.startsWith("rules/") ? 160 : 400,
    }))
    .filter(({ lines, most }) => lines > most)
    .map(({ name, lines }) => `${name}: ${lines} lines`);
  assert.deepEqual(long, []);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "").replace(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, '""');
}
