/** How Visual Studio Code comes here, as a desktop would run it and for the Web. */
import { dirname } from "node:path";
import type { Client, Kit, Provided } from "./client.ts";
import { installFromDebian } from "./debian.ts";
import { installFromNpm } from "./npm.ts";
import { installVsCode } from "./vscode/install.ts";
import { PACKAGES } from "./vscode/session.ts";

/** Both run in Chromium; the windows, editors, lists and extension hosts are those of the desktop. */
export const vscodeClients: readonly Client[] = [
  {
    id: "vscode-desktop",
    title: "Visual Studio Code",
    tries: "the packed extension: all features through the API, and the window itself",
    test: "vscode/desktop.test.ts",
    provide: kit => provide(kit, "1.100.3"),
  },
  {
    id: "vscode-web",
    title: "Visual Studio Code for the Web",
    tries: "the same extension and features in a browser's worker, without a server",
    test: "vscode/web.test.ts",
    provide: kit => provide(kit, "1.91.1"),
  },
];

/** Chromium and fonts from Debian, the rest from npm. */
function provide(kit: Kit, version: string): Provided {
  installFromDebian(kit, ["chromium", "fonts-dejavu-core"], ["chromium"]);
  const packages = dirname(installFromNpm(kit));
  kit.say("making Visual Studio Code ready");
  installVsCode(packages);
  return { version, command: [], env: { [PACKAGES]: packages } };
}
