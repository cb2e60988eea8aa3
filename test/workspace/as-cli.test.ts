/** A workspace tells what the command line tells of the same files. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { catalogAt, newestVersion } from "../../server/src/catalog/catalog.ts";
import { collectInputs } from "../../server/src/cli/inputs.ts";
import { lintInputs } from "../../server/src/cli/lint-inputs.ts";
import type { LintArguments } from "../../server/src/cli/options.ts";
import type { Finding } from "../../server/src/lint/finding.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { diskHost } from "../../server/src/platform/disk-host.ts";
import { gitIgnore } from "../../server/src/platform/git-ignore.ts";
import { rules } from "../../server/src/rules/index.ts";
import { newWorkspace, type WorkspaceSettings } from "../../server/src/workspace/workspace.ts";
import { settle } from "../support/marked.ts";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url)).replace(/\/$/, "");

function shown({ file, span, rule, severity, message, targets }: Finding): string {
  return `${file.path}:${span.start}-${span.end} ${severity}[${rule}] ${message} (${targets})`;
}

async function byCommandLine(folder: string, { targets, roots }: WorkspaceSettings): Promise<string[]> {
  const args = {
    ...{ paths: [folder], stdin: false, user: false, system: false, target: [], root: [...roots], unitPath: [] },
    ...{ preset: "recommended", rule: [], hardening: false, format: "human", failOn: "never", quiet: false },
    ...{ outputFile: [], statistics: false, trees: false, jobs: "1" },
  } satisfies LintArguments as LintArguments;
  const judgement = { settings: defaultSettings, targets, args, host: diskHost };
  return lintInputs(await collectInputs(args, diskHost), judgement)
    .findings.map(shown)
    .sort();
}

function byWorkspace(settings: WorkspaceSettings): string[] {
  const workspace = newWorkspace({ host: diskHost, rules, ignoreRules: gitIgnore }, settings);
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
