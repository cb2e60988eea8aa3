/** Debian's Chromium, driven through playwright-core, which is not among the packages of the checkout: hence its own few types. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What these tests use of playwright's `Locator`. */
export interface Locator {
  click(options?: { button?: "right"; timeout?: number }): Promise<void>;
  hover(options?: { timeout?: number }): Promise<void>;
  waitFor(options?: { state?: "attached" | "visible" | "hidden" | "detached"; timeout?: number }): Promise<void>;
  innerText(options?: { timeout?: number }): Promise<string>;
  allInnerTexts(): Promise<string[]>;
  getAttribute(name: string): Promise<string | null>;
  count(): Promise<number>;
  first(): Locator;
  nth(index: number): Locator;
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator;
  boundingBox(): Promise<Box | null>;
  screenshot(options: { path: string }): Promise<unknown>;
}

/** What these tests use of playwright's `Frame`. */
export interface Frame {
  url(): string;
  /** The value of an expression of JavaScript in it. */
  evaluate(expression: string): Promise<unknown>;
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator;
}

/** What these tests use of playwright's `Page`. */
export interface Page extends Frame {
  readonly keyboard: { press(keys: string): Promise<void>; type(text: string): Promise<void> };
  readonly mouse: { move(x: number, y: number): Promise<void>; click(x: number, y: number): Promise<void> };
  goto(url: string, options?: { waitUntil: "domcontentloaded" }): Promise<unknown>;
  frames(): readonly Frame[];
  screenshot(options: { path: string; clip?: Box }): Promise<unknown>;
  waitForTimeout(milliseconds: number): Promise<void>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  exposeFunction(name: string, action: (...words: never[]) => unknown): Promise<void>;
  on(event: "console", listener: (message: { type(): string; text(): string }) => void): void;
}

/** A rectangle of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A browser with one page, and all that the page said on its console. */
export interface Browser {
  readonly page: Page;
  readonly console: readonly string[];
  close(): Promise<void>;
}

/** The places where Debian, Ubuntu and Fedora put Chromium. */
export const chromiumPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"] as const;

/** Starts Chromium with a fresh profile. */
export async function openBrowser(playwright: string, size = { width: 1280, height: 720 }): Promise<Browser> {
  const executablePath = chromiumPaths.find(path => existsSync(path));
  if (executablePath === undefined) throw new Error(`No Chromium at ${chromiumPaths.join(", ")}`);
  const { chromium } = createRequire(import.meta.url)(playwright) as Playwright;
  const profile = mkdtempSync(join(tmpdir(), "unitlint-chromium-"));
  mkdirSync(join(profile, "Default"));
  writeFileSync(join(profile, "Default/Preferences"), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: size,
    args: switches,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const said: string[] = [];
  page.on("console", message => said.push(`${message.type()}: ${message.text()}`));
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { page, console: said, close };
}

/** VS Code for the Web shows webviews in frames of other origins, whose service workers count as third parties' cookies. */
const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

/** Runs without a screen and as root, and asks no host of its own. */
const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

interface Playwright {
  readonly chromium: {
    launchPersistentContext(
      profile: string,
      options: { executablePath: string; headless: boolean; viewport: object; args: readonly string[] },
    ): Promise<{ pages(): Page[]; newPage(): Promise<Page>; close(): Promise<void> }>;
  };
}
