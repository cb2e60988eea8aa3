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

/** An open way. */
export interface Transport {
  readonly connection: MessageConnection;
  /** Whether nothing came in or was served since the last call. */
  readonly isIdle: () => boolean;
  /** Calls back once what was sent is on its way. */
  readonly flush: (callback: () => void) => void;
}

/** A way that can be told to wait with what comes next. */
export interface Flow {
  pause(): void;
  resume(): void;
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
          traffic.served();
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

/** What is under way. */
interface Traffic {
  /** The ids of requests without an answer, as texts: the package keeps those that wait by this. */
  readonly asked: Set<string>;
  came(): void;
  served(): void;
  sending(): void;
  sent(): void;
  readonly isIdle: () => boolean;
}

/** So many messages wait to be served, or to be taken by the client, before the next are left where they are. */
const MOST_WAITING = 4096;
const MOST_UNSENT = 256;

function newTraffic(flow: Flow | undefined): Traffic {
  let [events, seen, waiting, unsent] = [0, 0, 0, 0];
  let isPaused = false;
  const regulate = () => {
    const share = isPaused ? 0.5 : 1;
    const isBehind = waiting > MOST_WAITING * share || unsent > MOST_UNSENT * share;
    if (isBehind === isPaused) return;
    isPaused = isBehind;
    if (isPaused) flow?.pause();
    else flow?.resume();
  };
  const count = (more: { readonly waiting?: number; readonly unsent?: number }) => {
    waiting += more.waiting ?? 0;
    unsent += more.unsent ?? 0;
    if (flow !== undefined) regulate();
  };
  return {
    asked: new Set(),
    came() {
      events++;
      count({ waiting: 1 });
    },
    served() {
      events++;
      count({ waiting: -1 });
    },
    sending: () => count({ unsent: 1 }),
    sent: () => count({ unsent: -1 }),
    isIdle() {
      const isIdle = events === seen;
      seen = events;
      return isIdle;
    },
  };
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
          if (Message.isRequest(judged.message)) traffic.asked.add(String(judged.message.id));
          traffic.came();
          return callback(judged.message);
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
      if (Message.isResponse(message)) traffic.asked.delete(String(message.id));
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
