/** What a client asks, with sound parameters and with others, and how it calls that off. */
import { requests } from "../../src/lsp/requests.ts";
import { WHOLE } from "./server.ts";
import { type Action, anyUri, openUri, type World } from "./world.ts";

/** Each request has one answer, whatever it says. */
export const asking: readonly Action[] = [
  { weight: 40, act: askOne },
  { weight: 1, act: cancelStorm },
  { weight: 2, act: cancelOne },
  { weight: 1, act: askUnknown },
  { weight: 1, act: askForAll },
];

const methods: readonly string[] = requests.map(({ method }) => method).filter(method => method !== WHOLE);

async function askOne(world: World): Promise<void> {
  const { chance, server } = world;
  await server.ask(chance.pick(methods), chance.is(0.85) ? soundParams(world) : chance.pick(oddParams(world)));
}

/** What any of the requests may need. */
function soundParams(world: World): Record<string, unknown> {
  const { chance } = world;
  const uri = (chance.is(0.9) ? openUri(world) : undefined) ?? anyUri(world);
  const position = { line: count(world, 14), character: count(world, 30) };
  const range = chance.is(0.5)
    ? { start: position, end: position }
    : { start: { line: 0, character: 0 }, end: position };
  return {
    textDocument: { uri },
    position,
    range,
    positions: [position],
    ranges: [range],
    context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
    options: { tabSize: 4, insertSpaces: true },
    ch: "\n",
    newName: chance.pick(["app-99.service", "x", "", "a/b.service", "\u0000", "app-1.service"]),
    query: chance.pick(["", "app", "zzz", "\ud800"]),
    item: {
      uri,
      name: "app-1.service",
      kind: 1,
      range,
      selectionRange: range,
      data: { name: "app-1.service", anchor: uri },
    },
    data: {
      uri,
      topic: "exposure",
      name: "Restart",
      of: "directive",
      section: "Service",
      key: "Restart",
      span: { start: 0, end: 5 },
      version: 1,
      only: null,
      at: 0,
    },
    label: "Restart",
    title: "Fix",
    command: chance.pick(commands),
    arguments: chance.pick<unknown[]>([
      [uri],
      [uri, { scope: "all" }],
      [uri, "all-safe", "file"],
      [],
      [null],
      [5, {}, []],
    ]),
    previousResultId: chance.pick(["1", "2", "nonsense"]),
    uri,
    partialResultToken: chance.is(0.1) ? "pieces" : undefined,
  };
}

function count({ chance }: World, usual: number): number {
  return chance.is(0.03) ? chance.pick([1e6, 2 ** 31 - 1, Number.MAX_SAFE_INTEGER, 1e300]) : chance.below(usual);
}

/** The drawings take long, and are another program's. */
const commands = [
  "unitlint.showEffective",
  "unitlint.showExposure",
  "unitlint.showTransaction",
  "unitlint.showGraphDot",
  "unitlint.exposureData",
  "unitlint.exposureEdit",
  "unitlint.targets",
  "unitlint.documentUri",
  "unitlint.toggleImplicitDependencies",
  "unitlint.nonsense",
  "__proto__",
];

function oddParams(world: World): readonly unknown[] {
  const sound = soundParams(world);
  const position = world.chance.pick<unknown>([
    { line: -1, character: 0 },
    { line: 0, character: -5 },
    { line: 0.5, character: 0 },
    { line: "1", character: "2" },
    { line: null, character: null },
    {},
    [],
    5,
    "0:0",
    null,
  ]);
  const range = { start: position, end: position };
  let deep: unknown = "deep";
  for (let i = 0; i < 2000; i++) deep = [deep];
  return [
    { ...sound, position, range, positions: [position], ranges: [range] },
    { ...sound, positions: position, ranges: position, range: position },
    { ...sound, textDocument: world.chance.pick<unknown>([null, 5, {}, { uri: 5 }, { uri: null }, []]) },
    { ...sound, item: world.chance.pick<unknown>([null, 5, {}, { uri: "%" }]), uri: 5, query: {}, newName: [] },
    { ...sound, context: null, options: null, data: null, arguments: null, command: null },
    { ...sound, context: 5, options: 5, data: 5, arguments: 5, command: 5 },
    { ...sound, context: { only: 5, triggerCharacter: {}, diagnostics: null }, data: deep, arguments: deep },
    {
      textDocument: { uri: world.chance.pick(["", "%", "file:///%zz", "file:///a%00b.service", "x:y", "\ud800"]) },
      ...sound,
    },
    {},
    null,
    undefined,
    7,
    "text",
    [],
    [sound],
    [null, null],
  ];
}

/** A burst of questions that nobody wants to know any more. */
async function cancelStorm(world: World): Promise<void> {
  const { chance, server } = world;
  for (let left = 20 + chance.below(60); left > 0; left--) {
    const id = await server.ask(chance.pick(methods), soundParams(world));
    if (chance.is(0.9)) await server.send({ method: "$/cancelRequest", params: { id } });
  }
}

async function cancelOne({ chance, server }: World): Promise<void> {
  const params = chance.pick<unknown>([
    { id: 1 },
    { id: 1e9 },
    { id: "x" },
    { id: null },
    { id: {} },
    {},
    null,
    undefined,
    5,
    [],
  ]);
  await server.send({ method: "$/cancelRequest", params });
}

/** Behind the fence the request runs, and a cancel meets it there. */
async function askForAll({ chance, server }: World): Promise<void> {
  const id = await server.ask(WHOLE, { previousResultIds: [] });
  if (chance.is(0.5)) {
    server.resume();
    await server.request("$/fence");
  }
  if (chance.is(0.9)) await server.send({ method: "$/cancelRequest", params: { id } });
}

async function askUnknown({ chance, server }: World): Promise<void> {
  await server.ask(chance.pick(["unitlint/nonsense", "$/nonsense", "", "__proto__", "textDocument/didOpen"]), {});
}
