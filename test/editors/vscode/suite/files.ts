/** Which files are unit files: by their names and the folders that they lie in. */
import * as vscode from "vscode";
import { type Case, findsIn, inFolder, openNew, read, same, until } from "./host.ts";

const broken = "[Service]\nRestrat=always\n";

/** A file that the extension takes for a unit file, and where its mistake is found. */
const unitFiles = [
  "files/plain.service",
  "files/plain.socket",
  "files/plain.timer",
  "files/plain.mount",
  "files/plain.automount",
  "files/plain.swap",
  "files/plain.target",
  "files/plain.path",
  "files/plain.slice",
  "files/plain.scope",
  "files/worker@.service",
  "files/plain.service.in",
  "files/plain.service.d/10-more.conf",
  "files/plain.timer.d/10-more.conf",
  "files/service.d/10-all.conf",
  // What `systemctl edit` opens in $EDITOR.
  "files/.#plain.service8f2c61d0a4e7b935",
  "files/plain.service.d/.#override.conf8f2c61d0a4e7b935",
];

const otherFiles = ["files/nginx.conf", "files/conf.d/site.conf", "files/plain.service.txt", "files/service.md"];

/** By path. */
export const fileCases: readonly Case[] = [
  ...unitFiles.map(
    (path): Case => ({
      name: `${path} is a unit file`,
      async run() {
        const { document } = await openNew(path, broken);
        same(document.languageId, "systemd-unit", "language");
        await until("a finding", () => vscode.languages.getDiagnostics(document.uri).length > 0);
        same(await read(path), broken, "the file on disk");
      },
    }),
  ),
  ...otherFiles.map(
    (path): Case => ({
      name: `${path} is none`,
      async run() {
        const { document } = await openNew(path, broken);
        if (document.languageId === "systemd-unit") throw new Error("it is taken for one");
      },
    }),
  ),
  {
    name: "all files of the folder are judged, open or not",
    async run() {
      await findsIn(inFolder("app.service"), ["10:1 Error unknown-directive", "11:20 Error invalid-value"]);
      await findsIn(inFolder("stock.service"), ["3:7 Error ordering-cycle"]);
      await findsIn(inFolder("db.service"), []);
    },
  },
  {
    name: "a file that comes, changes and goes without an editor",
    async run() {
      const uri = inFolder("files/outside.service");
      const write = (text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      await write("[Service]\nExecStart=/bin/true\nRestrat=no\n");
      await findsIn(uri, ["3:1 Error unknown-directive"]);
      await write("[Service]\nExecStart=/bin/true\nRestart=no\n");
      await findsIn(uri, []);
      await write("[Service]\nExecStart=/bin/true\nNice=many\n");
      await findsIn(uri, ["3:6 Error invalid-value"]);
      await vscode.workspace.fs.delete(uri);
      await findsIn(uri, []);
    },
  },
  {
    name: "a text that was never saved",
    async run() {
      const document = await vscode.workspace.openTextDocument({ language: "systemd-unit", content: broken });
      await vscode.window.showTextDocument(document);
      await until("a finding", () => vscode.languages.getDiagnostics(document.uri).length > 0);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    },
  },
];
