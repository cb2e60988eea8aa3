/** Tells people of what the server could not read: without it, findings may be missing or wrong. */
import { LogMessageNotification, MessageType } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** Logs what could not be read, each path once for as long as that lasts; to be called when all is judged. */
export function unreadLog({ connection, workspace }: Session): () => void {
  let told: ReadonlySet<string> = new Set();
  const log = (message: string) =>
    connection.sendNotification(LogMessageNotification.type, { type: MessageType.Warning, message });
  return () => {
    const lines = workspace.unread().map(({ path, message }) => `${path}: ${message}`);
    const news = lines.filter(line => !told.has(line));
    for (const line of news.slice(0, MOST_AT_ONCE)) log(line);
    if (news.length > MOST_AT_ONCE) log(`${news.length - MOST_AT_ONCE} more paths could not be read`);
    told = new Set(lines);
  };
}

const MOST_AT_ONCE = 50;
