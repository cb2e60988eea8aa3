/** VS Code for the Web: the extension and the language server run in workers of the browser, files are virtual. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { bundleSuite, runSuite } from "./in-host.ts";
import { reportSuite } from "./report.ts";
import { serveWebVsCode } from "./serve.ts";
import { testVsCode, unpackedExtension } from "./session.ts";

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
});
