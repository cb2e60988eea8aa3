/** VS Code with its extension host on Node: the packed extension is installed and used. */
import { join } from "node:path";
import { openBrowser } from "./browser.ts";
import { bundleSuite, runSuite } from "./in-host.ts";
import { reportSuite } from "./report.ts";
import { serveVsCode } from "./serve.ts";
import { bareFolder, emptyExtension, largeFolder, testVsCode } from "./session.ts";
import { visit } from "./ui.ts";
import { waitForEditor } from "./workbench.ts";

testVsCode("vscode-desktop", async (t, session) => {
  const shop = session.shop();
  const served = await serveVsCode(session.installed, { data: session.folder("data"), vsix: session.vsix });
  t.after(() => served.stop());
  const driver = served.file(emptyExtension(session));
  const suite = served.file(await bundleSuite(session.folder("suite")));
  const payload = [
    ["extensionDevelopmentPath", driver],
    ["extensionTestsPath", suite],
  ] as const;

  await t.test("inside the extension host", async t => {
    await reportSuite(t, await runSuite(session.installed.playwright, served.page(shop, payload)));
  });
  await t.test("inside the extension host, in a folder without services", async t => {
    await reportSuite(t, await runSuite(session.installed.playwright, served.page(bareFolder(session), payload)));
  });
  await t.test("inside the extension host, in a folder of 1,000 units", async t => {
    await reportSuite(t, await runSuite(session.installed.playwright, served.page(largeFolder(session), payload)));
  });
  await t.test("in the window", async t => {
    const browser = await openBrowser(session.installed.playwright);
    t.after(() => browser.close());
    const folder = session.shop("window");
    await browser.page.goto(served.page(folder, [["openFile", served.file(join(folder, "app.service"))]]));
    await waitForEditor(browser.page);
    await visit(t, { page: browser.page, folder });
  });
});
