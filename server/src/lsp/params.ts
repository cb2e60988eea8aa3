/** The parameters that a request cannot do without, and their shapes: what else a client sends is ignored. */

/** What is wrong with the parameters of a method, in a few words; undefined where nothing is. */
export function paramsProblem(method: string, params: unknown): string | undefined {
  const needed = neededBy(method);
  if (needed.length === 0) return isRecord(params) || !takesObject(method) ? undefined : `${method} needs an object`;
  if (!isRecord(params)) return `${method} needs ${needed.join(" and ")}`;
  const bad = needed.find(name => !shapes[name].fits(params[name]));
  return bad && `${method}: ${bad} must be ${shapes[bad].is}`;
}

/** Whether it is a place in a document; numbers beyond the text are sound, others are not. */
export function isPosition(value: unknown): boolean {
  return isRecord(value) && isCount(value.line) && isCount(value.character);
}

/** Whether it is two places. */
export function isRange(value: unknown): boolean {
  return isRecord(value) && isPosition(value.start) && isPosition(value.end);
}

/** Whether members can be looked up in it. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type Name = keyof typeof shapes;

const shapes = {
  textDocument: { is: "a document with a URI", fits: (value: unknown) => isRecord(value) && isString(value.uri) },
  position: { is: "a line and a character from 0 on", fits: isPosition },
  range: { is: "a start and an end, each a line and a character from 0 on", fits: isRange },
  positions: { is: "a list of positions", fits: listOf(isPosition) },
  ranges: { is: "a list of ranges", fits: listOf(isRange) },
  item: { is: "an item with its URI", fits: (value: unknown) => isRecord(value) && isString(value.uri) },
  newName: { is: "a string", fits: isString },
  query: { is: "a string", fits: isString },
  command: { is: "a string", fits: isString },
  arguments: { is: "a list", fits: (value: unknown) => value === undefined || value === null || Array.isArray(value) },
  uri: { is: "a string", fits: isString },
  previousResultIds: {
    is: "a list of URIs with the ids of answers",
    fits: (value: unknown) => value === undefined || listOf(isKnownResult)(value),
  },
};

const place = ["textDocument", "position"] as const;
const stretch = ["textDocument", "range"] as const;
const item = ["item"] as const;

/** What methods need that are not about a document alone. */
const needs: Readonly<Record<string, readonly Name[]>> = {
  "textDocument/completion": place,
  "textDocument/hover": place,
  "textDocument/signatureHelp": place,
  "textDocument/definition": place,
  "textDocument/declaration": place,
  "textDocument/references": place,
  "textDocument/documentHighlight": place,
  "textDocument/prepareRename": place,
  "textDocument/rename": [...place, "newName"],
  "textDocument/prepareCallHierarchy": place,
  "textDocument/prepareTypeHierarchy": place,
  "textDocument/onTypeFormatting": place,
  "textDocument/selectionRange": ["textDocument", "positions"],
  "textDocument/rangeFormatting": stretch,
  "textDocument/rangesFormatting": ["textDocument", "ranges"],
  "textDocument/codeAction": stretch,
  "textDocument/inlayHint": stretch,
  "textDocument/semanticTokens/range": stretch,
  "callHierarchy/incomingCalls": item,
  "callHierarchy/outgoingCalls": item,
  "typeHierarchy/supertypes": item,
  "typeHierarchy/subtypes": item,
  "workspace/symbol": ["query"],
  "workspace/executeCommand": ["command", "arguments"],
  "workspace/textDocumentContent": ["uri"],
  "workspace/diagnostic": ["previousResultIds"],
};

function neededBy(method: string): readonly Name[] {
  if (Object.hasOwn(needs, method)) return needs[method] ?? [];
  return method.startsWith("textDocument/") ? ["textDocument"] : [];
}

/** What a client hands back, and what it says of itself. */
function takesObject(method: string): boolean {
  return method === "initialize" || method.endsWith("/resolve");
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isKnownResult(value: unknown): boolean {
  return isRecord(value) && isString(value.uri) && isString(value.value);
}

function listOf(fits: (value: unknown) => boolean): (value: unknown) => boolean {
  return value => Array.isArray(value) && value.every(fits);
}
