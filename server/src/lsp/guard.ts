/** The one place that everything runs through that a client or a rule can make fail: it fails alone, and is told. */
import {
  type CancellationToken,
  ErrorCodes,
  LogMessageNotification,
  LSPErrorCodes,
  type MessageConnection,
  MessageType,
  ResponseError,
} from "vscode-languageserver";
import type { Rule, Visitor } from "../lint/rule.ts";
import { type Crash, crashReport } from "./crash-report.ts";
import type { Documents } from "./documents.ts";
import type { Environment } from "./environment.ts";
import { paramsProblem } from "./params.ts";

/** Runs what may fail. */
export interface Guard {
  /** Answers a request: with an error where it is cancelled, makes no sense, or fails. */
  request(asked: Asked, answer: () => unknown): Promise<unknown>;
  /** Takes a notification; what it says of it, or what fails, is logged. */
  notification(method: string, params: unknown, take: () => unknown): Promise<void>;
  /** Does something that nobody waits for; gives whether it did not fail. */
  background(what: string, work: () => void): boolean;
  /** The same rules; one that fails finds nothing in what it failed at. */
  rules(rules: readonly Rule[]): readonly Rule[];
  /** From now on, reports hold the texts of documents, or not. */
  trace(isVerbose: boolean): void;
}

/** A request as it came. */
export interface Asked {
  readonly method: string;
  readonly params: unknown;
  readonly token: CancellationToken;
}

/** Tells of failures on the error output and in the client's log; the documents are those of a session, once there is one. */
export function newGuard(
  connection: MessageConnection,
  environment: Environment,
  documents: () => Documents | undefined,
): Guard {
  const isNew = newCounter();
  let isVerbose = false;
  const log = (type: MessageType, message: string) =>
    connection.sendNotification(LogMessageNotification.type, { type, message }).catch(() => undefined);
  const tell = (crash: Crash) => {
    if (!isNew(`${crash.what} ${crash.error instanceof Error ? crash.error.stack : crash.error}`)) return;
    const report = crashReport(environment.version, crash, documents(), isVerbose);
    environment.complain(report);
    log(MessageType.Error, report);
  };
  return {
    async request({ method, params, token }, answer) {
      try {
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
        const problem = paramsProblem(method, params);
        if (problem !== undefined) throw new ResponseError(ErrorCodes.InvalidParams, problem);
        return await answer();
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        tell({ what: method, params, error });
        throw new ResponseError(ErrorCodes.InternalError, `${method}: ${messageOf(error)}`);
      }
    },
    async notification(method, params, take) {
      try {
        const said = await take();
        if (typeof said === "string") log(MessageType.Warning, `${method}: ${said}`);
      } catch (error) {
        tell({ what: method, params, error });
      }
    },
    background(what, work) {
      try {
        work();
        return true;
      } catch (error) {
        tell({ what, error });
        return false;
      }
    },
    rules: rules => rules.map(rule => guarded(rule, tell)),
    trace(wanted) {
      isVerbose = wanted;
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether something happens for the first, the tenth, the hundredth … time: what breaks at each key would fill a disk. */
function newCounter(): (what: string) => boolean {
  const counts = new Map<string, number>();
  return what => {
    if (counts.size >= MOST_KNOWN) counts.clear();
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    return /^10*$/.test(String(count));
  };
}

const MOST_KNOWN = 200;

type Hook = (what: never, beside: never, report: never) => void;

function guarded(rule: Rule, tell: (crash: Crash) => void): Rule {
  const hooks = Object.entries(rule.visit).map(([name, visit]: [string, Hook]): [string, Hook] => [
    name,
    (what, beside, report) => {
      try {
        visit(what, beside, report);
      } catch (error) {
        tell({ what: `the rule ${rule.id}`, params: subjectOf(what, beside), error });
      }
    },
  ]);
  return { ...rule, visit: Object.fromEntries(hooks) as Visitor };
}

/** The unit, or the file, that a rule looked at. */
function subjectOf(...given: readonly unknown[]): object {
  for (const one of given) {
    const { id, source } = Object(one) as { readonly id?: unknown; readonly source?: { readonly path?: unknown } };
    if (typeof id === "string") return { unit: id };
    if (typeof source?.path === "string") return { file: source.path };
  }
  return {};
}
