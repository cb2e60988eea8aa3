/** Sends a server that runs in a worker the files that it asks for, and what becomes of them; see `server/src/lsp/sent-files.ts`. */
import * as vscode from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import { filesBelow } from "./find-files.ts";

interface FindFilesParams {
  readonly folders: readonly string[];
  readonly patterns: readonly string[];
}

interface SentFile {
  readonly uri: string;
  readonly content?: Uint8Array;
  readonly link?: string;
}

/** Answers the server's search. */
export function sendFilesTo(client: BaseLanguageClient, output: vscode.LogOutputChannel): void {
  client.onRequest("unitlint/findFiles", async ({ folders, patterns }: FindFilesParams) => {
    for (const folder of folders) {
      const base = client.protocol2CodeConverter.asUri(folder);
      const uris = await filesBelow(base, patterns, output);
      for (let at = 0; at < uris.length; at += BATCH) await send(client, uris.slice(at, at + BATCH));
    }
    return null;
  });
}

/** How many files are read at a time. */
const BATCH = 50;

/** Sends what changed before the server is told that it did. */
export function sendingChanges(client: () => BaseLanguageClient): NonNullable<Middleware["workspace"]> {
  return {
    async didChangeWatchedFile(event, next) {
      await send(client(), [client().protocol2CodeConverter.asUri(event.uri)]);
      await next(event);
    },
  };
}

async function send(client: BaseLanguageClient, uris: readonly vscode.Uri[]): Promise<void> {
  const files = await Promise.all(uris.map(uri => read(client, uri)));
  await client.sendNotification("unitlint/files", { files });
}

/** A file that is gone, or cannot be read, has no content. */
async function read(client: BaseLanguageClient, uri: vscode.Uri): Promise<SentFile> {
  const sent = client.code2ProtocolConverter.asUri(uri);
  try {
    const link = await dependencyLink(uri);
    return link === undefined ? { uri: sent, content: await vscode.workspace.fs.readFile(uri) } : { uri: sent, link };
  } catch {
    return { uri: sent };
  }
}

/**
 * Links in `app.service.wants` and its like say what a unit depends on, by their names alone. Nobody says where a link leads; these lead to the
 * unit of that name, as `systemctl enable` makes them.
 */
async function dependencyLink(uri: vscode.Uri): Promise<string | undefined> {
  const [, name] = /\.(?:wants|requires|upholds)\/([^/]+)$/.exec(uri.path) ?? [];
  if (name === undefined) return undefined;
  const { type } = await vscode.workspace.fs.stat(uri);
  return (type & vscode.FileType.SymbolicLink) === 0 ? undefined : `../${name}`;
}
