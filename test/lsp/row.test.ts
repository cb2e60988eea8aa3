/** How positions and answers go between the protocol and features. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readClient } from "../../server/src/lsp/client.ts";
import type { Environment } from "../../server/src/lsp/environment.ts";
import { newGuard } from "../../server/src/lsp/guard.ts";
import { positionsIn } from "../../server/src/lsp/positions.ts";
import { at, inFile } from "../../server/src/lsp/row.ts";
import { newSession, type Session } from "../../server/src/lsp/session.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";
import { settle, workspaceOver } from "../support/marked.ts";

const uri = "file:///units/app.service";

function sessionOver(text: string, encoding: string): Session {
  const workspace = workspaceOver({ "/units/app.service": text });
  settle(workspace);
  const client = readClient({ general: { positionEncodings: [encoding] } });
  const environment = { rulePage: () => undefined } as Partial<Environment> as Environment;
  const guard = newGuard({} as Session["connection"], environment, () => undefined);
  return newSession({} as Session["connection"], client, environment, workspace, guard);
}

/** The word that starts at the cursor. */
const wordAt = at(
  (snapshot, uri, offset) => ({ file: snapshot.file(uri)?.source ?? new SourceFile("", ""), offset }),
  ({ file, offset }, to) =>
    to.location(file, { start: offset, end: offset + (/^\S+/.exec(file.text.slice(offset))?.[0].length ?? 0) }),
);

test("a feature gets an offset, and its spans come back in the client's encoding", () => {
  const text = "[Service]\nEnvironment=Ä=😀 next\n";
  for (const [encoding, start] of [
    ["utf-8", 19],
    ["utf-16", 16],
    ["utf-32", 15],
  ] as const) {
    const position = { line: 1, character: start + 1 };
    const range = { start: position, end: { line: 1, character: start + 5 } };
    assert.deepEqual(wordAt(sessionOver(text, encoding), { textDocument: { uri }, position }), { uri, range });
  }
});

test("what is no unit file has no answer", () => {
  const session = sessionOver("[Service]\n", "utf-16");
  const named = inFile(
    (snapshot, uri) => snapshot.file(uri)?.name.unit,
    name => name ?? "none",
  );
  assert.equal(named(session, { textDocument: { uri } }), "app.service");
  assert.equal(named(session, { textDocument: { uri: "file:///units/notes.txt" } }), null);
});

test("each offset has a position that leads back to it", () => {
  const text = "a\r\nä😀\n\r\u0000\udc80x\n\nend";
  const source = new SourceFile("a.service", text);
  for (const encoding of ["utf-8", "utf-16", "utf-32"] as const) {
    const { position, offset } = positionsIn(encoding);
    const starts = [0, 1, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, text.length];
    assert.deepEqual(
      starts.map(start => offset(source, position(source, start))),
      starts,
    );
  }
});
