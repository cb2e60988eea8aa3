/** Answers that would be wrong as long as files are being looked for: a rename must not miss any. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Row } from "./row.ts";
import type { Session } from "./session.ts";

/** The same row, answered once all files are known. */
export function onceFound({ answer, ...row }: Row): Row {
  return {
    ...row,
    answer(session, params, token) {
      if (!session.workspace.isFinding()) return answer(session, params, token);
      return findAll(session, token).then(() => answer(session, params, token));
    },
  };
}

/** How long messages may wait for a slice of the search, in milliseconds. */
const SLICE = 8;
/** How long to wait for files that somebody else looks for, in milliseconds. */
const PAUSE = 20;

async function findAll({ workspace, environment: { now, later } }: Session, token: CancellationToken): Promise<void> {
  while (workspace.isFinding()) {
    const start = now();
    let isWaiting = false;
    while (workspace.isFinding() && !isWaiting && now() - start < SLICE) isWaiting = workspace.step() === undefined;
    await new Promise<void>(resolve => later(isWaiting ? PAUSE : 0, resolve));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
  }
}
