/** What the cases share: files of the opened folder, waiting, and comparing. Runs inside VS Code's extension host, on Node or in a browser. */
import * as vscode from "vscode";

/** Something that must hold in VS Code. */
export interface Case {
  readonly name: string;
  /** A text that it returns is told beside its name, such as a measured time. */
  run(): Promise<unknown>;
}

/** The URI of a file in the opened folder. */
export function inFolder(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("no folder is open");
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file in an editor, as a click in the explorer does. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(inFolder(path)), { preview: false });
}

/** Writes a file and opens it. */
export async function openNew(path: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(inFolder(path), new TextEncoder().encode(text));
  return open(path);
}

/** The text of a file of the folder as it is stored. */
export async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(inFolder(path)));
}

/** Asks again and again until there is an answer; else tells what was missing and what was there last. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  { state, within = 15_000 }: { state?: () => unknown; within?: number } = {},
): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come; there was ${JSON.stringify(state?.())}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

/** The place behind a text in a document; `<|>` in the text marks another place. */
export function placeOf({ document }: vscode.TextEditor, marked: string): vscode.Position {
  const text = marked.replace("<|>", "");
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`${text} is not in ${document.uri.path}:\n${document.getText()}`);
  const cursor = marked.indexOf("<|>");
  return document.positionAt(start + (cursor < 0 ? text.length : cursor));
}

/** What is found in a file: `9:1 Error unknown-directive`. */
export function findings(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === "unitlint")
    .map(({ range, severity, code }) => {
      const id = typeof code === "object" ? code.value : code;
      return `${range.start.line + 1}:${range.start.character + 1} ${vscode.DiagnosticSeverity[severity]} ${id}`;
    })
    .sort();
}

/** Waits until exactly this is found in a file. */
export async function findsIn(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  const wanted = JSON.stringify([...expected].sort());
  await until(`${uri.path}: the findings ${wanted}`, () => JSON.stringify(findings(uri)) === wanted, {
    state: () => findings(uri),
  });
}

/** Runs one of VS Code's commands. */
export async function execute<T>(command: string, ...args: readonly unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(command, ...args) as Promise<T>;
}

/** Fails unless both are the same as JSON. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what}: is ${is}, should be ${should}`);
}

/** Fails unless the text has the words. */
export function includes(text: string, words: string, what: string): void {
  if (!text.includes(words)) throw new Error(`${what}: ${JSON.stringify(words)} is not in ${JSON.stringify(text)}`);
}

/** Fails unless it is true. */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

/** The texts of hovers. */
export function textOf(hovers: readonly vscode.Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents.map(content => (typeof content === "string" ? content : content.value)))
    .join("\n");
}
