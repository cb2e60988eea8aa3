/** What is under way between a client and the server, and when the one has to wait for the other. */
import { Message } from "vscode-languageserver";

/** A way that can be told to wait with what comes next. */
export interface Flow {
  pause(): void;
  resume(): void;
}

/** Counts messages; of what comes in, `came` and `served` are told, of what goes out, `sending` and `sent`. */
export interface Traffic {
  /** The ids of requests without an answer, as texts: the package keeps those that wait by this. */
  readonly asked: ReadonlySet<string>;
  /** Whether it is to be served: not the cancel of what nobody waits for, nor a second one. */
  came(message: Message): boolean;
  served(message: Message): void;
  /** A request is not waiting for its answer any more. */
  answered(id: unknown): void;
  sending(): void;
  sent(): void;
  /** Whether nothing came in or was served since the last call. */
  readonly isIdle: () => boolean;
}

/** So many messages wait to be served, or to be taken by the client, before the next are left where they are. */
const MOST_WAITING = 4096;
const MOST_UNSENT = 256;

/** Nothing is under way. A client that does not read, or sends faster than it is served, is not listened to, where `flow` allows it. */
export function newTraffic(flow: Flow | undefined): Traffic {
  const asked = new Set<string>();
  const cancelled = new Set<unknown>();
  const gate = newGate(flow);
  let [events, seen] = [0, 0];
  return {
    asked,
    came(message) {
      if (isCancel(message)) {
        const { id } = message.params;
        if (!asked.has(String(id)) || cancelled.has(id)) return false;
        cancelled.add(id);
      } else gate.count({ waiting: 1 });
      if (Message.isRequest(message)) asked.add(String(message.id));
      events++;
      return true;
    },
    served(message) {
      events++;
      if (!isCancel(message)) gate.count({ waiting: -1 });
    },
    answered(id) {
      asked.delete(String(id));
      cancelled.delete(id);
    },
    sending: () => gate.count({ unsent: 1 }),
    sent: () => gate.count({ unsent: -1 }),
    isIdle() {
      const isIdle = events === seen;
      seen = events;
      return isIdle;
    },
  };
}

/** The cancel of a request that runs takes effect at once and is never served, so that none of them counts as waiting. */
function isCancel(message: Message): message is Message & { readonly params: { readonly id: unknown } } {
  return Message.isNotification(message) && message.method === "$/cancelRequest";
}

function newGate(flow: Flow | undefined) {
  let [waiting, unsent] = [0, 0];
  let isPaused = false;
  return {
    count(more: { readonly waiting?: number; readonly unsent?: number }): void {
      waiting += more.waiting ?? 0;
      unsent += more.unsent ?? 0;
      const share = isPaused ? 0.5 : 1;
      const isBehind = waiting > MOST_WAITING * share || unsent > MOST_UNSENT * share;
      if (flow === undefined || isBehind === isPaused) return;
      isPaused = isBehind;
      if (isPaused) flow.pause();
      else flow.resume();
    },
  };
}
