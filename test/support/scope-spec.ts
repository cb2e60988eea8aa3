/**
 * Reads specs of the grammar: fenced unit files, in which a line of carets under a line names the scope of what stands above them, as
 * `vscode-tmgrammar-test` has made it usual. `plain` is text without any scope but those of where it stands (`meta.…`).
 */
import { hasScope, type ScopedPiece, scopesAt, scopesOf } from "./grammar.ts";
import { specCases } from "./spec.ts";

/** One fenced file and what it says of itself. */
export interface ScopeCase {
  readonly title: string;
  readonly lines: readonly string[];
  readonly claims: readonly ScopeClaim[];
}

/** That a piece of a line, and nothing beside it, has a scope. */
export interface ScopeClaim {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scope: string;
}

/** All cases of a spec. */
export function scopeCases(markdown: string): ScopeCase[] {
  return specCases(markdown).flatMap(({ title, annotated }) =>
    Object.values(annotated).map(text => ({ title, ...read(text.replace(/\n$/, "")) })),
  );
}

/** What is not as a case claims, each in a sentence; `lineEnd` is what an engine leaves of the line's end. */
export function wrongClaims({ lines, claims }: ScopeCase, lineEnd = ""): string[] {
  const scoped = scopesOf(lines.map(line => line + lineEnd));
  return claims.flatMap(claim => {
    const { line, start, end, scope } = claim;
    const pieces = scoped[line] ?? [];
    const text = lines[line] ?? "";
    const has = (at: number) => at >= 0 && at < text.length && isAt(pieces, at, scope);
    const inside = Array.from({ length: end - start }, (_, i) => start + i);
    if (inside.every(has) && (!isExact(scope) || (!has(start - 1) && !has(end)))) return [];
    const found = pieces.map(piece => `${text.slice(piece.start, piece.end)} (${piece.scopes.join(" ")})`);
    return [`${text}: ${JSON.stringify(text.slice(start, end))} is not exactly ${scope}; found ${found.join(", ")}`];
  });
}

/** What is plain, or a part of something larger, may go on. */
function isExact(scope: string): boolean {
  return scope !== "plain" && !scope.startsWith("meta.section");
}

function isAt(pieces: readonly ScopedPiece[], at: number, scope: string): boolean {
  const scopes = scopesAt(pieces, at);
  return scope === "plain" ? scopes.every(one => one.startsWith("meta.")) : hasScope(scopes, scope);
}

function read(text: string): Pick<ScopeCase, "lines" | "claims"> {
  const lines: string[] = [];
  const claims: ScopeClaim[] = [];
  for (const line of text.split("\n")) {
    const [, blanks, carets, scope] = /^( *)(\^+) (\S+)$/.exec(line) ?? [];
    if (blanks === undefined || carets === undefined || scope === undefined) lines.push(line);
    else {
      const start = blanks.length;
      claims.push({ line: lines.length - 1, start, end: start + carets.length, scope });
    }
  }
  return { lines, claims };
}
