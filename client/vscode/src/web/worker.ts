/** The worker that the server runs in. */
import * as vscode from "vscode";

/**
 * Starts a server. A browser takes no worker from another origin, where extensions lie: the script is read, and started as one of ours. What there is
 * to say about directives is data beside the script, which Node's server reads from the same file.
 */
export async function startServer(extension: vscode.Uri): Promise<Worker> {
  const parts = await Promise.all([readFile(extension, "texts.json"), readFile(extension, "server.web.js")]);
  const [texts, script] = parts;
  return new Worker(urlOf(["self.unitlintTexts=", texts, ";\n", script]), { name: "unitlint" });
}

/** The URL of another script in the extension, for the server to load. */
export async function scriptUrl(extension: vscode.Uri, name: string): Promise<string> {
  if (!/^[a-z]+$/.test(name)) throw new RangeError(`${name} is no script`);
  return urlOf([await readFile(extension, `${name}.js`)]);
}

async function readFile(extension: vscode.Uri, name: string): Promise<ArrayBuffer> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, "dist", name));
  return new Uint8Array(bytes).buffer;
}

function urlOf(parts: (string | ArrayBuffer)[]): string {
  return URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
}
