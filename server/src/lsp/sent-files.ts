/**
 * Files that the client sends, for a server that cannot read them: one in a browser's worker. The server asks once for what it looks through
 * (`unitlint/findFiles`), the client sends files in as many pieces as it likes (`unitlint/files`) and answers when all are sent. Later it sends what
 * changed, before `workspace/didChangeWatchedFiles` tells of it.
 */
import { NotificationType, RequestType } from "vscode-languageserver";
import { pathOfUri, uriOfPath } from "../workspace/file-uri.ts";
import type { Workspace, WorkspaceSettings } from "../workspace/workspace.ts";
import type { SentFiles } from "./environment.ts";
import { isRecord } from "./params.ts";
import type { Session } from "./session.ts";
import { patterns } from "./watch.ts";

/** What a search is about: everything below the folders that matches one of the patterns, whether links lead to it or not. */
export interface FindFilesParams {
  readonly folders: readonly string[];
  readonly patterns: readonly string[];
}

/** From the server to the client; the answer, null, says that all was sent. */
export const FindFilesRequest = {
  type: new RequestType<FindFilesParams, null, void>("unitlint/findFiles"),
};

/** A file: its text, or its bytes where messages can hold such, or what the link says that it is; gone where it has none of them. */
export interface SentFile {
  readonly uri: string;
  readonly content?: string | Uint8Array;
  readonly link?: string;
}

/** Some files. */
export interface SentFilesParams {
  readonly files: readonly SentFile[];
}

/** From the client to the server. */
export const FilesNotification = { type: new NotificationType<SentFilesParams>("unitlint/files") };

/** Keeps what was sent. */
export function takeFiles(
  { environment: { sentFiles }, workspace }: Session,
  { files }: SentFilesParams,
): string | undefined {
  if (!Array.isArray(files) || !files.every(isSentFile)) return "no list of files with their URIs";
  for (const file of files) sentFiles?.put(pathOfUri(file.uri), contentOf(file));
  if (sentFiles !== undefined) workspace.touch(files.map(({ uri }) => uri));
  return undefined;
}

function isSentFile(file: unknown): boolean {
  if (!isRecord(file) || typeof file.uri !== "string") return false;
  const { content, link } = file;
  const isContent = content === undefined || typeof content === "string" || ArrayBuffer.isView(content);
  return isContent && (link === undefined || typeof link === "string");
}

/** Asks for the files in the folders that count now, unless they were asked for already; nothing where the server reads them itself. */
export async function askForFiles(session: Session, { folders, roots, unitPaths }: WorkspaceSettings): Promise<void> {
  const { sentFiles } = session.environment;
  const wanted = [...new Set([...folders, ...roots, ...unitPaths])].flatMap(path => uriOfPath(path) ?? []);
  if (sentFiles === undefined || asked.get(session) === wanted.join("\n")) return;
  asked.set(session, wanted.join("\n"));
  sentFiles.expect();
  const params = { folders: wanted, patterns: [...patterns, ...PRESETS] };
  await session.connection.sendRequest(FindFilesRequest.type, params).catch(() => null);
  if (asked.get(session) !== wanted.join("\n")) return;
  sentFiles.complete();
  session.background().wake();
}

const asked = new WeakMap<Session, string>();

/** What decides which units of a root are enabled. */
const PRESETS = ["**/*.preset"];

/** The same workspace, which looks for nothing as long as files are expected. */
export function whenSent(workspace: Workspace, isComplete: () => boolean): Workspace {
  return {
    ...workspace,
    step: () => (isComplete() ? workspace.step() : undefined),
    isFinding: () => !isComplete() || workspace.isFinding(),
  };
}

function contentOf({ content, link }: SentFile): Parameters<SentFiles["put"]>[1] {
  if (link !== undefined) return { link };
  if (content === undefined) return undefined;
  return { bytes: typeof content === "string" ? new TextEncoder().encode(content) : content };
}
