/** Reads messages from a stream of bytes. What is no message is told and passed over; the next one counts again. */
import { Emitter, type Message, type MessageReader, type PartialMessageInfo } from "vscode-languageserver";

/** Something that bytes come from. */
export interface ByteStream {
  on(event: "data", take: (bytes: Buffer) => void): unknown;
  on(event: "error", take: (error: Error) => void): unknown;
  on(event: "end" | "close", take: () => void): unknown;
}

/** A reader over a stream: each message has a header that says how many bytes of JSON follow. */
export function readMessages(stream: ByteStream): MessageReader {
  const errors = new Emitter<Error>();
  const closed = new Emitter<void>();
  const partial = new Emitter<PartialMessageInfo>();
  return {
    onError: errors.event,
    onClose: closed.event,
    onPartialMessage: partial.event,
    listen(callback) {
      const take = newDecoder(callback, problem => errors.fire(new Error(problem)));
      stream.on("data", take);
      stream.on("error", error => errors.fire(error));
      stream.on("end", () => closed.fire());
      stream.on("close", () => closed.fire());
      return { dispose: () => {} };
    },
    dispose() {
      for (const emitter of [errors, closed, partial]) emitter.dispose();
    },
  };
}

/** Nothing sensible is longer, in bytes; a client that lies about it must not make the server wait for ever. */
const LONGEST_MESSAGE = 256 * 1024 * 1024;
const LONGEST_HEADER = 4096;

function newDecoder(take: (message: Message) => void, tell: (problem: string) => void): (bytes: Buffer) => void {
  let chunks: Buffer[] = [];
  let length = 0;
  /** How many bytes are needed before it is worth looking again. */
  let needed = 0;
  return bytes => {
    chunks.push(bytes);
    length += bytes.length;
    if (length < needed) return;
    let rest = chunks.length === 1 ? bytes : Buffer.concat(chunks);
    for (;;) {
      const end = rest.indexOf("\r\n\r\n");
      if (end < 0) {
        if (rest.length > LONGEST_HEADER) rest = rest.subarray(rest.length - 3);
        needed = 0;
        break;
      }
      const size = bodySize(rest.toString("latin1", 0, end));
      if (size === undefined) tell("a header without a Content-Length that makes sense");
      else if (rest.length < end + 4 + size) {
        needed = end + 4 + size;
        break;
      } else decode(rest.toString("utf8", end + 4, end + 4 + size), take, tell);
      rest = rest.subarray(end + 4 + (size ?? 0));
    }
    chunks = [rest];
    length = rest.length;
  };
}

/** Garbage before a header belongs to nobody. */
function bodySize(header: string): number | undefined {
  const digits = /(?:^|\n)[ \t]*Content-Length[ \t]*:[ \t]*(\d{1,9})[ \t]*(?:\r|$)/i.exec(header)?.[1];
  const size = digits === undefined ? undefined : Number(digits);
  return size !== undefined && size <= LONGEST_MESSAGE ? size : undefined;
}

function decode(text: string, take: (message: Message) => void, tell: (problem: string) => void): void {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return;
  }
  if (typeof message === "object" && message !== null && "jsonrpc" in message) take(message as Message);
  else tell("a message that is none of JSON-RPC 2.0");
}
