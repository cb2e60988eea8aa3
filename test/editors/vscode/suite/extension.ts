/** What the extension adds to VS Code beside the language server: commands, documents, templates, and what it declares. */
import * as vscode from "vscode";
import {
  type Case,
  execute,
  findings,
  findsIn,
  holds,
  includes,
  inFolder,
  open,
  openNew,
  read,
  same,
  until,
} from "./host.ts";
import { theExtension } from "./start.ts";

/** Commands, and promises of the manifest. */
export const extensionCases: readonly Case[] = [
  {
    name: "every contributed command is registered",
    async run() {
      const known = new Set(await vscode.commands.getCommands(true));
      const missing = contributedCommands().filter(command => !known.has(command));
      same(missing, [], "missing");
      return contributedCommands().join(", ");
    },
  },
  {
    name: "every contributed command runs, of a unit file and of none",
    async run() {
      for (const command of contributedCommands()) {
        await execute("workbench.action.closeAllEditors");
        await runsOrWaits(command);
        await open("app.service");
        await runsOrWaits(command);
      }
    },
  },
  {
    name: "virtual documents",
    async run() {
      const { document } = await open("app.service");
      await execute("unitlint.showEffectiveUnit");
      const shown = await until("the effective unit", () => {
        const active = vscode.window.activeTextEditor?.document;
        return (
          active !== undefined && active.uri.toString() !== document.uri.toString() && active.getText() !== "" && active
        );
      });
      includes(shown.getText(), "MemoryMax=1G", "the effective unit");
      same([shown.languageId, shown.uri.scheme], ["systemd-unit", "unitlint"], "document");
      same(findings(shown.uri), [], "findings in it");
    },
  },
  {
    name: "each document about a unit",
    async run() {
      for (const [command, words] of documents) {
        await open("app.service");
        const before = vscode.window.activeTextEditor?.document.uri.toString();
        await execute(command);
        const { document } = await until(command, () => {
          const active = vscode.window.activeTextEditor;
          return active !== undefined && active.document.uri.toString() !== before && active;
        });
        includes(document.getText(), words, command);
      }
    },
  },
  {
    name: "a drop-in from a template",
    async run() {
      await open("backup.service");
      await execute("unitlint.newDropIn");
      const editor = await until("its editor", () => {
        const active = vscode.window.activeTextEditor;
        return active?.document.uri.path.endsWith("/backup.service.d/override.conf") && active;
      });
      same(editor.document.languageId, "systemd-unit", "language");
      includes(await read("backup.service.d/override.conf"), "[", "its text");
      await vscode.workspace.fs.delete(inFolder("backup.service.d"), { recursive: true });
    },
  },
  {
    name: "the page of a rule",
    async run() {
      await execute("unitlint.explainRule", "ordering-cycle");
      await until("a tab about it", () => tabLabels().some(label => label.includes("ordering-cycle")), {
        state: tabLabels,
      });
    },
  },
  {
    name: "all that the manifest names is packed",
    async run() {
      const { extensionUri, packageJSON } = theExtension();
      const missing: string[] = [];
      for (const path of filesIn(packageJSON)) {
        await vscode.workspace.fs
          .stat(vscode.Uri.joinPath(extensionUri, path))
          .then(undefined, () => missing.push(path));
      }
      same(missing, [], "missing");
    },
  },
  {
    name: "the server can be restarted",
    async run() {
      const { document } = await openNew("restarted.service", "[Service]\nExecStart=/bin/true\nRestrat=always\n");
      await findsIn(document.uri, ["3:1 Error unknown-directive"]);
      for (let times = 0; times < 3; times += 1) {
        await execute("unitlint.restartServer");
        await findsIn(document.uri, ["3:1 Error unknown-directive"]);
      }
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(2, 0, 2, 7), "Restart");
      await vscode.workspace.applyEdit(edit);
      await findsIn(document.uri, []);
    },
  },
  {
    name: "the manifest declares where it works",
    async run() {
      const { capabilities, extensionKind, main, browser, activationEvents } = theExtension().packageJSON;
      holds(capabilities?.untrustedWorkspaces?.supported !== undefined, "nothing is said of untrusted workspaces");
      holds(capabilities?.virtualWorkspaces !== undefined, "nothing is said of virtual workspaces");
      holds(main !== undefined && browser !== undefined, "it lacks an entry for one of the hosts");
      holds(!(activationEvents ?? []).includes("*"), "it starts with every window");
      return JSON.stringify({ ...capabilities, extensionKind, activationEvents });
    },
  },
];

/** Commands that open a text, and words of it. */
const documents = [
  ["unitlint.showEffectiveUnit", "MemoryMax=1G"],
  ["unitlint.simulateStart", "db.service"],
] as const;

function tabLabels(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

/** Paths inside the package, as they stand anywhere in a manifest. */
function filesIn(value: unknown): string[] {
  if (typeof value === "string") return /^(?:\.\/)?(?:dist|images|walkthrough)\/[^ ]+\.\w+$/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(filesIn) : [];
}

function contributedCommands(): string[] {
  const { commands } = theExtension().packageJSON.contributes;
  return commands.map(({ command }: { command: string }) => command);
}

/** A command that asks something waits for an answer; leaving it is one. None may fail. */
async function runsOrWaits(command: string): Promise<void> {
  const running = execute(command).then(
    () => undefined,
    (error: unknown) => `${error}`,
  );
  const pause = new Promise<"waits">(resolve => setTimeout(() => resolve("waits"), 1000));
  let outcome = await Promise.race([running, pause]);
  for (let times = 0; outcome === "waits" && times < 3; times += 1) {
    await execute("workbench.action.closeQuickOpen");
    await execute("notifications.clearAll");
    outcome = await Promise.race([running, new Promise<"waits">(resolve => setTimeout(() => resolve("waits"), 1000))]);
  }
  if (outcome === "waits") throw new Error(`${command} does not come back`);
  if (outcome !== undefined) throw new Error(`${command}: ${outcome}`);
}
