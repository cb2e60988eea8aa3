/** Asks the client to watch unit files, and what decides which files count. */
import {
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  LogMessageNotification,
  MessageType,
  RegistrationRequest,
} from "vscode-languageserver";
import { uriOfPath } from "../workspace/file-uri.ts";
import type { Session } from "./session.ts";

const unitTypes = "service,socket,timer,path,mount,automount,swap,target,slice,scope,device";

/** What is watched. */
export const patterns = [
  `**/*.{${unitTypes}}`,
  `**/*.{${unitTypes}}.*`,
  "**/*.d/*.conf*",
  "**/*.{wants,requires,upholds}/*",
  "**/.gitignore",
  "**/.unitlint.{json,jsonc,yaml,yml}",
  "**/package.json",
];

/** Registers the watchers, in the folders and in the roots beside them; nothing where the client cannot watch, and a line where it will not. */
export async function watchFiles({ client, connection }: Session, roots: readonly string[]): Promise<void> {
  if (!client.registersWatchers) return;
  const everywhere = patterns.map((globPattern): FileSystemWatcher => ({ globPattern }));
  const inRoots = client.relativePatterns ? roots.flatMap(watchersIn) : [];
  const registration = { method: DidChangeWatchedFilesNotification.method, id: "unitlint-files" };
  const registrations = [{ ...registration, registerOptions: { watchers: [...everywhere, ...inRoots] } }];
  await connection.sendRequest(RegistrationRequest.type, { registrations }).catch(error => {
    const message = `The client refused to watch files (${error.message}): what other programs change is not noticed`;
    connection.sendNotification(LogMessageNotification.type, { type: MessageType.Warning, message });
  });
}

function watchersIn(root: string): FileSystemWatcher[] {
  const baseUri = uriOfPath(root);
  return baseUri === undefined ? [] : patterns.map(pattern => ({ globPattern: { baseUri, pattern } }));
}
