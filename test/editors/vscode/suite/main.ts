/** The entry that VS Code's extension host calls: runs all cases and prints a line of JSON for each, which `in-host.ts` reads. */
import * as vscode from "vscode";
import { extensionCases } from "./extension.ts";
import { fileCases } from "./files.ts";
import type { Case } from "./host.ts";
import { languageCases } from "./language.ts";
import { navigationCases } from "./navigation.ts";
import { settingsCases } from "./settings.ts";
import { bareCases, startCases } from "./start.ts";

/** Put in by the bundler: only cases whose names have this run. */
declare const PICKED_CASES: string;

/** VS Code's protocol for tests: resolves when all is well. */
export async function run(): Promise<void> {
  const [folder = ""] = vscode.workspace.workspaceFolders?.[0]?.name.split("-") ?? [];
  const cases = (casesOf[folder] ?? allCases).filter(({ name }) => name.includes(PICKED_CASES));
  tell({ version: vscode.version, host: vscode.env.uiKind === vscode.UIKind.Web ? vscode.env.appHost : "desktop" });
  let failed = 0;
  for (const one of cases) failed += (await passes(one)) ? 0 : 1;
  if (failed > 0) throw new Error(`${failed} of ${cases.length} cases failed`);
}

const allCases = [
  ...startCases,
  ...fileCases,
  ...languageCases,
  ...navigationCases,
  ...settingsCases,
  ...extensionCases,
];

/** By how the names of the folders begin that are opened for a few cases. */
const casesOf: Readonly<Record<string, readonly Case[]>> = { large: startCases, bare: bareCases };

async function passes({ name, run }: Case): Promise<boolean> {
  const start = Date.now();
  try {
    const note = await withTimeLimit(run());
    tell({ name, ok: true, milliseconds: Date.now() - start, ...(typeof note === "string" ? { note } : {}) });
    return true;
  } catch (error) {
    const problem = error instanceof Error ? `${error.message}` : String(error);
    tell({ name, ok: false, milliseconds: Date.now() - start, problem });
    // For the picture that is taken now.
    await new Promise(resolve => setTimeout(resolve, 500));
    return false;
  } finally {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  }
}

async function withTimeLimit<T>(work: Promise<T>, milliseconds = 30_000): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took over ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

function tell(result: object): void {
  console.log(`unitlint-case ${JSON.stringify(result)}`);
}
