/** What comes in, before anybody acts on it: only messages of JSON-RPC 2.0 pass, and the sender hears why another one does not. */
import { ErrorCodes, type Message } from "vscode-languageserver";

/** What becomes of a message: it passes, is answered with an error, or is passed over and told on the error output. */
export type Judged =
  | { readonly message: Message }
  | { readonly refusal: Refusal; readonly problem: string }
  | { readonly problem: string };

/** The answer to what is no request; without an id where nobody knows to what. */
export interface Refusal extends Message {
  readonly id: number | string | null;
  readonly error: { readonly code: number; readonly message: string };
}

/** Judges anything that was sent; `asked` holds the ids of requests that are not answered yet. */
export function judgeMessage(sent: unknown, asked: ReadonlySet<string>): Judged {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return refused(null, "a message is an object");
  const { jsonrpc, id, method, params } = sent as Readonly<Record<string, unknown>>;
  const isAnswer = method === undefined;
  if (isAnswer) return judgeAnswer(sent as Message, { jsonrpc, id });
  const known = typeof id === "string" || Number.isFinite(id) ? (id as string | number) : null;
  if (jsonrpc !== "2.0") return refused(known, 'jsonrpc must be "2.0"');
  if (typeof method !== "string") return refused(known, "method must be a string");
  if (id !== undefined && known === null) return refused(null, "id must be a number or a string");
  if (method === "$/cancelRequest") return judgeCancel(sent as Message, params);
  const isNotification = id === undefined;
  if (isNotification) return { message: sent as Message };
  if (asked.has(String(known))) return refused(known, "another request with this id waits for its answer");
  if (Array.isArray(params)) return refused(known, `${method} takes its parameters by name`, ErrorCodes.InvalidParams);
  if (params !== undefined && typeof params !== "object") return refused(known, "params must be an object");
  return { message: sent as Message };
}

/** The answer to what could not even be read. */
export function unreadable(problem: string): Refusal {
  return { jsonrpc: "2.0", id: null, error: { code: ErrorCodes.ParseError, message: problem } };
}

/** Answers are not answered, lest two programs tell each other of errors for ever. */
function judgeAnswer(message: Message, { jsonrpc, id }: { readonly jsonrpc: unknown; readonly id: unknown }): Judged {
  if ("result" in message || "error" in message || id !== undefined) {
    const isSound = jsonrpc === "2.0" && (typeof id === "number" || typeof id === "string");
    const says = isSound && ("result" in message || ("error" in message && isError(message.error)));
    return says ? { message } : { problem: "an answer that says nothing, or to nothing" };
  }
  return refused(null, "a message has a method, a result or an error");
}

function isError(error: unknown): boolean {
  return typeof error === "object" && error !== null;
}

/** The package would throw where there is no id. */
function judgeCancel(message: Message, params: unknown): Judged {
  const id = typeof params === "object" && params !== null && "id" in params ? params.id : undefined;
  return typeof id === "number" || typeof id === "string" ? { message } : { problem: "$/cancelRequest without an id" };
}

function refused(id: Refusal["id"], problem: string, code: number = ErrorCodes.InvalidRequest): Judged {
  return { problem, refusal: { jsonrpc: "2.0", id, error: { code, message: problem } } };
}
