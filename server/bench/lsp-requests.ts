/** What an editor asks while somebody works on a unit, and how soon it should know. */
import type { TypedDocument } from "./keystrokes.ts";
import { positionIn } from "./keystrokes.ts";
import type { BenchClient } from "./lsp-client.ts";

/** One request, asked again and again. */
export interface AskedRequest {
  readonly name: string;
  /** In milliseconds at p95, where there is one. */
  readonly goal?: number;
  /** The same, counted from what a request takes that nothing is done for. */
  readonly above?: number;
  readonly method: string;
  /** What the server announces for it. */
  readonly provider: string;
  /** Whether a key is pressed before each, as for completion. */
  readonly isTyping?: boolean;
  readonly params: (text: string) => object;
}

/** All requests; the unit is one that many name, and the document names it. */
export function askedRequests(unit: string, references: number): readonly AskedRequest[] {
  const inUnit = at(unit, 3);
  return [
    { name: "completion of a key", above: 1.5, ...completion, params: at("\nPrivateTmp=", 4) },
    { name: "completion of a unit name", above: 1.5, ...completion, params: at("After=net") },
    { name: "completion of a value", above: 1.5, ...completion, params: at("Type=e") },
    { name: "hover on a key", above: 0.5, ...hover, params: at("RestartSec", 3) },
    { name: "hover on a value", above: 0.5, ...hover, params: at("RestartSec=", 12) },
    { name: "hover on a unit name", above: 0.5, ...hover, params: inUnit },
    { name: "definition of a unit", ...named("definition"), params: inUnit },
    {
      name: "references to a unit",
      ...named("references"),
      params: text => ({ ...inUnit(text), context: { includeDeclaration: true } }),
    },
    {
      name: `rename in ${references} places`,
      goal: 100,
      ...named("rename"),
      params: text => ({ ...inUnit(text), newName: "store.service" }),
    },
    { name: "symbols of a file", ...named("documentSymbol"), params: () => ({}) },
    {
      name: "semantic tokens of a file",
      method: "textDocument/semanticTokens/full",
      provider: "semanticTokensProvider",
      params: () => ({}),
    },
    { name: "symbols of all files", method: "workspace/symbol", provider: "workspaceSymbolProvider", params: queryOf },
  ];
}

function named(name: string) {
  return { method: `textDocument/${name}`, provider: `${name}Provider` };
}

const completion = { ...named("completion"), isTyping: true };
const hover = named("hover");

function at(found: string, behind?: number) {
  return (text: string) => ({ position: positionIn(text, found, behind) });
}

function queryOf() {
  return { query: "app-12" };
}

/** The times of some answers in milliseconds; undefined where the server does not announce it. */
export async function measureRequest(
  client: BenchClient,
  document: TypedDocument,
  announced: Readonly<Record<string, unknown>>,
  { method, provider, params, isTyping }: AskedRequest,
): Promise<readonly number[] | undefined> {
  if (!announced[provider]) return undefined;
  const times: number[] = [];
  for (let i = 0; i < ASKED; i++) {
    if (isTyping === true) typeAtEnd(document, i);
    const wanted = { textDocument: { uri: document.uri }, ...params(document.text()) };
    const started = performance.now();
    const answer = await client.request(method, wanted);
    times.push(performance.now() - started);
    if (answer === null || answer === undefined) throw new Error(`${method} has no answer`);
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
  return times;
}

/** What the way there and back takes: the times of a request that no server knows. */
export async function measureEmpty(client: BenchClient): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < ASKED; i++) {
    const started = performance.now();
    await client.request("unitlint/nothing", {});
    times.push(performance.now() - started);
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
  return times;
}

const ASKED = 60;
/** In milliseconds. */
const PAUSE = 20;

/** A comment that comes and goes. */
function typeAtEnd(document: TypedDocument, i: number): void {
  const end = document.text().length;
  if (i % 2 === 0) document.edit(end, 0, "#");
  else document.edit(end - 1, 1, "");
}
