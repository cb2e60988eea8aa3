/** A workspace that is edited, and whose files come and go. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FileHost } from "../../server/src/workspace/file-host.ts";
import type { Workspace } from "../../server/src/workspace/workspace.ts";
import { settle, workspaceOn, workspaceOver } from "../support/marked.ts";
import { memoryHost } from "../support/memory-host.ts";

/** All findings of all files, as lines. */
function told(workspace: Workspace): string[] {
  const snapshot = workspace.snapshot();
  return snapshot.files
    .flatMap(({ uri }) =>
      snapshot.findings(uri).map(found => `${uri} ${found.span.start} ${found.rule} ${found.message}`),
    )
    .sort();
}

const open = (uri: string, text: string) => ({ uri, languageId: "systemd-unit", version: 1, text });

test("an open file has findings before the folders were looked through", () => {
  const workspace = workspaceOver({ "/units/a.service": "", "/units/b.service": "[Service]\nExecStart=/bin/b\n" });
  workspace.open(
    open("file:///units/a.service", "[Unit]\nAfter=a.service\nAfter=b.service\n[Service]\nExecStart=/bin/a\n"),
  );
  assert.deepEqual(told(workspace), ["file:///units/a.service 13 self-dependency The unit names itself in After="]);
});

test("the text on disk counts again when a document is closed", () => {
  const workspace = workspaceOver({ "/units/a.service": "[Service]\nExecStart=/bin/a\nRestrat=no\n" });
  settle(workspace);
  const before = told(workspace);
  workspace.open(open("file:///units/a.service", "[Service]\nExecStart=/bin/a\n"));
  assert.deepEqual(told(workspace), []);
  workspace.close("file:///units/a.service");
  assert.deepEqual(told(workspace), before);
  assert.equal(before.length, 1);
});

test("a file that is not saved yet counts among its neighbours", () => {
  const workspace = workspaceOver({ "/units/a.service": "[Unit]\nWants=b.service\n[Service]\nExecStart=/bin/a\n" });
  settle(workspace);
  workspace.open(open("file:///units/b.service", "[Service]\nExecStart=/bin/b\n"));
  workspace.open(open("file:///units/b.service.d/x.conf", "[Service]\nExecStart=/bin/c\n"));
  settle(workspace);
  const unit = workspace.snapshot().file("file:///units/b.service")?.unit;
  assert.equal(unit?.load, "bad-setting");
  assert.equal(unit?.dropIns.length, 1);
  assert.match(told(workspace).join("\n"), /duplicate-exec-start/);
});

test("documents count as what their editor, name and content say", () => {
  const workspace = workspaceOver({});
  const isUnit = (uri: string, text: string, languageId: string) => {
    workspace.open({ uri, languageId, version: 1, text });
    return workspace.snapshot().file(uri)?.name.unit;
  };
  assert.equal(
    isUnit("untitled:Untitled-1", "[Timer]\nOnCalendar=daily\n", "systemd-unit"),
    "untitled:Untitled-1.timer",
  );
  assert.equal(isUnit("untitled:Untitled-2", "", "systemd-unit"), "untitled:Untitled-2.service");
  assert.equal(isUnit("untitled:Untitled-3", "[Timer]\n", "plaintext"), undefined);
  assert.equal(isUnit("file:///x/notes.txt", "[Socket]\n", "systemd-unit"), "notes.socket");
  assert.equal(isUnit("file:///x/eth0.network", "[Match]\nName=eth0\n", "systemd"), undefined);
  assert.equal(isUnit("file:///x/web.container", "[Container]\n[Service]\n", "systemd"), undefined);
  assert.equal(isUnit("file:///etc/systemd/journald.conf", "[Journal]\n", "systemd"), undefined);
  assert.equal(isUnit("file:///x/a.service.d/y.conf", "[Unit]\n", "plaintext"), "a.service");
  assert.equal(isUnit("file:///x/avahi.service", "<?xml version='1.0'?>\n", "xml"), undefined);
  assert.equal(isUnit("file:///x/host.target", "<?xml version='1.0'?>\n", "systemd-unit"), undefined);
  assert.equal(isUnit("file:///x/org.example.App.service", "[D-BUS Service]\nName=x\n", "systemd-unit"), undefined);
});

/** What happens in an editor or on disk. */
type Act =
  | { readonly is: "open" | "change"; readonly file: number; readonly lines: readonly number[] }
  | { readonly is: "save"; readonly file: number; readonly lines: readonly number[] }
  | { readonly is: "remove" | "close" | "step" | "ask"; readonly file: number };

const names = [
  "a.service",
  "b.service",
  "c@.service",
  "d.target",
  "a.service.d/x.conf",
  "service.d/y.conf",
  "more/e.service",
];
const lines = [
  "[Unit]",
  "[Service]",
  "After=b.service d.target",
  "Before=a.service",
  "Requires=a.service c@1.service",
  "ExecStart=/bin/true %i",
  "ExecStart=",
  "Type=oneshot",
  "Restrat=no",
  "[Install]\nWantedBy=d.target",
  "PartOf=e.service",
  "Conflicts=shutdown.target",
];

const textOf = (chosen: readonly number[]) => chosen.map(i => `${lines[i]}\n`).join("");
const chosenLines = fc.array(fc.nat(lines.length - 1), { maxLength: 8 });
const file = fc.nat(names.length - 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ is: fc.constantFrom("open" as const, "change" as const, "save" as const), file, lines: chosenLines }),
  fc.record({ is: fc.constantFrom("close" as const, "step" as const, "ask" as const, "remove" as const), file }),
);

/** A disk on which files change. */
interface Disk {
  readonly host: FileHost;
  readonly files: Map<string, string>;
}

function newDisk(texts: readonly (readonly number[])[]): Disk {
  const files = new Map(names.map((name, i) => [`/units/${name}`, textOf(texts[i] ?? [])]));
  const now = () => memoryHost({ "/units/": "", ...Object.fromEntries(files) });
  const host: FileHost = {
    kind: path => now().kind(path),
    read: path => now().read(path),
    readStart: (path, length) => now().readStart(path, length),
    list: path => now().list(path),
    realPath: path => now().realPath(path),
    linkTarget: path => now().linkTarget(path),
  };
  return { host, files };
}

test("random edits, in editors and on disk, give the findings of opening the final texts afresh", () => {
  const starts = fc.array(chosenLines, { minLength: names.length, maxLength: names.length });
  const property = fc.property(starts, fc.array(act, { maxLength: 25 }), (texts, acts) => {
    const disk = newDisk(texts);
    const workspace = workspaceOn(disk.host);
    const documents = new Map<string, string>();
    for (const [version, step] of acts.entries()) perform(workspace, disk, documents, step, version);
    settle(workspace);
    const fresh = workspaceOn(disk.host);
    for (const [uri, text] of documents) fresh.open(open(uri, text));
    settle(fresh);
    assert.deepEqual(told(workspace), told(fresh));
  });
  fc.assert(property, { numRuns: 150, seed: 7 });
});

function perform(workspace: Workspace, disk: Disk, documents: Map<string, string>, act: Act, version: number): void {
  const path = `/units/${names[act.file]}`;
  const uri = `file://${path}`;
  if (act.is === "step") for (let i = 0; i < 5 * act.file; i++) workspace.step();
  if (act.is === "ask") workspace.snapshot().findings(uri);
  if (act.is === "close") {
    documents.delete(uri);
    workspace.close(uri);
  }
  if (act.is === "save") disk.files.set(path, textOf(act.lines));
  if (act.is === "remove") disk.files.delete(path);
  if (act.is === "save" || act.is === "remove") workspace.touch([uri]);
  if (act.is !== "open" && act.is !== "change") return;
  if (documents.has(uri) && act.is === "open") return;
  const text = textOf(act.lines);
  if (documents.has(uri)) workspace.change(uri, version, text);
  else workspace.open({ uri, languageId: "systemd-unit", version, text });
  documents.set(uri, text);
}
