/** Sets of units: what they are merged from, their graph, and what a start of each would do; twice alike, and after an edit as from scratch. */
import { drawSet } from "../../../server/scripts/oracle/set-draft.ts";
import { buildGraph } from "../../../server/src/model/graph.ts";
import { idleManager, transact } from "../../../server/src/model/transaction/transaction.ts";
import { decodeUtf8 } from "../../../server/src/text/utf8.ts";
import { link } from "../../support/memory-host.ts";
import { unitSet } from "../../support/unit-set.ts";
import { unitOf } from "../draw/units.ts";
import { type Input, must, type Target } from "../target.ts";

export const merge: Target = {
  name: "merge",
  about: "sets of units with links, masks and drop-ins: merged, their graph, a start of each",
  draw(random) {
    const { files } = drawSet(random);
    return Object.fromEntries([...files].map(([path, file]) => [path, "text" in file ? file.text : `-> ${file.link}`]));
  },
  fromBytes: bytes => {
    const texts = decodeUtf8(bytes).split("\u001e");
    return Object.fromEntries(texts.map((text, i) => [`lib/${Object.keys(unitOf(i, ""))[0]?.slice(7)}`, text]));
  },
  work: readAll,
  check(input) {
    const first = readAll(input);
    must(readAll(input) === first, "the same units are read alike each time");
  },
};

/** All that is made of the units, as a text. */
function readAll(input: Input): string {
  const tree = Object.entries(input).map(([path, text]) => {
    const target = /^-> (\S+)$/.exec(text)?.[1]?.replaceAll("@SET@", "");
    return [path, target === undefined ? text : link(target)] as const;
  });
  const set = unitSet(Object.fromEntries(tree));
  const names = Object.keys(input).flatMap(path => /^[a-z]+\/([^/]+\.[a-z]+)$/.exec(path)?.[1] ?? []);
  const units = [...new Set(names.filter(name => !name.includes("@.")).map(name => set.unit(name)))];
  const graph = buildGraph(
    set,
    units.map(({ id }) => id),
  );
  return JSON.stringify(
    units.map(unit => {
      const { jobs, cycles, failure } = transact(graph, { unit, type: "start" }, idleManager(262));
      const done = jobs.map(({ unit, type }) => `${type} ${unit.id}`);
      return [unit.id, unit.load, unit.settings.all.length, done, cycles.length, failure === undefined];
    }),
  );
}
