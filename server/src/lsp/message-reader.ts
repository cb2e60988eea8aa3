/** Reads messages from a stream of bytes. What is no message is told and passed over; the next one counts again. */
import { Emitter, type Message, type MessageReader, type PartialMessageInfo } from "vscode-languageserver";

/** Something that bytes come from. */
export interface ByteStream {
  on(event: "data", take: (bytes: Buffer) => void): unknown;
  on(event: "error", take: (error: Error) => void): unknown;
  on(event: "end" | "close", take: () => void): unknown;
}

/** Bytes that hold no message: the client has to be told, as JSON-RPC wants it. */
export class UnreadableMessage extends Error {}

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
      const take = newDecoder(callback, problem => errors.fire(new UnreadableMessage(problem)));
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
    needed = 0;
    for (;;) {
      const step = nextStep(rest);
      if ("needed" in step) {
        needed = step.needed;
        rest = step.rest;
        break;
      }
      rest = step.rest;
      if ("problem" in step) tell(step.problem);
      else take(step.message);
    }
    chunks = [rest];
    length = rest.length;
  };
}

/** A message, or why there is none, and what follows; or how many bytes it takes to know more. */
type Step =
  | { readonly message: Message; readonly rest: Buffer }
  | { readonly problem: string; readonly rest: Buffer }
  | { readonly needed: number; readonly rest: Buffer };

function nextStep(bytes: Buffer): Step {
  const end = bytes.indexOf(BLANK_LINE);
  if (end < 0) {
    const isGarbage = bytes.length > LONGEST_HEADER;
    return { needed: 0, rest: isGarbage ? bytes.subarray(bytes.length - LONGEST_HEADER) : bytes };
  }
  const start = end + BLANK_LINE.length;
  const size = bodySize(bytes.toString("latin1", Math.max(0, end - LONGEST_HEADER), end));
  if (size === undefined)
    return { problem: "a header without a Content-Length that makes sense", rest: bytes.subarray(start) };
  if (bytes.length < start + size) return { needed: start + size, rest: bytes };
  const message = decode(bytes.toString("utf8", start, start + size));
  // A message that broke off, or whose length is wrong, may have swallowed the header of the next one.
  return { ...message, rest: bytes.subarray("problem" in message ? start : start + size) };
}

const BLANK_LINE = "\r\n\r\n";

/** Garbage before a header belongs to nobody, also where it stands on the same line. */
function bodySize(header: string): number | undefined {
  const digits = [...header.matchAll(/Content-Length[ \t]*:[ \t]*(\d{1,9})[ \t]*(?=\r|$)/gi)].at(-1)?.[1];
  const size = digits === undefined ? undefined : Number(digits);
  return size !== undefined && size <= LONGEST_MESSAGE ? size : undefined;
}

function decode(text: string): { readonly message: Message } | { readonly problem: string } {
  try {
    return { message: JSON.parse(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
