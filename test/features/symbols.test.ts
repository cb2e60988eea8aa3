/** Outlines of files, and the units of a workspace. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type DocumentSymbol, documentSymbols } from "../../server/src/features/symbols.ts";
import { workspaceSymbols } from "../../server/src/features/workspace-symbols.ts";
import { marked } from "../support/marked.ts";
import { checkNavigationLaw } from "../support/navigation-law.ts";
import { renderedPlace } from "../support/rendered-places.ts";

/** A line for each symbol, indented by its depth: name, detail, and the lines that it spans. */
function checkOutline(text: string, expected: string): void {
  const { snapshot, uri } = marked(text);
  const source = snapshot.file(uri)?.source;
  assert.ok(source);
  const lines = (symbol: DocumentSymbol, depth: number): string[] => {
    const { name, detail, span, deprecated, children } = symbol;
    const [first, last] = [span.start, span.end].map(offset => source.position(offset).line);
    const shown = `${"  ".repeat(depth)}${name}${detail && `: ${detail}`} ${first}-${last}${deprecated ? " deprecated" : ""}`;
    return [shown, ...children.flatMap(child => lines(child, depth + 1))];
  };
  const outline = documentSymbols(snapshot, uri).flatMap(symbol => lines(symbol, 0));
  assert.equal(`${outline.join("\n")}\n`, expected, text);
}

function checkWorkspace(query: string, text: string, expected: readonly string[]): void {
  const { snapshot } = marked(text);
  const shown = workspaceSymbols(snapshot, query).map(({ name, is, place }) => `${name} ${is} ${renderedPlace(place)}`);
  assert.deepEqual(shown, expected);
}

test("sections hold their keys", () => {
  checkOutline(
    `[Unit]
Description=App
# why
After=a.service \\
  b.service

[Service]
MemoryLimit=1G
Unknown=1
# the end
[X-Own]
Any = thing
`,
    `Unit 1-5
  Description: App 2-2
  After: a.service b.service 4-5
Service 7-9
  MemoryLimit: 1G 8-8 deprecated
  Unknown: 1 9-9
X-Own 11-12
  Any: thing 12-12
`,
  );
});

test("broken files have an outline, too", () => {
  checkOutline("Key=1\n[]\n[Unit\nAfter=\nno key\n=1\n", "Key: 1 1-1\n[] 2-2\nUnit 3-6\n  After 4-4\n");
});

const units = `-- nginx.service --
[Unit]
[Install]
Alias=web.service
-- nginx-debug@.service --
[Unit]
-- unix.socket --
[Socket]
-- nginx.service.d/limits.conf --
[Service]
`;

test("units are found by letters in their order, the closest first", () => {
  checkWorkspace("nginx", units, [
    "nginx.service unit nginx.service:1 [Unit]",
    "nginx-debug@.service template nginx-debug@.service:1 [Unit]",
    "nginx.service.d/limits.conf drop-in nginx.service.d/limits.conf:1 [Service]",
  ]);
  checkWorkspace("NX", units, [
    "nginx.service unit nginx.service:1 [Unit]",
    "nginx-debug@.service template nginx-debug@.service:1 [Unit]",
    "nginx.service.d/limits.conf drop-in nginx.service.d/limits.conf:1 [Service]",
    "unix.socket unit unix.socket:1 [Socket]",
  ]);
  checkWorkspace("web", units, ["web.service alias nginx.service:3 web.service"]);
  checkWorkspace("limits", units, ["nginx.service.d/limits.conf drop-in nginx.service.d/limits.conf:1 [Service]"]);
  checkWorkspace("debug", units, ["nginx-debug@.service template nginx-debug@.service:1 [Unit]"]);
  checkWorkspace("zz", units, []);
});

test("an empty query gives all", () => {
  checkWorkspace("", "-- b.service --\n[Unit]\n-- a.target --\n", [
    "a.target unit a.target:1",
    "b.service unit b.service:1 [Unit]",
  ]);
});

test("law: spans lie in the file, and names are not empty", () => {
  checkNavigationLaw((snapshot, uri, offset) => {
    const source = snapshot.file(uri)?.source;
    if (offset > 0 || source === undefined) return [];
    const all = documentSymbols(snapshot, uri).flatMap(symbol => [symbol, ...symbol.children]);
    for (const { name, span, selection } of all) {
      assert.notEqual(name, "");
      assert.ok(span.start <= selection.start && selection.end <= span.end);
    }
    return all.map(({ span }) => ({ span, source }));
  });
});
