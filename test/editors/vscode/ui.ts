/** One person's visit to VS Code's window, step by step, with pictures of what is seen. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Page } from "./browser.ts";
import { type Pictures, picturesIn } from "./pictures.ts";
import { goToLine, openFile, runCommand, see, shownText, until, webview, word } from "./workbench.ts";

/** What the visit is about. */
export interface Visit {
  readonly page: Page;
  /** The opened folder on disk. */
  readonly folder: string;
  readonly pictures: Pictures;
}

interface Step {
  readonly name: string;
  take(visit: Visit): Promise<void>;
}

/** Takes all steps; one that fails leaves a picture and the rest is tried nevertheless. */
export async function visit(t: TestContext, { page, folder }: { page: Page; folder: string }): Promise<void> {
  const pictures = picturesIn(page);
  t.diagnostic(`pictures are in ${pictures.folder}`);
  for (const { name, take } of steps) {
    await t.test(name, async () => {
      try {
        await take({ page, folder, pictures });
      } catch (error) {
        await pictures.whole(`failed ${name}`);
        throw error;
      } finally {
        await page.keyboard.press("Escape");
      }
    });
  }
}

const steps: readonly Step[] = [
  { name: "squiggles", take: squiggles },
  { name: "hover on Restart=", take: hover },
  { name: "completion", take: completion },
  { name: "the light bulb's quick fix", take: lightBulb },
  { name: "the list of problems", take: problems },
  { name: "a setting takes effect", take: setting },
  { name: "dependency graph", take: graph },
  { name: "exposure report", take: exposure },
];

async function squiggles({ page, pictures }: Visit): Promise<void> {
  await page.locator(".squiggly-error").first().waitFor({ state: "attached", timeout: 60_000 });
  await until(page, "two squiggles", async () => (await page.locator(".squiggly-error").count()) >= 2);
  await word(page, "RestratSec").hover();
  await see(page, ".monaco-hover", /did you mean RestartSec=\?/);
  await pictures.whole("finding");
  await page.mouse.move(1000, 600);
}

async function hover({ page, pictures }: Visit): Promise<void> {
  await word(page, "Restart").hover();
  await see(page, ".monaco-hover", /Restart=/);
  await page.waitForTimeout(300);
  await pictures.whole("hover");
  await pictures.part("hover", { width: 760, height: 420 });
  await page.mouse.move(1000, 600);
}

async function completion({ page, pictures }: Visit): Promise<void> {
  await goToLine(page, 9);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Protect");
  await page.keyboard.press("Control+Space");
  const row = await see(page, ".suggest-widget.visible .monaco-list-row", /ProtectSystem/);
  assert.match(await row.innerText(), /ProtectSystem/);
  await pictures.whole("completion");
  await pictures.part("completion", { width: 760, height: 420 });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Z");
  await until(page, "the text as it was", async () => !(await shownText(page)).includes("Protect"));
}

async function lightBulb({ page, pictures }: Visit): Promise<void> {
  await word(page, "RestratSec").click();
  await (await see(page, ".lightBulbWidget, [class*='codicon-gutter-lightbulb']")).click();
  await see(page, ".action-widget .monaco-list-row.focused", "Rename to RestartSec=");
  await pictures.whole("light-bulb");
  await page.keyboard.press("Enter");
  await until(page, "the fixed text", async () => (await shownText(page)).includes("RestartSec=5s"));
  await until(page, "one squiggle less", async () => (await page.locator(".squiggly-error").count()) === 1);
}

async function problems({ page, pictures }: Visit): Promise<void> {
  await page.keyboard.press("Control+Shift+M");
  await see(page, ".markers-panel .monaco-list-row", "Unknown unit of time parsecs");
  await see(page, ".markers-panel .monaco-list-row", "Ordering cycle");
  await pictures.whole("problems");
}

async function setting({ page, folder, pictures }: Visit): Promise<void> {
  const write = (settings: object) => writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify(settings));
  mkdirSync(join(folder, ".vscode"), { recursive: true });
  const row = () => page.locator(".markers-panel .monaco-list-row", { hasText: "Ordering cycle" });
  write({ "unitlint.rules": { "ordering-cycle": "off" } });
  await until(page, "the end of the finding", async () => (await row().count()) === 0);
  await pictures.whole("setting");
  write({});
  await until(page, "the finding again", async () => (await row().count()) > 0);
  await page.keyboard.press("Control+J");
}

async function graph({ page, pictures }: Visit): Promise<void> {
  await openFile(page, "stock.service");
  await runCommand(page, "unitlint: Show Dependency Graph");
  const frame = await webview(page, "svg g.node");
  const names = await frame.locator("svg g.node text").allInnerTexts();
  for (const name of ["stock.service", "shop.service"])
    assert.ok(
      names.some(text => text.includes(name)),
      `${names}`,
    );
  await pictures.whole("graph");
}

async function exposure({ page, pictures }: Visit): Promise<void> {
  await openFile(page, "app.service");
  await runCommand(page, "unitlint: Show Exposure Report");
  const frame = await webview(page, "table");
  await see(frame, "button", "Apply");
  await pictures.whole("exposure");
}
