/** One person's visit to VS Code's window, step by step, with pictures of what is seen. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Page } from "./browser.ts";
import { type Pictures, picturesIn } from "./pictures.ts";
import {
  answer,
  closeEditors,
  goToLine,
  openFile,
  runCommand,
  see,
  shownText,
  until,
  webview,
  word,
} from "./workbench.ts";

/** A step of a visit. */
export type StepName = (typeof steps)[number]["name"];

interface Visit {
  readonly page: Page;
  /** The opened folder on disk. */
  readonly folder: string;
  readonly pictures: Pictures;
}

/** Takes all steps, or those that are named; one that fails leaves a picture, and the rest is tried nevertheless. */
export async function visit(
  t: TestContext,
  { page, folder, only }: { page: Page; folder: string; only?: readonly StepName[] },
): Promise<void> {
  const pictures = picturesIn(page);
  t.diagnostic(`pictures are in ${pictures.folder}`);
  for (const { name, take } of steps) {
    if (only?.includes(name) === false) continue;
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

const steps = [
  { name: "squiggles", take: squiggles },
  { name: "hover on Restart=", take: hover },
  { name: "completion", take: completion },
  { name: "the light bulb's quick fix", take: lightBulb },
  { name: "the list of problems", take: problems },
  { name: "a setting takes effect", take: setting },
  { name: "dependency graph", take: graph },
  { name: "exposure report", take: exposure },
  { name: "status item", take: status },
  { name: "a unit from a template", take: newUnit },
] as const satisfies readonly { readonly name: string; take(visit: Visit): Promise<void> }[];

async function squiggles({ page, pictures }: Visit): Promise<void> {
  await page.locator(".squiggly-error").first().waitFor({ state: "attached", timeout: 60_000 });
  await until(page, "two squiggles", async () => (await page.locator(".squiggly-error").count()) >= 2);
  // Above the lines, lenses make room for themselves.
  await see(page, ".codelens-decoration", /Exposure/);
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
  await pictures.part("hover", { width: 830, height: 400 });
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
  await pictures.part("completion", { width: 830, height: 480 });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Z");
  await until(page, "the text as it was", async () => !(await shownText(page)).includes("Protect"));
}

async function lightBulb({ page, folder, pictures }: Visit): Promise<void> {
  await word(page, "RestratSec").click();
  const bulb = page.locator(".lightBulbWidget, [class*='codicon-gutter-lightbulb']").first();
  // It follows the cursor with some delay.
  await until(page, "the light bulb in the line", async () => {
    const [at, line] = [await bulb.boundingBox(), await word(page, "RestratSec").boundingBox()];
    return at !== null && line !== null && Math.abs(at.y - line.y) < 12;
  });
  await bulb.click();
  await see(page, ".action-widget .monaco-list-row.focused", "Rename to RestartSec=");
  await pictures.whole("light-bulb");
  await page.keyboard.press("Enter");
  await until(page, "the fixed text", async () => (await shownText(page)).includes("RestartSec=5s"));
  await until(page, "one squiggle less", async () => (await page.locator(".squiggly-error").count()) === 1);
  await page.keyboard.press("Control+S");
  await until(page, "the fixed file", async () => read(folder, "app.service").includes("\nRestartSec=5s\n"));
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
  await closeEditors(page);
  await openFile(page, "stock.service");
  await see(page, ".codelens-decoration", /Exposure/);
  await runCommand(page, "unitlint: Show Dependency Graph");
  const frame = await webview(page, "svg g.node");
  for (const name of ["stock.service", "shop.service"]) {
    const outline = `document.querySelector('svg g.node[data-unit="${name}"] path')`;
    const style = await frame.evaluate(`getComputedStyle(${outline}).stroke`);
    const [red = 0, green = 0, blue = 0] = coloursOf(style);
    assert.ok(red > 150 && green < 100 && blue < 100, `the outline of ${name} is ${style}`);
  }
  await see(frame, "#cycles", /shop\.service\s*→\s*stock\.service\s*→\s*shop\.service/);
  await pictures.whole("graph");
  await pictures.part("graph", { width: 932, height: 580 });
  await frame.locator('svg g.node[data-unit="shop.service"]').first().click();
  await see(page, ".tab.active", "shop.service");
}

async function exposure({ page, folder, pictures }: Visit): Promise<void> {
  await closeEditors(page);
  await openFile(page, "worker.service");
  await see(page, ".codelens-decoration", /Exposure/);
  await runCommand(page, "unitlint: Show Exposure Report");
  const frame = await webview(page, "tr[data-field]");
  const score = async () => Number(await frame.locator("#score").getAttribute("data-score"));
  const before = await score();
  await pictures.whole("exposure");
  await frame
    .locator("tr[data-field] button", { hasText: /^Apply$/ })
    .first()
    .click();
  await until(page, "a lower score", async () => (await score()) < before);
  const [dropIn = ""] = readdirSync(join(folder, "worker.service.d"));
  assert.match(read(folder, `worker.service.d/${dropIn}`), /^\[Service\]$/m);
  await see(page, ".codelens-decoration", /1 drop-in/);
  await pictures.whole("exposure-applied");
  await pictures.part("exposure", { width: 932, height: 480 });
}

async function status({ page, pictures }: Visit): Promise<void> {
  await closeEditors(page);
  await openFile(page, "stock.service");
  await (await see(page, "[id='status.languageStatus']")).hover();
  await see(page, ".hover-language-status", /systemd \d+/);
  await pictures.whole("status");
  await page.mouse.move(700, 400);
}

async function newUnit({ page, folder, pictures }: Visit): Promise<void> {
  await runCommand(page, "unitlint: New Unit");
  await see(page, ".quick-input-widget .monaco-list-row", /timer/i);
  await pictures.whole("new-unit");
  await page.keyboard.type("timer");
  await page.keyboard.press("Enter");
  await answer(page, /1 of 3/, "tidy");
  await answer(page, /2 of 3/, "/usr/bin/tidy --all");
  await answer(page, /3 of 3/, "daily");
  await until(page, "both files", async () =>
    ["tidy.timer", "tidy.service"].every(name => existsSync(join(folder, name))),
  );
  assert.match(read(folder, "tidy.timer"), /^\[Timer\]$/m);
  await see(page, ".tab.active", "tidy.timer");
  await pictures.whole("new-unit-made");
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

/** The parts of `rgb(225, 5, 0)`. */
function coloursOf(style: unknown): number[] {
  return (String(style).match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}
