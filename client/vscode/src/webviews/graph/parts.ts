/** What stands beside the drawing: ordering cycles, the unit that is pointed at, the legend; and what stands in its place. */
import { button, element } from "../element.ts";
import type { GraphFormat, GraphPicture, GraphScope, GraphSubject, GraphUnit } from "./messages.ts";

/** The choice between a unit and all. */
export function scopeChoice(
  { scope, about }: GraphSubject,
  { unit }: GraphPicture,
  choose: (scope: GraphScope) => void,
): readonly HTMLElement[] {
  const choices = { unit: "This unit", all: "All units" } as const;
  return (["unit", "all"] as const).map(one =>
    button(choices[one], () => choose(one), {
      "data-scope": one,
      "aria-pressed": String(one === scope),
      title: one === "unit" ? `${about ?? unit} and what it is connected to` : "All units of the folder",
    }),
  );
}

/** A list of the cycles, where there are any. */
export function cycleList({ cycles }: GraphPicture, goTo: (name: string) => void): readonly HTMLElement[] {
  if (cycles.length === 0) return [];
  const items = cycles.map(cycle => {
    const names = [...cycle, cycle[0] ?? ""].flatMap((name, i) => [
      ...(i === 0 ? [] : [element("span", { class: "arrow", "aria-label": "starts after" }, " → ")]),
      button(name, () => goTo(name), { class: "name" }),
    ]);
    return element("li", {}, ...names);
  });
  const heading = cycles.length === 1 ? "Ordering cycle" : `${cycles.length} ordering cycles`;
  return [
    element(
      "section",
      { id: "cycles" },
      element("h2", {}, heading),
      element(
        "p",
        {},
        "Each starts after the next one. Where a start needs all of them, nothing starts; else systemd leaves one out.",
      ),
      element("ul", {}, ...items),
    ),
  ];
}

/** Everything that is said between a unit and its neighbours. */
export function unitDetails(
  { lines }: GraphPicture,
  { name, note, uri }: GraphUnit,
  go: { readonly open: () => void; readonly about: () => void },
): readonly HTMLElement[] {
  const said = lines
    .filter(({ from, to }) => from === name || to === name)
    .map(({ from, to, kind, cyclic, says }) =>
      element(
        "li",
        { class: cyclic ? "cyclic" : undefined, title: says },
        element("span", { class: "kind" }, from === name ? kind : `${kind} of`),
        ` ${from === name ? to : from}`,
      ),
    );
  return [
    element("h2", {}, name),
    ...(note === "" ? [] : [element("p", { class: "note" }, note)]),
    element(
      "p",
      { class: "actions" },
      ...(uri === undefined ? ["No file here gives it. "] : [button("Open", go.open)]),
      button("Its graph", go.about),
    ),
    element("ul", {}, ...said),
  ];
}

/** The kinds of lines in the picture. */
export function legend({ lines, cycles }: GraphPicture): HTMLElement {
  const kinds = [...new Set(lines.filter(({ cyclic }) => !cyclic).map(({ kind }) => kind))];
  const rows = kinds.map(kind => [kind, kind === "After" ? "only After" : kind] as const);
  const all = cycles.length > 0 ? [...rows, ["cyclic", "ordering cycle"] as const] : rows;
  const items = all.map(([kind, word]) =>
    element("li", {}, element("span", { class: `sample line ${kind}`, "aria-hidden": "true" }), word),
  );
  const hint = "Dashed: no file says it. Open arrow: in no order.";
  return element(
    "details",
    { id: "legend", open: true },
    element("summary", {}, "Legend"),
    element("ul", {}, ...items),
    element("p", {}, hint),
  );
}

/** Why there is no drawing, and what there is instead. */
export function notDrawn({ tooLarge }: GraphPicture, text: (format: GraphFormat) => void): HTMLElement {
  const why = tooLarge
    ? "The graph is too large to be drawn here; draw a single unit, or take the text to a program for large graphs."
    : "SVG cannot be drawn here, as Graphviz is not available. The graph can be had as text, which GitHub and other programs draw.";
  return element(
    "div",
    { class: "notice", role: "status" },
    element("p", {}, why),
    element(
      "p",
      {},
      button("Open as Mermaid", () => text("mermaid")),
      button("Open as DOT", () => text("dot")),
    ),
  );
}

/** The lines in words. */
export function lineList({ lines }: GraphPicture): HTMLElement {
  const items = lines.map(({ from, to, kind, cyclic }) =>
    element("li", { class: cyclic ? "cyclic" : undefined }, `${from} → ${to} (${kind})`),
  );
  return element("ul", { id: "lines" }, ...items);
}
