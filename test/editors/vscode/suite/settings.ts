/** Settings take effect at once, without a reload. */
import * as vscode from "vscode";
import { type Case, findsIn, holds, includes, open, openNew, until } from "./host.ts";

/** Each puts back what it changed. */
export const settingsCases: readonly Case[] = [
  {
    name: "a rule that is turned off",
    async run() {
      const { document } = await openNew("ruled.service", "[Service]\nExecStart=/bin/true\nRestrat=always\n");
      await findsIn(document.uri, ["3:1 Error unknown-directive"]);
      await withSetting("rules", { "unknown-directive": "off" }, () => findsIn(document.uri, []));
      await withSetting("rules", { "unknown-directive": "info" }, () =>
        findsIn(document.uri, ["3:1 Information unknown-directive"]),
      );
      await findsIn(document.uri, ["3:1 Error unknown-directive"]);
    },
  },
  {
    name: "another target",
    async run() {
      // systemd 254 brought RestartSteps=.
      const { document } = await openNew(
        "aimed.service",
        "[Service]\nExecStart=/bin/true\nRestart=always\nRestartSteps=5\nRestartMaxDelaySec=1min\n",
      );
      await findsIn(document.uri, []);
      await withSetting("targets", ["debian-12"], async () => {
        await until("a finding", () => vscode.languages.getDiagnostics(document.uri).length > 0);
        const [{ message } = { message: "" }] = vscode.languages.getDiagnostics(document.uri);
        includes(message, "RestartSteps=", "message");
      });
      await findsIn(document.uri, []);
    },
  },
  {
    name: "hardening",
    async run() {
      const { document } = await open("worker.service");
      await findsIn(document.uri, []);
      await withSetting("hardening", true, async () => {
        await until("findings", () => vscode.languages.getDiagnostics(document.uri).length > 5);
      });
      await findsIn(document.uri, []);
    },
  },
  {
    name: "every setting is described",
    async run() {
      const properties = contributedSettings();
      const names = Object.keys(properties);
      holds(names.length >= 5, `${names}`);
      for (const name of names) {
        const { description = "", markdownDescription = "" } = properties[name] ?? {};
        holds(name.startsWith("unitlint."), `${name} is not ours`);
        holds(`${description}${markdownDescription}`.length > 10, `${name} has no description`);
      }
    },
  },
];

async function withSetting(name: string, value: unknown, check: () => Promise<void>): Promise<void> {
  const change = (to: unknown) =>
    vscode.workspace.getConfiguration("unitlint").update(name, to, vscode.ConfigurationTarget.Workspace);
  await change(value);
  try {
    await check();
  } finally {
    await change(undefined);
  }
}

function contributedSettings(): Record<string, { description?: string; markdownDescription?: string }> {
  const { configuration } = vscode.extensions.getExtension("unitlint.unitlint-vscode")?.packageJSON.contributes ?? {};
  return Object.assign({}, ...[configuration ?? []].flat().map(({ properties }) => properties));
}
