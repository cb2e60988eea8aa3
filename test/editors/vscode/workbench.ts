/** VS Code's window as a person uses it: keys, clicks, and what can be seen. */
import type { Frame, Locator, Page } from "./browser.ts";

/** How long anything may take on a busy machine, in milliseconds. */
export const PATIENCE = 20_000;

/** Waits until a file's text is shown. */
export async function waitForEditor(page: Page): Promise<void> {
  await page.locator(".monaco-workbench").first().waitFor({ timeout: 60_000 });
  await page.locator(".monaco-editor .view-lines .view-line").first().waitFor({ timeout: 60_000 });
}

/** Waits for what is visible and has a text. */
export async function see(where: Page | Frame, selector: string, text?: string | RegExp): Promise<Locator> {
  const found = where.locator(`${selector} >> visible=true`, text === undefined ? {} : { hasText: text }).first();
  await found.waitFor({ timeout: PATIENCE });
  return found;
}

/** Runs a command by its title, from the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await see(page, ".quick-input-widget");
  await page.keyboard.type(title);
  await (await see(page, ".quick-input-list .monaco-list-row", title)).click();
}

/** Opens a file at the top of the folder by a click in the explorer; quick open finds none in virtual file systems. */
export async function openFile(page: Page, name: string): Promise<void> {
  await (await see(page, ".explorer-folders-view .monaco-list-row", new RegExp(`^\\s*${name}\\s*\\d*$`))).click();
  await see(page, ".tab.active", name);
}

/** Closes all editors; what is not saved would be asked about. */
export async function closeEditors(page: Page): Promise<void> {
  await runCommand(page, "View: Close All Editors");
  await page.locator(".tab").first().waitFor({ state: "detached", timeout: PATIENCE });
}

/** Answers what VS Code asks in its box of one line. */
export async function answer(page: Page, question: RegExp, text: string): Promise<void> {
  await see(page, ".quick-input-widget", question);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** A word of the text as the editor paints it. */
export function word(page: Page, text: string): Locator {
  return page.locator(".view-line span span", { hasText: new RegExp(`^${text}$`) }).first();
}

/** Puts the cursor at the end of a line, given with its number. */
export async function goToLine(page: Page, line: number): Promise<void> {
  await page.keyboard.press("Control+G");
  await see(page, ".quick-input-widget");
  await page.keyboard.type(`:${line}`.slice(1));
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
}

/** The text of the editor, as far as it is painted. */
export async function shownText(page: Page): Promise<string> {
  const lines = await page.locator(".editor-instance .view-line").allInnerTexts();
  return lines.map(line => line.replaceAll("\u00a0", " ")).join("\n");
}

/** The inner frame of a webview that shows what the selector says. */
export async function webview(page: Page, selector: string): Promise<Frame> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    for (const frame of page.frames()) if (await shows(frame, selector)) return frame;
    if (Date.now() > end)
      throw new Error(`no webview shows ${selector}; frames: ${page.frames().map(one => one.url())}`);
    await page.waitForTimeout(100);
  }
}

/** Waits until something holds of what can be seen. */
export async function until(page: Page, what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what} did not come`);
    await page.waitForTimeout(50);
  }
}

/** A frame may go while it is asked. */
async function shows(frame: Frame, selector: string): Promise<boolean> {
  try {
    return frame.url() !== "about:blank" && (await frame.locator(selector).count()) > 0;
  } catch {
    return false;
  }
}
