/** Finds files in a browser's workspace. */
import * as vscode from "vscode";
import { pathMatcher } from "./patterns.ts";

/** All files below a folder that match one of the patterns, but for those in hidden folders and `node_modules`. */
export async function filesBelow(
  base: vscode.Uri,
  patterns: readonly string[],
  output: vscode.LogOutputChannel,
): Promise<readonly vscode.Uri[]> {
  const found = await Promise.all(patterns.map(pattern => search(base, pattern)));
  const uris = found.flat();
  if (uris.length === 0) return walk(base, patterns, output);
  return [...new Map(uris.map(uri => [uri.toString(), uri])).values()];
}

/** What the user leaves out of searches by settings stays out; what cannot be searched has nothing. */
async function search(base: vscode.Uri, pattern: string): Promise<readonly vscode.Uri[]> {
  try {
    return await vscode.workspace.findFiles(new vscode.RelativePattern(base, pattern), "**/node_modules/**");
  } catch {
    return [];
  }
}

/** Not all browsers' file systems can be searched; their folders are read one by one, as far as that is bearable. */
async function walk(
  base: vscode.Uri,
  patterns: readonly string[],
  output: vscode.LogOutputChannel,
): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const folders = [base];
  const matches = pathMatcher(patterns);
  for (let read = 0; read < folders.length; read++) {
    if (read === MOST_FOLDERS) {
      output.warn(`${base}: more than ${MOST_FOLDERS} folders; unit files in the others are not known`);
      break;
    }
    const folder = folders[read] ?? base;
    for (const [name, type] of await list(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      const isHidden = name.startsWith(".") || name === "node_modules";
      if ((type & vscode.FileType.Directory) !== 0) {
        if (!isHidden && (type & vscode.FileType.SymbolicLink) === 0) folders.push(uri);
      } else if (matches(uri.path)) found.push(uri);
    }
  }
  return found;
}

const MOST_FOLDERS = 5000;

async function list(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
