/** What the editor says and does about the text of one file, each asked for as VS Code itself asks. */
import * as vscode from "vscode";
import { type Case, execute, findsIn, holds, includes, open, openNew, placeOf, same, textOf, until } from "./host.ts";

/** Findings, hover, completion, fixes, format, hints. */
export const languageCases: readonly Case[] = [
  {
    name: "findings while typing",
    async run() {
      const editor = await openNew("typed.service", "[Service]\nExecStart=/bin/true\n");
      await findsIn(editor.document.uri, []);
      await editor.edit(edit => edit.insert(placeOf(editor, "/bin/true\n"), "Restrat=always\n"));
      await findsIn(editor.document.uri, ["3:1 Error unknown-directive"]);
      await editor.edit(edit => edit.replace(new vscode.Range(2, 0, 2, 7), "Restart"));
      await findsIn(editor.document.uri, []);
    },
  },
  {
    name: "a finding links to its rule's page",
    async run() {
      const { document } = await openNew("linked.service", "[Service]\nExecStart=/bin/true\nRestrat=always\n");
      await findsIn(document.uri, ["3:1 Error unknown-directive"]);
      const [{ code, message } = { code: undefined, message: "" }] = vscode.languages.getDiagnostics(document.uri);
      includes(message, "did you mean Restart=?", "message");
      holds(typeof code === "object" && /unknown-directive/.test(code.target.toString()), "there is no link");
    },
  },
  {
    name: "hover on a key and in a value",
    async run() {
      const editor = await openNew("hovered.service", "[Service]\nRestart=always\nTimeoutStartSec=1min 30s\n");
      includes(textOf(await hover(editor, "Rest<|>art=")), "Restart=", "hover on the key");
      includes(textOf(await hover(editor, "alw<|>ays")), "always", "hover on the word");
      includes(textOf(await hover(editor, "1mi<|>n")), "90", "hover on the time span");
    },
  },
  {
    name: "completion in [Service]",
    async run() {
      const editor = await openNew("completed.service", "[Service]\nRes\nType=\nPriv\n");
      const keys = await labels(editor, "Res");
      for (const key of ["Restart", "RestartSec"])
        holds(
          keys.some(label => label.startsWith(key)),
          `${key}: ${keys}`,
        );
      const types = await labels(editor, "Type=");
      for (const type of ["simple", "exec", "oneshot", "notify"]) holds(types.includes(type), `${type}: ${types}`);
      holds(!keys.some(label => label.startsWith("OnCalendar")), "a key of another section is offered");
    },
  },
  {
    name: "completion of unit names",
    async run() {
      const editor = await openNew("named.service", "[Unit]\nAfter=wor\n");
      const names = await until("worker.service", async () => {
        const found = await labels(editor, "After=wor");
        return found.includes("worker.service") && found;
      });
      holds(names.length > 0, "nothing");
    },
  },
  {
    name: "quick fix",
    async run() {
      const editor = await openNew("fixed.service", "[Service]\nExecStart=/bin/true\nRestrat=always\n");
      await findsIn(editor.document.uri, ["3:1 Error unknown-directive"]);
      const actions = await codeActions(editor, "Rest<|>rat", vscode.CodeActionKind.QuickFix);
      const titles = actions.map(({ title }) => title);
      const fix = actions.find(({ title }) => title === "Rename to Restart=");
      if (fix?.edit === undefined) throw new Error(`no fix with a change among ${titles}`);
      holds(await vscode.workspace.applyEdit(fix.edit), "the change was refused");
      same(editor.document.getText(), "[Service]\nExecStart=/bin/true\nRestart=always\n", "text");
      await findsIn(editor.document.uri, []);
    },
  },
  {
    name: "fix all",
    async run() {
      const editor = await openNew("all.service", "[Service]\nExecStart=!!/usr/bin/app\nStandardOutput=syslog\n");
      await until("findings", () => vscode.languages.getDiagnostics(editor.document.uri).length >= 2);
      await execute("editor.action.fixAll");
      const wanted = "[Service]\nExecStart=/usr/bin/app\nStandardOutput=journal\n";
      await until("the fixed text", () => editor.document.getText() === wanted, {
        state: () => editor.document.getText(),
      });
    },
  },
  {
    name: "formatting",
    async run() {
      const editor = await openNew(
        "formatted.service",
        "[Service]\nExecStart = /bin/true  \n\n\n[Install]\nAlias=a.service\n",
      );
      await execute("editor.action.formatDocument");
      const wanted = "[Service]\nExecStart=/bin/true\n\n[Install]\nAlias=a.service\n";
      await until("the formatted text", () => editor.document.getText() === wanted, {
        state: () => editor.document.getText(),
      });
    },
  },
  {
    name: "a comment by key",
    async run() {
      const editor = await openNew("commented.service", "[Service]\nExecStart=/bin/true\n");
      editor.selection = new vscode.Selection(1, 0, 1, 0);
      await execute("editor.action.commentLine");
      await until("the comment", () => editor.document.lineAt(1).text === "# ExecStart=/bin/true", {
        state: () => editor.document.getText(),
      });
    },
  },
  {
    name: "code lenses",
    async run() {
      const { document } = await open("app.service");
      const lenses = await until("resolved lenses", async () => {
        const found = await execute<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 10);
        return found.length >= 3 && found.every(({ command }) => command !== undefined) && found;
      });
      const titles = lenses.map(({ command }) => command?.title ?? "");
      holds(
        titles.some(title => /xposure/.test(title)),
        `no exposure among ${titles}`,
      );
      const known = await vscode.commands.getCommands(true);
      for (const { command } of lenses)
        holds(known.includes(command?.command ?? ""), `${command?.command} is no command`);
    },
  },
  {
    name: "inlay hints",
    async run() {
      const { document } = await open("backup.timer");
      const range = new vscode.Range(0, 0, document.lineCount, 0);
      const hints = await until("hints", async () => {
        const found = await execute<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, range);
        return found.length > 0 && found;
      });
      return hints
        .map(({ label }) => (typeof label === "string" ? label : label.map(({ value }) => value).join("")))
        .join(", ");
    },
  },
  {
    name: "semantic tokens",
    async run() {
      const { document } = await open("app.service");
      const legend = await execute<vscode.SemanticTokensLegend>(
        "vscode.provideDocumentSemanticTokensLegend",
        document.uri,
      );
      const tokens = await execute<vscode.SemanticTokens>("vscode.provideDocumentSemanticTokens", document.uri);
      holds(tokens.data.length >= 5 * 10, `${tokens.data.length} numbers only`);
      holds(legend.tokenTypes.length > 0, "no types");
    },
  },
  {
    name: "symbols of the document",
    async run() {
      const { document } = await open("app.service");
      const symbols = await execute<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
      same(
        symbols.map(({ name }) => name),
        ["Unit", "Service", "Install"],
        "sections",
      );
      includes(symbols[1]?.children.map(({ name }) => name).join() ?? "", "ExecStart", "keys");
    },
  },
  {
    name: "folding",
    async run() {
      const { document } = await open("app.service");
      const folds = await execute<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri);
      const starts = folds.map(({ start }) => start);
      for (const line of [0, 5, 12]) holds(starts.includes(line), `${line} is not among ${starts}`);
    },
  },
  {
    name: "growing selections",
    async run() {
      const editor = await open("app.service");
      const at = placeOf(editor, "ExecStart=/usr/b<|>in/shop");
      const [range] = await execute<vscode.SelectionRange[]>(
        "vscode.executeSelectionRangeProvider",
        editor.document.uri,
        [at],
      );
      let depth = 0;
      for (let one = range; one !== undefined; one = one.parent as vscode.SelectionRange) depth += 1;
      holds(depth >= 3, `${depth} ranges only`);
    },
  },
];

async function hover(editor: vscode.TextEditor, marked: string): Promise<vscode.Hover[]> {
  const at = placeOf(editor, marked);
  return until(`hover at ${marked}`, async () => {
    const found = await execute<vscode.Hover[]>("vscode.executeHoverProvider", editor.document.uri, at);
    return found.length > 0 && found;
  });
}

async function labels(editor: vscode.TextEditor, marked: string): Promise<string[]> {
  const { uri } = editor.document;
  const list = await execute<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    uri,
    placeOf(editor, marked),
  );
  return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

async function codeActions(
  editor: vscode.TextEditor,
  marked: string,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const at = placeOf(editor, marked);
  const range = new vscode.Range(at, at);
  return execute("vscode.executeCodeActionProvider", editor.document.uri, range, kind.value, 10);
}
