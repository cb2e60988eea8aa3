/** A connection that knows whether messages wait, over any way to a client. */
import {
  createMessageConnection,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from "vscode-languageserver";
import { judgeMessage, type Refusal, unreadable } from "./message-gate.ts";
import { UnreadableMessage } from "./message-reader.ts";

/** An open way. */
export interface Transport {
  readonly connection: MessageConnection;
  /** Whether nothing came in or was served since the last call. */
  readonly isIdle: () => boolean;
  /** Calls back once what was sent is on its way. */
  readonly flush: (callback: () => void) => void;
}

/** Connects what reads with what writes; `complain` gets a line for people. */
export function transportOver(
  reader: MessageReader,
  writer: MessageWriter,
  flush: Transport["flush"],
  complain: (problem: string) => void,
): Transport {
  let events = 0;
  let seen = 0;
  const refuse = (refusal: Refusal) => void writer.write(refusal).catch(() => {});
  const counting: MessageReader = {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: callback =>
      reader.listen(sent => {
        events++;
        const judged = judgeMessage(sent);
        if ("message" in judged) return callback(judged.message);
        complain(judged.problem);
        if ("refusal" in judged) refuse(judged.refusal);
      }),
  };
  const logger = { error: complain, warn: complain, info: () => {}, log: () => {} };
  const connection = createMessageConnection(counting, writer, logger, {
    messageStrategy: {
      handleMessage(message, next) {
        events++;
        return next(message);
      },
    },
  });
  connection.onError(([error]) => {
    complain(error.message);
    if (error instanceof UnreadableMessage) refuse(unreadable(error.message));
  });
  return {
    connection,
    isIdle() {
      const isIdle = events === seen;
      seen = events;
      return isIdle;
    },
    flush,
  };
}
