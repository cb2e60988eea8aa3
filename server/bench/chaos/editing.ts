/** What a client does with documents and files: as it should, and as it should not. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Edit, edited, type OpenText, type Position } from "./documents.ts";
import type { Chance } from "./random.ts";
import { fileNames, randomLine, randomText } from "./texts.ts";
import { type Action, anyUri, openUri, uriOf, type World } from "./world.ts";

/** All of it; who does something wrong changes nothing. */
export const editing: readonly Action[] = [
  { weight: 4, act: world => openOne(world, anyUri(world)) },
  { weight: 1, act: openAgain },
  { weight: 60, act: changeOne },
  { weight: 3, act: changeOutOfOrder },
  { weight: 3, act: changeWrongly },
  { weight: 2, act: closeOne },
  { weight: 1, act: world => notify(world, "didClose", { textDocument: { uri: "file:///nowhere/shut.service" } }) },
  { weight: 2, act: saveOne },
  { weight: 3, act: touchDisk },
  { weight: 1, act: openWrongly },
];

function notify({ server }: World, method: string, params: unknown): Promise<void> {
  return server.send({ method: `textDocument/${method}`, params });
}

async function openOne(world: World, uri: string): Promise<void> {
  const { chance, open } = world;
  const languageId = uri.startsWith("untitled:") || chance.is(0.8) ? "systemd-unit" : "plaintext";
  const document = { uri, version: 1 + chance.below(5), text: randomText(chance) };
  open.set(uri, document);
  languages.set(document, languageId);
  await notify(world, "didOpen", { textDocument: { ...document, languageId } });
}

/** What each document was opened as. */
export const languages = new WeakMap<OpenText, string>();

async function openAgain(world: World): Promise<void> {
  const uri = openUri(world);
  if (uri !== undefined) await openOne(world, uri);
}

async function changeOne(world: World): Promise<void> {
  const { chance, open } = world;
  const document = open.get(openUri(world) ?? "");
  if (document === undefined) return openOne(world, anyUri(world));
  const contentChanges = randomEdits(chance, document);
  document.version += chance.is(0.9) ? 1 : 1 + chance.below(9);
  await notify(world, "didChange", { textDocument: { uri: document.uri, version: document.version }, contentChanges });
}

/** Edits, applied to the client's text. */
function randomEdits(chance: Chance, document: OpenText): readonly Edit[] {
  const count = chance.is(0.8) ? 1 : chance.below(5);
  return Array.from({ length: count }, () => {
    const edit = randomEdit(chance, document.text);
    document.text = edited(document.text, edit);
    return edit;
  });
}

function randomEdit(chance: Chance, text: string): Edit {
  if (text.length > 20_000 || chance.is(0.03)) return { text: randomText(chance) };
  const start = randomPosition(chance, text);
  const end = chance.is(0.6) ? start : randomPosition(chance, text);
  const inserted = chance.is(0.3) ? `${randomLine(chance)}\n` : chance.pick(keys);
  return { range: { start, end }, text: inserted };
}

const keys = [..."abcEU=[]#\\\n %😀", "", "", "", "\r\n", "After=", "\ud83d", "\ude00"];

/** Mostly in the text, sometimes far beyond. */
function randomPosition(chance: Chance, text: string): Position {
  const lines = text.split("\n");
  const line = chance.is(0.02) ? chance.pick([lines.length, 1e6, 2 ** 31 - 1]) : chance.below(lines.length);
  const length = lines[line]?.length ?? 0;
  return { line, character: chance.is(0.02) ? chance.pick([length + 1, 1e6, 2 ** 31 - 1]) : chance.below(length + 1) };
}

/** A burst whose edits come in any order, as some editors send them. */
async function changeOutOfOrder(world: World): Promise<void> {
  const { chance, open } = world;
  const document = open.get(openUri(world) ?? "");
  if (document === undefined || document.text.length > 20_000) return;
  const burst = Array.from({ length: 2 + chance.below(4) }, () => {
    const contentChanges = randomEdits(chance, document);
    document.version++;
    return { textDocument: { uri: document.uri, version: document.version }, contentChanges };
  });
  for (let left = burst.length; left > 0; left--) {
    const [params] = burst.splice(chance.below(left), 1);
    await notify(world, "didChange", params);
  }
}

/** None of these must change anything. */
async function changeWrongly(world: World): Promise<void> {
  const { chance, open } = world;
  const document = open.get(openUri(world) ?? "");
  const textDocument = { uri: document?.uri ?? "file:///nowhere/shut.service", version: (document?.version ?? 0) + 1 };
  const zero = { line: 0, character: 0 };
  const params = chance.pick<unknown>([
    { textDocument: { ...textDocument, version: chance.pick([0, -1, -1e9]) }, contentChanges: [{ text: "stale" }] },
    { textDocument: { ...textDocument, uri: "file:///nowhere/shut.service" }, contentChanges: [{ text: "closed" }] },
    { textDocument, contentChanges: [{ range: { start: { line: -1, character: 0 }, end: zero }, text: "x" }] },
    { textDocument, contentChanges: [{ range: { start: { line: 0, character: 1.5 }, end: zero }, text: "x" }] },
    { textDocument, contentChanges: [{ range: { start: { line: "0", character: 0 }, end: zero }, text: "x" }] },
    { textDocument, contentChanges: [{ range: { start: null, end: zero }, text: "x" }] },
    { textDocument, contentChanges: [{ range: null, text: "x" }] },
    { textDocument, contentChanges: [{ range: { start: zero, end: zero }, text: 5 }] },
    { textDocument, contentChanges: [null, 5, "text", [], {}] },
    { textDocument, contentChanges: "text" },
    { textDocument, contentChanges: { text: "x" } },
    { textDocument },
    { textDocument: null, contentChanges: [{ text: "x" }] },
    { textDocument: { uri: 5 }, contentChanges: [{ text: "x" }] },
    {},
    null,
    undefined,
    [],
  ]);
  await notify(world, "didChange", params);
}

async function openWrongly(world: World): Promise<void> {
  const whole = { uri: anyUri(world), languageId: "systemd-unit", version: 1, text: "[Service]\n" };
  const textDocument = world.chance.pick<unknown>([
    { ...whole, uri: 5 },
    { ...whole, languageId: undefined },
    { ...whole, languageId: 7 },
    { ...whole, version: "1" },
    { ...whole, text: undefined },
    { ...whole, text: { length: 5 } },
    undefined,
    null,
    "text",
  ]);
  await notify(world, "didOpen", { textDocument });
}

async function closeOne(world: World): Promise<void> {
  const uri = openUri(world);
  if (uri === undefined) return;
  world.open.delete(uri);
  await notify(world, "didClose", { textDocument: { uri } });
}

async function saveOne(world: World): Promise<void> {
  const document = world.open.get(openUri(world) ?? "");
  if (document === undefined) return;
  const { uri, text } = document;
  await notify(world, "didSave", world.chance.is(0.5) ? { textDocument: { uri }, text } : { textDocument: { uri } });
}

/** Another program writes or removes files; the client tells of it, and of some that did not change. */
async function touchDisk(world: World): Promise<void> {
  const { chance, folder, server } = world;
  const uri = uriOf(folder, chance.pick(fileNames));
  const path = fileURLToPath(uri);
  const isGone = chance.is(0.3);
  if (isGone) rmSync(path, { force: true });
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, randomText(chance));
  }
  const change = { uri, type: isGone ? 3 : chance.pick([1, 2]) };
  const beside = chance.is(0.2) ? [chance.pick<unknown>([null, 5, { uri: 7 }, { uri: anyUri(world), type: 99 }])] : [];
  await server.send({ method: "workspace/didChangeWatchedFiles", params: { changes: [...beside, change] } });
}
