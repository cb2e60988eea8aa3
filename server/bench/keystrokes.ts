/** What somebody types into a service, key by key. */
import type { BenchClient } from "./lsp-client.ts";

/** An open document that is typed into. */
export interface TypedDocument {
  readonly uri: string;
  readonly text: () => string;
  readonly version: () => number;
  /** Puts a text at an offset and takes some characters away; gives the new version. */
  edit(offset: number, removed: number, text: string): number;
}

/** Opens a document. */
export function openTyped(client: BenchClient, path: string, text: string): TypedDocument {
  const uri = `file://${path}`;
  let [current, version] = [text, 1];
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "systemd-unit", version, text } });
  return {
    uri,
    text: () => current,
    version: () => version,
    edit(offset, removed, inserted) {
      const range = { start: positionAt(current, offset), end: positionAt(current, offset + removed) };
      current = current.slice(0, offset) + inserted + current.slice(offset + removed);
      const contentChanges = [{ range, text: inserted }];
      client.notify("textDocument/didChange", { textDocument: { uri, version: ++version }, contentChanges });
      return version;
    },
  };
}

/** One key, after which it is waited for the findings. */
export interface Keystroke {
  readonly offset: number;
  readonly removed: number;
  readonly text: string;
}

/** So many keys, each computed from the text as it is then: values, keys, new lines and orders are typed, and taken away again. */
export function* keystrokes(text: () => string, count: number): Generator<Keystroke, void> {
  let left = count;
  for (;;) {
    for (const [before, typed] of typings) {
      const start = text().indexOf(before) + before.length;
      for (let i = 0; i < typed.length; i++) {
        if (left-- === 0) return;
        yield { offset: start + i, removed: 0, text: typed[i] ?? "" };
      }
      if (left-- === 0) return;
      yield { offset: start, removed: typed.length, text: "" };
    }
  }
}

/** After what, and what. */
const typings: readonly (readonly [string, string])[] = [
  ["RestartSec=", "90min "],
  ["PrivateTmp=yes\n", "TimeoutStartSec=5min\n"],
  ["After=", "app-17.service database.service "],
  ["NoNewPrivileges=yes", "\nUMask=0077"],
  ["Description=", "My own "],
  ["[Unit]\n", "Requires=app-41.service\n"],
];

/** Where a text is found for the first time, and how far behind its start. */
export function positionIn(text: string, found: string, behind = found.length) {
  return positionAt(text, text.indexOf(found) + behind);
}

function positionAt(text: string, offset: number): { readonly line: number; readonly character: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length - 1, character: offset - (before.lastIndexOf("\n") + 1) };
}
