/** The very first file that is opened: what it takes until the extension runs and findings are there, with and without units in the folder. */
import * as vscode from "vscode";
import { type Case, execute, findings, holds, inFolder, open, until } from "./host.ts";

/** First of all, since they want an extension that nobody used yet. */
export const startCases: readonly Case[] = [
  startsByItself(),
  firstFindings("app.service"),
  // VS Code for the Web never finishes its report.
  ...(vscode.env.appHost === "web" ? [] : [activation("app.service")]),
  keystroke(),
];

/** In a folder without a service, a socket or a timer, where the first file starts all. */
export const bareCases: readonly Case[] = [rests(), firstFindings("spool.path"), activation("spool.path")];

function startsByItself(): Case {
  return {
    name: "the extension starts where a folder has units",
    run: () => until("the extension's start", () => theExtension().isActive),
  };
}

function rests(): Case {
  return {
    name: "the extension does not start without a unit file",
    async run() {
      await pause();
      holds(!theExtension().isActive, "it started");
    },
  };
}

function firstFindings(path: string): Case {
  return {
    name: "the first findings of a file come quickly",
    async run() {
      await pause();
      const { found, shown, active } = await timesOf(path);
      holds(found < 10_000, `${found} ms until the first finding`);
      return `${found} ms behind the opening of the file (extension active after ${active} ms, file shown after ${shown} ms)`;
    },
  };
}

/** People open a file some time after the window. */
function pause(): Promise<unknown> {
  return new Promise(resolve => setTimeout(resolve, 1500));
}

function activation(path: string): Case {
  return {
    name: "the extension activates quickly",
    async run() {
      await open(path);
      await until("the extension's start", () => theExtension().isActive);
      const { loaded, called, finished, event } = await activationTimes();
      const all = loaded + called + finished;
      holds(all < 3000, `${all} ms`);
      return `${all} ms (load ${loaded}, call ${called}, finish ${finished}; by ${event})`;
    },
  };
}

function keystroke(): Case {
  return {
    name: "what is found of a keystroke comes quickly",
    async run() {
      const editor = await open("db.service");
      await until("the end of findings", () => findings(editor.document.uri).length === 0);
      const start = Date.now();
      await editor.edit(edit => edit.insert(new vscode.Position(5, 0), "x"));
      await until("a finding", () => findings(editor.document.uri).length > 0);
      const found = Date.now() - start;
      // Not by the command to revert: that is about whatever editor has the focus by now.
      await editor.edit(edit => edit.delete(new vscode.Range(5, 0, 5, 1)));
      await until("the end of the finding", () => findings(editor.document.uri).length === 0);
      await editor.document.save();
      return `${found} ms`;
    },
  };
}

/** The extension under test. */
export function theExtension(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension("unitlint.unitlint-vscode");
  if (extension === undefined) throw new Error("the extension is not installed");
  return extension;
}

/** From VS Code's own report of its start: `Extension | Eager | Load Code | Call Activate | Finish Activate | Event | By`. */
async function activationTimes(): Promise<{ loaded: number; called: number; finished: number; event: string }> {
  await execute("perfview.show");
  const row = await until(
    "the row of VS Code's start-up report",
    () =>
      vscode.workspace.textDocuments
        .filter(({ uri }) => uri.scheme === "perf")
        .flatMap(document => document.getText().split("\n"))
        .find(line => line.includes("unitlint.unitlint-vscode") && line.split("|").length >= 7),
    { state: () => vscode.workspace.textDocuments.map(({ uri }) => uri.toString()) },
  );
  const [, , , loaded, called, finished, event = ""] = row.split("|").map(cell => cell.trim());
  return { loaded: Number(loaded), called: Number(called), finished: Number(finished), event };
}

/** Milliseconds from the moment when VS Code has the text, which is when it tells extensions and the server. */
async function timesOf(path: string): Promise<{ found: number; shown: number; active: number }> {
  const uri = inFolder(path);
  const document = await vscode.workspace.openTextDocument(uri);
  const opened = Date.now();
  const since = () => Date.now() - opened;
  const shown = vscode.window.showTextDocument(document, { preview: false }).then(since);
  const active = until("the extension's start", () => theExtension().isActive).then(since);
  await until("a finding", () => findings(uri).length > 0, { within: 20_000 });
  return { found: since(), shown: await shown, active: await active };
}
