/** A connection that knows whether messages wait, over any way to a client. */
import {
  createMessageConnection,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from "vscode-languageserver";

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
  const counting: MessageReader = {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: callback =>
      reader.listen(message => {
        events++;
        callback(message);
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
  connection.onError(([error]) => complain(error.message));
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
