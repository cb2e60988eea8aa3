/** From one file to others: definition, references, rename, links, hierarchies, symbols of the workspace. */
import * as vscode from "vscode";
import { type Case, execute, holds, inFolder, open, placeOf, read, same, until } from "./host.ts";

/** Across files. */
export const navigationCases: readonly Case[] = [
  {
    name: "definition",
    async run() {
      const editor = await open("app.service");
      const found = await ask<(vscode.Location | vscode.LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        editor,
        "Wants=db.se<|>rvice",
      );
      same(found.map(nameOf), ["db.service"], "files");
    },
  },
  {
    name: "references",
    async run() {
      const editor = await open("app.service");
      const found = await ask<vscode.Location[]>("vscode.executeReferenceProvider", editor, "Wants=db.se<|>rvice");
      const files = new Set(found.map(nameOf));
      for (const name of ["app.service", "stock.service", "worker.service"])
        holds(files.has(name), `${name}: ${[...files]}`);
    },
  },
  {
    name: "highlights of a unit's name",
    async run() {
      const editor = await open("app.service");
      const found = await ask<vscode.DocumentHighlight[]>(
        "vscode.executeDocumentHighlights",
        editor,
        "Wants=db.se<|>rvice",
      );
      same(found.map(({ range }) => range.start.line + 1).sort(), [3, 4], "lines");
    },
  },
  {
    name: "rename across files, and of the file itself",
    async run() {
      const editor = await open("rename/front.service");
      const at = placeOf(editor, "Wants=sto<|>re.service");
      const change = await execute<vscode.WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        editor.document.uri,
        at,
        "depot.service",
      );
      holds(await vscode.workspace.applyEdit(change), "the change was refused");
      await vscode.workspace.saveAll();
      same(
        (await read("rename/front.service")).split("\n").slice(2, 4),
        ["After=depot.service", "Wants=depot.service"],
        "lines",
      );
      const files = (await vscode.workspace.fs.readDirectory(inFolder("rename"))).map(([name]) => name).sort();
      same(files, ["depot.service", "front.service"], "files");
    },
  },
  {
    name: "links",
    async run() {
      const { document } = await open("db.service");
      const links = await execute<vscode.DocumentLink[]>("vscode.executeLinkProvider", document.uri, 10);
      holds(links.length > 0, "there is none");
      return links.map(({ target }) => target?.toString(true)).join(", ");
    },
  },
  {
    name: "symbols of the workspace",
    async run() {
      const found = await execute<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "backup");
      const names = found.map(({ name }) => name);
      for (const name of ["backup.service", "backup.timer"]) holds(names.includes(name), `${name}: ${names}`);
    },
  },
  {
    name: "what a unit needs, as a call hierarchy",
    async run() {
      const editor = await open("app.service");
      const items = await ask<vscode.CallHierarchyItem[]>("vscode.prepareCallHierarchy", editor, "<|>[Unit]");
      same(
        items.map(({ name }) => name),
        ["app.service"],
        "unit",
      );
      const calls = await execute<vscode.CallHierarchyOutgoingCall[]>("vscode.provideOutgoingCalls", items[0]);
      holds(
        calls.some(({ to }) => to.name === "db.service"),
        `${calls.map(({ to }) => to.name)}`,
      );
    },
  },
];

async function ask<T extends { readonly length: number }>(
  command: string,
  editor: vscode.TextEditor,
  marked: string,
): Promise<T> {
  const at = placeOf(editor, marked);
  return until(`${command} at ${marked}`, async () => {
    const found = await execute<T | undefined>(command, editor.document.uri, at);
    return found !== undefined && found.length > 0 && found;
  });
}

function nameOf(place: vscode.Location | vscode.LocationLink): string {
  const uri = "uri" in place ? place.uri : place.targetUri;
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
