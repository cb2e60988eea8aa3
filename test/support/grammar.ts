/** The TextMate grammar at work: each line of a text in pieces with their scopes, by the engine that VS Code has. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

/** A piece of one line; `scopes` from the outermost to the innermost, without the language's own. */
export interface ScopedPiece {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** The file of the grammar. */
export const grammarFile = new URL("../../grammars/systemd-unit.tmLanguage.json", import.meta.url);

const engine = createRequire(import.meta.url)
  .resolve("vscode-oniguruma")
  .replace(/main\.js$/, "onig.wasm");
await oniguruma.loadWASM(readFileSync(engine));
const onigLib = Promise.resolve({
  createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
  createOnigString: (text: string) => new oniguruma.OnigString(text),
});
const grammar = await new textmate.Registry({
  onigLib,
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, "utf8"), "grammar.json"),
}).loadGrammar("source.systemd-unit");

/** The pieces of each line; lines come without their ends. */
export function scopesOf(lines: readonly string[]): ScopedPiece[][] {
  if (grammar === null) throw new Error("the grammar cannot be loaded");
  let state = textmate.INITIAL;
  return lines.map(line => {
    const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(line, state);
    if (stoppedEarly) throw new Error(`the engine gave up at ${JSON.stringify(line.slice(0, 80))}`);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: startIndex,
      end: Math.min(endIndex, line.length),
      scopes: scopes.slice(1).map(scope => scope.replace(/\.systemd-unit$/, "")),
    }));
  });
}

/** The scopes at a place in a line. */
export function scopesAt(pieces: readonly ScopedPiece[], at: number): readonly string[] {
  return pieces.find(({ start, end }) => start <= at && at < end)?.scopes ?? [];
}

/** Whether a list of scopes has one, or one below it: `comment` is there where `comment.line.semicolon` is. */
export function hasScope(scopes: readonly string[], wanted: string): boolean {
  return scopes.some(scope => scope === wanted || scope.startsWith(`${wanted}.`));
}

/** Where a line says something: its first character that is no blank. */
export function firstVisible(line: string): number {
  return line.search(/[^ \t\r]/);
}
