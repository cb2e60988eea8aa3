/** What there is to say of a mistake of our own: enough to do it again, and no text of the user's files unless it is asked for. */
import type { Documents } from "./documents.ts";

/** Something that broke. */
export interface Crash {
  /** A method of the protocol, or what was done in the background. */
  readonly what: string;
  readonly params?: unknown;
  readonly error: unknown;
}

/** The error with its stack, the parameters, and the versions of the documents that these name; with all texts where `isVerbose`. */
export function crashReport(
  version: string,
  { what, params, error }: Crash,
  documents: Documents | undefined,
  isVerbose = false,
): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const shown = isVerbose ? Number.POSITIVE_INFINITY : LONGEST_STRING;
  const asked = params === undefined ? [] : [`params: ${shorten(JSON.stringify(outline(params, shown)), isVerbose)}`];
  const named =
    documents === undefined ? [] : documentsIn(params, documents).map(uri => describe(uri, documents, isVerbose));
  return [`unitlint ${version} failed in ${what}`, stack, ...asked, ...named].join("\n");
}

/** Longer strings may be texts. */
const LONGEST_STRING = 200;
const LONGEST_PARAMS = 4000;
const DEEPEST = 6;
const LONGEST_LIST = 20;

function shorten(text: string, isVerbose: boolean): string {
  return isVerbose || text.length <= LONGEST_PARAMS ? text : `${text.slice(0, LONGEST_PARAMS)}…`;
}

/** The same value, with what is long, deep or a text of a document told by its size. */
function outline(value: unknown, longest: number, depth = 0, key = ""): unknown {
  if (typeof value === "string") {
    const isText = key === "text" && Number.isFinite(longest);
    return isText || value.length > longest ? `<${value.length} characters>` : value;
  }
  if (typeof value !== "object" || value === null) return value;
  if (depth >= DEEPEST) return Array.isArray(value) ? "<a list>" : "<an object>";
  if (Array.isArray(value)) {
    const items = value.slice(0, LONGEST_LIST).map(item => outline(item, longest, depth + 1));
    return value.length > LONGEST_LIST ? [...items, `<${value.length - LONGEST_LIST} more>`] : items;
  }
  const members = Object.entries(value).slice(0, LONGEST_LIST);
  return Object.fromEntries(members.map(([name, member]) => [name, outline(member, longest, depth + 1, name)]));
}

/** The open documents that the parameters name; without any, all that are open. */
function documentsIn(params: unknown, documents: Documents): readonly string[] {
  const given = typeof params === "object" && params !== null ? params : {};
  const document = "textDocument" in given ? given.textDocument : "item" in given ? given.item : given;
  const uri = typeof document === "object" && document !== null && "uri" in document ? document.uri : undefined;
  return typeof uri === "string" ? [uri] : documents.uris().slice(0, LONGEST_LIST);
}

function describe(uri: string, documents: Documents, isVerbose: boolean): string {
  const open = documents.get(uri);
  if (open === undefined) return `${uri}: not open`;
  const size = `${uri}: version ${open.version}, ${open.languageId}, ${open.lineCount} lines`;
  return isVerbose ? `${size}\n${JSON.stringify(open.getText())}` : size;
}
