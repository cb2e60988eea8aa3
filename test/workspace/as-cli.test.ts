/** A workspace tells what the command line tells of the same files. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { catalogAt, newestVersion } from "../../server/src/catalog/catalog.ts";
import { lookUpConfigs } from "../../server/src/cli/config-lookup.ts";
import { collectInputs } from "../../server/src/cli/inputs.ts";
import { lintInputs } from "../../server/src/cli/lint-inputs.ts";
import type { LintArguments } from "../../server/src/cli/options.ts";
import type { Finding } from "../../server/src/lint/finding.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { diskHost } from "../../server/src/platform/disk-host.ts";
import { gitIgnore } from "../../server/src/platform/git-ignore.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { ConfigReading } from "../../server/src/workspace/config/reading.ts";
import { newWorkspace, type WorkspaceSettings } from "../../server/src/workspace/workspace.ts";
import { reading } from "../support/config-reading.ts";
import { settle } from "../support/marked.ts";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url)).replace(/\/$/, "");

function shown({ file, span, rule, severity, message, targets }: Finding): string {
  return `${file.path}:${span.start}-${span.end} ${severity}[${rule}] ${message} (${targets})`;
}

async function byCommandLine(
  folder: string,
  { targets, roots }: WorkspaceSettings,
  configured = false,
): Promise<string[]> {
  const args = {
    ...{ paths: [folder], stdin: false, user: false, system: false, target: [], root: [...roots], unitPath: [] },
    ...{ preset: undefined, rule: [], hardening: undefined, format: "human", failOn: "never", quiet: false },
    ...{ outputFile: [], statistics: false, trees: false, jobs: "1" },
  } satisfies LintArguments as LintArguments;
  const inputs = await collectInputs(args, diskHost);
  const paths = inputs.inputs.map(({ path }) => path);
  const configs = configured ? await lookUpConfigs(args, paths, diskHost) : undefined;
  return lintInputs(inputs, { settings: defaultSettings, targets, args, host: diskHost, configs })
    .findings.map(shown)
    .sort();
}

function byWorkspace(settings: WorkspaceSettings, configs?: ConfigReading): string[] {
  const options = { host: diskHost, rules, ignoreRules: gitIgnore };
  const workspace = newWorkspace(configs === undefined ? options : { ...options, configs }, settings);
  settle(workspace);
  const snapshot = workspace.snapshot();
  return snapshot.files.flatMap(({ uri }) => snapshot.findings(uri).map(shown)).sort();
}

const newest = { name: String(newestVersion), catalog: catalogAt(newestVersion) };
const oldest = { name: "247", catalog: catalogAt(247) };

for (const [what, folder, settings] of [
  ["the examples", `${fixtures}/examples`, {}],
  ["all fixtures", `${fixtures}`, {}],
  ["all fixtures for two targets", `${fixtures}`, { targets: [oldest, newest] as const }],
] as const) {
  test(`${what}: as by the command line`, async () => {
    const wanted = {
      folders: [folder],
      targets: [newest] as const,
      ruleSettings: defaultSettings,
      roots: [],
      unitPaths: [],
      ...settings,
    };
    const expected = await byCommandLine(folder, wanted);
    assert.ok(expected.length > 10);
    assert.deepEqual(byWorkspace(wanted), expected);
  });
}

test("all fixtures below a configuration: as by the command line", async t => {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-as-cli-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of readdirSync(`${fixtures}/roots`).filter(name => name !== "config"))
    cpSync(`${fixtures}/roots/${name}`, join(folder, name), { recursive: true, verbatimSymlinks: true });
  const overrides = [
    { files: "*.conf", rules: { "duplicate-exec-start": "info", "unknown-directive": "off" } },
    { files: "/cycles/", targets: ["257"], rules: { "ordering-cycle": "info" } },
    { files: ["b*", "/targets/"], preset: "all", targets: [252, 262] },
    { files: "/suppression/app.service", requireReasons: true },
  ];
  writeFileSync(join(folder, ".unitlint.json"), JSON.stringify({ rules: { "unknown-directive": "info" }, overrides }));
  const settings = {
    folders: [folder],
    targets: [newest] as const,
    ruleSettings: defaultSettings,
    roots: [],
    unitPaths: [],
  };
  const expected = await byCommandLine(folder, settings, true);
  assert.ok(
    expected.some(line => line.includes("info[ordering-cycle]")),
    "settings of units count",
  );
  assert.ok(
    expected.some(line => line.includes("info[unknown-directive]")),
    "settings of files count",
  );
  assert.deepEqual(byWorkspace(settings, reading), expected);
});
