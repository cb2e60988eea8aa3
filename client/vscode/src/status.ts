/** The status item of unit files: which systemd they are judged for, and how much was found. */
import * as vscode from "vscode";
import { State } from "vscode-languageclient";
import { ask, attempt } from "./ask.ts";
import { onBusy } from "./progress.ts";
import type { Services } from "./services.ts";
import { findingText, type Target, targetText } from "./status-text.ts";

/** The item, and the command behind it. */
export function registerStatus(services: Services): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("unitlint", { language: "systemd-unit" });
  item.name = "unitlint";
  item.text = "systemd";
  item.busy = true;
  item.command = { title: "Choose Targets", command: "unitlint.chooseTargets" };
  const count = () => {
    const { here, all, worst } = countFindings();
    item.detail = findingText(here, all);
    item.severity = worst;
  };
  const look = async () => {
    if (!services.client.isRunning()) return;
    const { current } = await ask<{ readonly current: readonly Target[] }>(services, "targets");
    item.text = targetText(current);
    item.busy = false;
  };
  const lookAgain = () => look().catch(error => services.output.warn(String(error)));
  return vscode.Disposable.from(
    item,
    vscode.commands.registerCommand("unitlint.chooseTargets", () => attempt(services, () => chooseTargets(services))),
    vscode.languages.onDidChangeDiagnostics(count),
    vscode.window.onDidChangeActiveTextEditor(count),
    onBusy(isBusy => {
      item.busy = isBusy;
    }),
    services.client.onDidChangeState(({ newState }) => {
      item.busy = newState === State.Starting;
      if (newState === State.Running) void lookAgain();
      if (newState === State.Stopped) item.text = "unitlint is not running";
    }),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration("unitlint")) setTimeout(lookAgain, SETTLED);
    }),
  );
}

/** In milliseconds: until the server has asked for its settings. */
const SETTLED = 300;

function countFindings() {
  const open = vscode.window.activeTextEditor?.document.uri.toString();
  const found = vscode.languages
    .getDiagnostics()
    .map(([uri, all]) => ({ uri: uri.toString(), ours: all.filter(({ source }) => source === "unitlint") }));
  const here = found.find(({ uri }) => uri === open)?.ours ?? [];
  const has = (severity: vscode.DiagnosticSeverity) => here.some(finding => finding.severity === severity);
  const { Error: error, Warning: warning, Information: information } = vscode.LanguageStatusSeverity;
  const worst = has(vscode.DiagnosticSeverity.Error)
    ? error
    : has(vscode.DiagnosticSeverity.Warning)
      ? warning
      : information;
  return { here: here.length, all: found.reduce((sum, { ours }) => sum + ours.length, 0), worst };
}

interface TargetItem extends vscode.QuickPickItem {
  readonly target?: string;
}

/** Writes what is chosen to the settings of the folder that is open, else to the user's. */
async function chooseTargets(services: Services): Promise<void> {
  const { current, choices } = await ask<{ readonly current: readonly Target[]; readonly choices: readonly Target[] }>(
    services,
    "targets",
  );
  const settings = vscode.workspace.getConfiguration("unitlint");
  const set = settings.get<readonly string[]>("targets") ?? [];
  const items = targetItems(choices, set);
  const options = {
    title: "Targets",
    placeHolder: `What the units are for; without any choice, ${set.length === 0 ? targetText(current) : "the newest systemd"}`,
    canPickMany: true as const,
    matchOnDescription: true,
  };
  const chosen = await vscode.window.showQuickPick(items, options);
  if (chosen === undefined) return;
  const names = chosen.flatMap(({ target }) => target ?? []);
  const { ConfigurationTarget, workspace } = vscode;
  const where = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await settings.update("targets", names.length === 0 ? undefined : names, where);
}

/** This machine first, where the files lie on one; then what is set and not listed, then all that the server knows. */
function targetItems(choices: readonly Target[], set: readonly string[]): readonly TargetItem[] {
  const listed = choices.map(({ name, title, systemd }) => ({
    target: name,
    label: title,
    description: /^\d+$/.test(name) ? "" : `systemd ${systemd}`,
  }));
  const known = new Set(["host", ...listed.map(({ target }) => target)]);
  const others = set.filter(name => !known.has(name)).map(name => ({ target: name, label: name }));
  const isOnDisk = vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === "file") === true;
  const machine = isOnDisk || set.includes("host") ? [{ target: "host", label: "This machine's systemd" }] : [];
  return [...machine, ...others, ...listed].map(item => ({ ...item, picked: set.includes(item.target) }));
}
