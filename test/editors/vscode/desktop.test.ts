/** VS Code with its extension host on Node: the packed extension is installed and used. */
import { testClients } from "../found.ts";
import { bundleSuite, runSuite } from "./in-host.ts";
import { reportSuite } from "./report.ts";
import { serveVsCode } from "./serve.ts";
import { emptyExtension, largeFolder, newSession, PACKAGES } from "./session.ts";

testClients("vscode-desktop", async (t, { env }) => {
  const session = newSession(t, env?.[PACKAGES]);
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
  await t.test("inside the extension host, in a folder of 1,000 units", async t => {
    await reportSuite(t, await runSuite(session.installed.playwright, served.page(largeFolder(session), payload)));
  });
});
