/** Runs the suite inside the extension host of a VS Code that is served, and reads what it prints. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, openBrowser } from "./browser.ts";
import { picturesIn } from "./pictures.ts";

/** What became of a case. */
export interface CaseResult {
  readonly name: string;
  readonly ok: boolean;
  readonly milliseconds: number;
  readonly note?: string;
  readonly problem?: string;
}

/** What became of all, and what helps where something went wrong. */
export interface SuiteResult {
  readonly cases: readonly CaseResult[];
  /** As the extension host names them. */
  readonly host: { readonly version: string; readonly host: string } | undefined;
  /** The end of the browser's console. */
  readonly console: string;
}

/** Bundles the suite for either extension host; gives the script's path. UNITLINT_CASES picks cases by a word of their names. */
export async function bundleSuite(folder: string): Promise<string> {
  const outfile = join(folder, "suite.js");
  const entry = fileURLToPath(new URL("suite/main.ts", import.meta.url));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "browser",
    format: "cjs",
    target: "es2022",
    external: ["vscode"],
    define: { PICKED_CASES: JSON.stringify(process.env.UNITLINT_CASES ?? "") },
    logLevel: "warning",
  });
  return outfile;
}

/** Opens the page in a browser of its own and waits until the suite ended. */
export async function runSuite(playwright: string, page: string, milliseconds = 120_000): Promise<SuiteResult> {
  const browser = await openBrowser(playwright);
  try {
    return await collect(browser, page, milliseconds);
  } finally {
    await browser.close();
  }
}

/** VS Code hands a page that asked for tests each line that they print, and how they ended, by two functions of the window. */
async function collect({ page, console }: Browser, url: string, milliseconds: number): Promise<SuiteResult> {
  const told: (CaseResult | NonNullable<SuiteResult["host"]>)[] = [];
  const pictures = picturesIn(page);
  let timer: NodeJS.Timeout | undefined;
  await page.exposeFunction("codeAutomationLog", (_type: string, [line]: readonly unknown[]) => {
    const [, json] = /^unitlint-case (\{.*\})/.exec(String(line)) ?? [];
    if (json === undefined) return;
    const result: { readonly name?: string; readonly ok?: boolean } = JSON.parse(json);
    told.push(result as CaseResult);
    if (result.ok === false) pictures.whole(`failed ${result.name}`).catch(() => undefined);
  });
  const ended = new Promise<void>((resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no end after ${milliseconds} ms${lastWords(told, console)}`)),
      milliseconds,
    );
    page.exposeFunction("codeAutomationExit", () => resolve()).catch(reject);
  });
  try {
    await page.goto(url, { waitUntil: "domcontentloaded" });
    await ended;
  } finally {
    clearTimeout(timer);
  }
  const cases = told.filter((one): one is CaseResult => "name" in one);
  const host = told.find((one): one is NonNullable<SuiteResult["host"]> => "version" in one);
  return { cases, host, console: console.slice(-40).join("\n") };
}

function lastWords(told: readonly object[], console: readonly string[]): string {
  return `; last case: ${JSON.stringify(told.at(-1))}\n${console.slice(-40).join("\n")}`;
}
