/** `unitlint.newDropIn`: `NAME.d/override.conf` beside a unit. */
import * as vscode from "vscode";
import { attempt } from "../ask.ts";
import { isUnitName, unitOfPath, unitTypes, virtualScheme } from "../names.ts";
import type { Services } from "../services.ts";
import { dropInText } from "./drop-in-text.ts";
import { folderFor, makeFiles } from "./files.ts";

/** The command; its argument is a unit file, a drop-in, or a folder. */
export function registerNewDropIn(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand("unitlint.newDropIn", (given?: unknown) =>
    attempt(services, () => newDropIn(given instanceof vscode.Uri ? given : undefined)),
  );
}

interface Place {
  readonly unit: string;
  readonly folder: vscode.Uri;
}

async function newDropIn(given: vscode.Uri | undefined): Promise<void> {
  const place = placeOf(given ?? vscode.window.activeTextEditor?.document.uri) ?? (await pickPlace(given));
  if (place === undefined) return;
  await makeFiles(vscode.Uri.joinPath(place.folder, `${place.unit}.d`), [
    { name: "override.conf", text: dropInText(place.unit) },
  ]);
}

/** Of a file that has a place; others have none to put a folder beside. */
function placeOf(uri: vscode.Uri | undefined): Place | undefined {
  if (uri === undefined || uri.scheme === "untitled" || uri.scheme === virtualScheme) return undefined;
  const found = unitOfPath(uri.path);
  return found && { unit: found.unit, folder: uri.with({ path: found.folder }) };
}

interface UnitItem extends vscode.QuickPickItem {
  readonly place?: Place;
}

/** A unit of the folder, or the name of any other. */
async function pickPlace(given: vscode.Uri | undefined): Promise<Place | undefined> {
  const files = await vscode.workspace.findFiles(`**/*.{${unitTypes.join(",")}}`, undefined, MOST);
  const found = files.flatMap(uri => placeOf(uri) ?? []).sort((a, b) => a.unit.localeCompare(b.unit, "en"));
  const items: readonly UnitItem[] = [
    ...found.map(place => ({ place, label: place.unit, description: vscode.workspace.asRelativePath(place.folder) })),
    { label: "Another unit…", description: "such as ssh.service", alwaysShow: true },
  ];
  const options = { title: "New Drop-in", placeHolder: "For which unit?", matchOnDescription: true };
  const chosen = found.length === 0 ? items.at(-1) : await vscode.window.showQuickPick(items, options);
  if (chosen === undefined) return undefined;
  return chosen.place ?? (await namePlace(given));
}

const MOST = 2000;

async function namePlace(given: vscode.Uri | undefined): Promise<Place | undefined> {
  const unit = await vscode.window.showInputBox({
    title: "New Drop-in",
    prompt: "Full name of the unit",
    placeHolder: "ssh.service",
    ignoreFocusOut: true,
    validateInput: name =>
      isUnitName(name.trim()) ? undefined : "A unit's name ends with its type, as in ssh.service",
  });
  if (unit === undefined) return undefined;
  const folder = await folderFor(given, "Folder that the drop-in's folder goes to");
  return folder && { unit: unit.trim(), folder };
}
