/** Asks the client to watch unit files, and what decides which files count. */
import {
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  LogMessageNotification,
  MessageType,
  RegistrationRequest,
  UnregistrationRequest,
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

/** Asks for all files in the client's folders; nothing where the client cannot watch, and a line where it will not. */
export async function watchFiles(session: Session): Promise<void> {
  if (!session.client.registersWatchers) return;
  const watchers = patterns.map((globPattern): FileSystemWatcher => ({ globPattern }));
  await register(session, "unitlint-files", watchers);
}

/** Asks for the files in the roots beside the folders, in the place of those that it asked for before; not every client can watch such. */
export function watchRoots(session: Session, roots: readonly string[]): void {
  const { registersWatchers, relativePatterns } = session.client;
  const before = watched.get(session) ?? [];
  if (!registersWatchers || !relativePatterns || roots.join("\n") === before.join("\n")) return;
  watched.set(session, roots);
  if (before.length > 0) unregister(session, ROOTS);
  if (roots.length > 0) register(session, ROOTS, roots.flatMap(watchersIn));
}

const watched = new WeakMap<Session, readonly string[]>();
const ROOTS = "unitlint-roots";

async function register({ connection }: Session, id: string, watchers: FileSystemWatcher[]): Promise<void> {
  const registrations = [{ method: DidChangeWatchedFilesNotification.method, id, registerOptions: { watchers } }];
  await connection.sendRequest(RegistrationRequest.type, { registrations }).catch(error => {
    const message = `The client refused to watch files (${error.message}): what other programs change is not noticed`;
    connection.sendNotification(LogMessageNotification.type, { type: MessageType.Warning, message });
  });
}

/** The protocol spells the word so. */
async function unregister({ connection }: Session, id: string): Promise<void> {
  const unregisterations = [{ method: DidChangeWatchedFilesNotification.method, id }];
  await connection.sendRequest(UnregistrationRequest.type, { unregisterations }).catch(() => undefined);
}

function watchersIn(root: string): FileSystemWatcher[] {
  const baseUri = uriOfPath(root);
  return baseUri === undefined ? [] : patterns.map(pattern => ({ globPattern: { baseUri, pattern } }));
}
