/** Shows the client that the workspace is being looked through, where that takes a while. */
import { WorkDoneProgress, WorkDoneProgressCreateRequest } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** One run of work. */
export interface Progress {
  tell(state: { readonly phase: "finding" | "judging"; readonly done: number; readonly total?: number }): void;
  end(): void;
}

/** Shorter work is not worth a word, and nobody reads faster, in milliseconds. */
const WORTH_TELLING = 250;
const EVERY = 100;

/** Nothing is shown before the work has taken some time. */
export function reportProgress({ client, connection, environment }: Session): Progress {
  let run: { readonly since: number; token?: string; last: number } | undefined;
  let runs = 0;
  const send = (token: string, value: Parameters<typeof connection.sendProgress>[2]) =>
    connection.sendProgress(WorkDoneProgress.type, token, value as never);
  return {
    tell({ phase, done, total }) {
      if (!client.progress) return;
      const now = environment.now();
      run ??= { since: now, last: now };
      if (now - run.since < WORTH_TELLING || now - run.last < EVERY) return;
      run.last = now;
      const message = phase === "finding" ? `${done} unit files` : `${done} of ${total}`;
      const percentage = total === undefined ? 0 : Math.floor((100 * done) / total);
      if (run.token === undefined) {
        run.token = `unitlint-${++runs}`;
        connection.sendRequest(WorkDoneProgressCreateRequest.type, { token: run.token }).catch(() => undefined);
        send(run.token, { kind: "begin", title: "unitlint: reading units", message, percentage });
      } else send(run.token, { kind: "report", message, percentage });
    },
    end() {
      if (run?.token !== undefined) send(run.token, { kind: "end" });
      run = undefined;
    },
  };
}
