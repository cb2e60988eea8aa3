/** `unitlint.explainRule`: the page of a rule. The pages come with the extension, so that no network and no server is needed. */
import * as vscode from "vscode";
import { attempt } from "../ask.ts";
import type { Services } from "../services.ts";
import { sideColumn } from "../side.ts";
import { orderedRules, rulesIn } from "./rule-list.ts";

const scheme = "unitlint-rule";

/** The command, and the documents that it shows. */
export function registerExplainRule(services: Services): vscode.Disposable {
  const read = async (name: string) => {
    const file = vscode.Uri.joinPath(services.context.extensionUri, "dist/rules", name);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ path }) => read(path.slice(1)),
    }),
    vscode.commands.registerCommand("unitlint.explainRule", (given?: unknown) =>
      attempt(services, async () => {
        const rules = rulesIn(await read("README.md"));
        const known = rules.find(({ id }) => id === given);
        const id = known?.id ?? (await pick(rules));
        if (id !== undefined) await show(id);
      }),
    ),
  );
}

interface RuleItem extends vscode.QuickPickItem {
  readonly id?: string;
}

async function pick(rules: ReturnType<typeof rulesIn>): Promise<string | undefined> {
  const { here, others } = orderedRules(rules, rulesFound());
  const items = (list: typeof rules) =>
    list.map(({ id, category, severity, summary }) => ({
      id,
      label: id,
      description: `${category}, ${severity}`,
      detail: summary,
    }));
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const all: readonly RuleItem[] =
    here.length === 0
      ? items(others)
      : [separator("in this file"), ...items(here), separator("other rules"), ...items(others)];
  const options = { title: "Explain a Rule", placeHolder: "Which rule?", matchOnDetail: true };
  return (await vscode.window.showQuickPick(all, options))?.id;
}

/** Those with findings in the active editor, at the cursor first. */
function rulesFound(): readonly string[] {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return [];
  return vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source }) => source === "unitlint")
    .toSorted(
      (a, b) => Number(b.range.contains(editor.selection.active)) - Number(a.range.contains(editor.selection.active)),
    )
    .map(({ code }) => String(typeof code === "object" ? code.value : code));
}

/** Rendered, or as text where VS Code's Markdown extension is off. */
async function show(id: string): Promise<void> {
  const uri = vscode.Uri.from({ scheme, path: `/${id}.md` });
  try {
    const isFirst = sideColumn() === vscode.ViewColumn.Beside;
    await vscode.commands.executeCommand(isFirst ? "markdown.showPreviewToSide" : "markdown.showPreview", uri);
  } catch {
    await vscode.window.showTextDocument(uri, { viewColumn: sideColumn(), preview: true });
  }
}
