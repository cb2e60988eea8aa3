/** The drawing of Graphviz as elements of the page: copied piece by piece, only what draws. */

import type { Box } from "./camera.ts";
import type { GraphPicture, GraphUnit } from "./messages.ts";
import { describeUnit } from "./search.ts";

/** A drawing that can be put into an `svg` element. */
export interface Drawing {
  readonly root: SVGGElement;
  readonly width: number;
  readonly height: number;
  readonly units: ReadonlyMap<string, DrawnUnit>;
  /** The lines with the units at their ends. */
  readonly lines: readonly { readonly group: SVGElement; readonly from: string; readonly to: string }[];
}

/** A unit in a drawing. */
export interface DrawnUnit {
  readonly unit: GraphUnit;
  readonly group: SVGElement;
  /** Where it lies; to be asked once the drawing is shown. */
  box(): Box;
}

/** Reads the SVG of a picture; undefined for what is no drawing. */
export function drawingOf(svg: string, { units }: GraphPicture): Drawing | undefined {
  const source = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const [, , width, height] = (source.getAttribute("viewBox") ?? "").split(/\s+/).map(Number);
  const graph = source.querySelector("g.graph");
  if (graph === null || !(Number(width) > 0) || !(Number(height) > 0)) return undefined;
  const root = copied(graph);
  if (!(root instanceof SVGGElement)) return undefined;
  const drawn = new Map<string, DrawnUnit>();
  const lines: Drawing["lines"][number][] = [];
  for (const group of root.querySelectorAll<SVGElement>("g.node, g.edge")) {
    const name = titles.get(group) ?? "";
    const unit = units.find(unit => unit.name === name);
    const [from, to] = name.split("->");
    if (unit !== undefined) drawn.set(name, drawnUnit(unit, group, root));
    else if (from !== undefined && to !== undefined) lines.push({ group, from, to });
  }
  return { root, width: Number(width), height: Number(height), units: drawn, lines };
}

/** The names that Graphviz writes as titles of groups; browsers would show them in the place of what says more. */
const titles = new WeakMap<Element, string>();

function drawnUnit(unit: GraphUnit, group: SVGElement, root: SVGGElement): DrawnUnit {
  group.setAttribute("tabindex", "-1");
  group.setAttribute("role", "link");
  group.setAttribute("aria-label", describeUnit(unit));
  group.dataset.unit = unit.name;
  return {
    unit,
    group,
    box() {
      const { x, y, width, height } = (group as SVGGElement).getBBox();
      const { e = 0, f = 0 } = root.transform.baseVal.consolidate()?.matrix ?? {};
      return { x: x + e, y: y + f, width, height };
    },
  };
}

/** A copy of an element that draws, without what does not; links become groups, their titles what is shown under the pointer. */
function copied(source: Element): SVGElement | undefined {
  const tag = source.localName === "a" ? "g" : source.localName;
  if (!drawingTags.has(tag)) return undefined;
  const copy = document.createElementNS(SVG, tag);
  for (const { name, value } of source.attributes) if (drawingAttributes.has(name)) copy.setAttribute(name, value);
  if (tag === "text") copy.textContent = source.textContent;
  for (const child of source.children) {
    if (child.localName === "title") titles.set(copy, child.textContent ?? "");
    else if (tag !== "text") copy.append(...[copied(child)].filter(made => made !== undefined));
  }
  const told = source.getAttributeNS(XLINK, "title")?.trim();
  if (told) copy.prepend(titleOf(told));
  return copy;
}

function titleOf(text: string): SVGElement {
  const title = document.createElementNS(SVG, "title");
  title.textContent = text;
  return title;
}

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";
const drawingTags: ReadonlySet<string> = new Set(["g", "path", "polygon", "polyline", "ellipse", "text"]);
const drawingAttributes: ReadonlySet<string> = new Set(
  (
    "class transform d points cx cy rx ry x y fill stroke stroke-width stroke-dasharray " +
    "text-anchor font-family font-size font-weight"
  ).split(" "),
);
