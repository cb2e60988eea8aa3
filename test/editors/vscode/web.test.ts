/** VS Code for the Web: the extension and the language server run in workers of the browser, files are virtual. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./browser.ts";
import { bundleSuite, runSuite } from "./in-host.ts";
import { reportSuite } from "./report.ts";
import { serveWebVsCode } from "./serve.ts";
import { testVsCode, unpackedExtension } from "./session.ts";
import { visit } from "./ui.ts";
import { waitForEditor } from "./workbench.ts";

testVsCode("vscode-web", async (t, session) => {
  const extension = unpackedExtension(session);
  // What VS Code for the Web loads, it fetches; so the suite has to lie beside the extension.
  cpSync(await bundleSuite(session.folder("suite")), join(extension, "suite.js"));
  const served = await serveWebVsCode(session.installed, { extension, folder: session.shop() });
  t.after(() => served.stop());

  await t.test("inside the extension host", async t => {
    const page = served.page([["extensionTestsPath", served.extensionFile("suite.js")]]);
    await reportSuite(t, await runSuite(session.installed.playwright, page));
  });
  await t.test("in the window", async t => {
    const browser = await openBrowser(session.installed.playwright);
    t.after(() => browser.close());
    const { page } = browser;
    await page.goto(served.page([["openFile", served.file("app.service")]]));
    await waitForEditor(page);
    const only = ["squiggles", "hover on Restart=", "completion", "the list of problems", "dependency graph"] as const;
    await visit(t, { page, folder: "", only });
  });
});
