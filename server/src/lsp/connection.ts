/** A connection that knows whether messages wait, over any way to a client. */
import {
  createMessageConnection,
  Message,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from "vscode-languageserver";
import { judgeMessage, unreadable } from "./message-gate.ts";
import { UnreadableMessage } from "./message-reader.ts";
import { type Flow, newTraffic, type Traffic } from "./traffic.ts";

/** An open way. */
export interface Transport {
  readonly connection: MessageConnection;
  /** Whether nothing came in or was served since the last call. */
  readonly isIdle: () => boolean;
  /** Calls back once what was sent is on its way. */
  readonly flush: (callback: () => void) => void;
}

/** Connects what reads with what writes; `complain` gets a line for people. A client that does not read is not listened to, where `flow` allows it. */
export function transportOver(
  reader: MessageReader,
  writer: MessageWriter,
  flush: Transport["flush"],
  complain: (problem: string) => void,
  flow?: Flow,
): Transport {
  const traffic = newTraffic(flow);
  const counted = countedWriter(writer, traffic);
  const connection = createMessageConnection(
    judgedReader(reader, writer, traffic, complain),
    counted,
    logger(complain),
    {
      messageStrategy: {
        handleMessage(message, next) {
          traffic.served(message);
          return next(message);
        },
      },
    },
  );
  connection.onError(([error]) => {
    complain(error.message);
    if (error instanceof UnreadableMessage) send(unreadable(error.message), writer, traffic).catch(() => {});
  });
  return { connection, isIdle: traffic.isIdle, flush };
}

function logger(complain: (problem: string) => void) {
  return { error: complain, warn: complain, info: () => {}, log: () => {} };
}

/** Lets messages pass, and answers what is none. */
function judgedReader(
  reader: MessageReader,
  writer: MessageWriter,
  traffic: Traffic,
  complain: (problem: string) => void,
): MessageReader {
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: callback =>
      reader.listen(sent => {
        const judged = judgeMessage(sent, traffic.asked);
        if ("message" in judged) {
          if (traffic.came(judged.message)) callback(judged.message);
          return;
        }
        complain(judged.problem);
        if ("refusal" in judged) send(judged.refusal, writer, traffic).catch(() => {});
      }),
  };
}

function countedWriter(writer: MessageWriter, traffic: Traffic): MessageWriter {
  return {
    onError: writer.onError,
    onClose: writer.onClose,
    end: () => writer.end(),
    dispose: () => writer.dispose(),
    write(message) {
      if (Message.isResponse(message)) traffic.answered(message.id);
      return send(message, writer, traffic);
    },
  };
}

async function send(message: Message, writer: MessageWriter, traffic: Traffic): Promise<void> {
  traffic.sending();
  try {
    await writer.write(message);
  } finally {
    traffic.sent();
  }
}
