/** Graphs as DOT, Mermaid and JSON. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dotOf } from "../../server/src/graph/dot.ts";
import { graphData } from "../../server/src/graph/json.ts";
import { linesOf } from "../../server/src/graph/lines.ts";
import { mermaidOf } from "../../server/src/graph/mermaid.ts";
import { matchAny } from "../../server/src/graph/pattern.ts";
import { type GraphView, type ViewOptions, viewOf } from "../../server/src/graph/view.ts";
import { buildGraph } from "../../server/src/model/graph.ts";
import { unitsOf } from "../support/unit-folder.ts";

const shop = `\
-- shop.target --
[Unit]
Wants=web.service
-- web.service --
[Unit]
Requires=db.service
After=db.service disk\\x2dcheck.service
[Service]
ExecStart=/bin/web
-- db.service --
[Unit]
After=disk\\x2dcheck.service
[Service]
ExecStart=/bin/db
-- disk\\x2dcheck.service --
[Service]
ExecStart=/bin/check
-- alone.target --
[Unit]
`;

function view(text: string, options: Partial<ViewOptions> = {}): GraphView {
  const set = unitsOf(text);
  return viewOf(buildGraph(set, set.names.targets.keys()), { about: unit => unit.entry !== undefined, ...options });
}

/** The lines of a picture in short: `a >Requires b`, `a <Triggers b` where a starts first, `a -Wants b` without order. */
function lines(text: string, options: Partial<ViewOptions> = {}): string[] {
  const signs = { after: ">", before: "<", none: "-" };
  return linesOf(view(text, options), options.all).lines.map(
    ({ tail, head, main, order, cyclic, written }) =>
      `${tail.id} ${signs[order]}${main}${cyclic ? "!" : ""}${written ? "" : "~"} ${head.id}`,
  );
}

test("two units share one line, and what follows from others or is commonplace has none", () => {
  assert.deepEqual(lines(shop), [
    "shop.target >Wants web.service",
    "web.service >Requires db.service",
    "db.service >After disk\\x2dcheck.service",
  ]);
});

test("all shows all", () => {
  const all = lines(shop, { all: true });
  assert.ok(all.includes("web.service >After disk\\x2dcheck.service"));
  assert.ok(all.includes("web.service >Requires~ sysinit.target"));
  assert.ok(all.includes("web.service >Requires~ system.slice"));
});

test("--order, --require, --from and --to pick dependencies", () => {
  assert.deepEqual(lines(shop, { relations: "require" }), [
    "shop.target -Wants web.service",
    "web.service -Requires db.service",
  ]);
  assert.deepEqual(lines(shop, { relations: "order", from: matchAny(["web*"]) }), [
    "web.service >After db.service",
    "web.service >After disk\\x2dcheck.service",
  ]);
  assert.deepEqual(lines(shop, { to: matchAny(["[!a]b.service"]) }), ["web.service >Requires db.service"]);
});

test("what is asked for by name is not commonplace", () => {
  const named = matchAny(["sysinit.target"]);
  const about = ({ id }: { id: string }) => named(id);
  assert.deepEqual(lines(shop, { about, named }), [
    "web.service >Requires~ sysinit.target",
    "db.service >Requires~ sysinit.target",
    "disk\\x2dcheck.service >Requires~ sysinit.target",
  ]);
});

test("a socket starts before its service; the line is dashed, as no file says it", () => {
  const text = "-- a.socket --\n[Socket]\nListenStream=1\n-- a.service --\n[Service]\nExecStart=/bin/a\n";
  assert.deepEqual(lines(text), ["a.socket <Triggers~ a.service"]);
});

const ring = `\
-- a.service --
[Unit]
After=b.service
[Service]
ExecStart=/bin/a
-- b.service --
[Unit]
Requires=a.service
After=c.service
[Service]
ExecStart=/bin/b
-- c.service --
[Unit]
After=a.service d.service
[Service]
ExecStart=/bin/c
-- d.service --
[Service]
ExecStart=/bin/d
`;

test("cycles are marked, and can be asked for alone", () => {
  const cycle = ["a.service >After! b.service", "b.service >After! c.service", "c.service >After! a.service"];
  assert.deepEqual(lines(ring, { onlyCycles: true }), cycle);
  assert.deepEqual(
    view(ring).cycles.map(units => units.map(({ id }) => id)),
    [["a.service", "b.service", "c.service"]],
  );
  assert.deepEqual(view(ring, { relations: "require" }).cycles, []);
});

test("JSON says where each dependency is written, in the direction in which it is declared", () => {
  const { units, edges, cycles } = graphData(
    view(
      "-- a.target --\n[Unit]\nBefore=b.target\n-- b.target --\n[Unit]\nDefaultDependencies=no\n-- b.target.wants/a.target --\n-> ../a.target\n",
    ),
  );
  assert.deepEqual(units, [
    { name: "a.target", type: "target", load: "loaded" },
    { name: "b.target", type: "target", load: "loaded" },
  ]);
  assert.deepEqual(edges, [
    { from: "a.target", to: "b.target", kind: "Before", origin: "file", path: "units/a.target", line: 2 },
    { from: "b.target", to: "a.target", kind: "Wants", origin: "file", path: "units/b.target.wants/a.target" },
  ]);
  assert.deepEqual(cycles, []);
});

test("DOT has a node for each unit, a line for each pair, a table of lonely units and a legend", () => {
  const shown = view(shop);
  const dot = dotOf(shown, linesOf(shown));
  assert.match(dot, /^digraph units \{\n/);
  assert.match(
    dot,
    /"web\.service" -> "db\.service" \[color="#1f4e9c", penwidth=1\.6, tooltip="web\.service → db\.service\\n/,
  );
  assert.match(dot, /web\.service: Requires \(units\/web\.service:2\)/);
  assert.match(dot, /\[label="disk\\\\x2dcheck\.service"/);
  assert.match(dot, /<td align="left" bgcolor="#ffefc9">alone\.target<\/td>/);
  assert.match(dot, /subgraph "cluster_legend"/);
});

test("Mermaid names the kind of each line", () => {
  const shown = view(shop);
  assert.equal(
    mermaidOf(shown, linesOf(shown)).split("  classDef")[0],
    `\
flowchart LR
  u0["shop.target"]:::target
  u1["web.service"]:::service
  u2["db.service"]:::service
  u3["disk#92;x2dcheck.service"]:::service
  u4["alone.target"]:::target
  u0 ==>|Wants, After| u1
  u1 ==>|Requires, After| u2
  u2 -->|After| u3
`,
  );
});
