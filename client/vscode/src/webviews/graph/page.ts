/** The page of the dependency graph. */
import "../page.css";
import "./graph.css";
import { button, element } from "../element.ts";
import { openHost } from "../host.ts";
import { propertiesOf } from "../read.ts";
import type { Camera } from "./camera.ts";
import { newCanvas } from "./canvas.ts";
import { type Drawing, drawingOf } from "./drawing.ts";
import type { GraphAsked, GraphPicture, GraphShown, GraphSubject } from "./messages.ts";
import { cycleList, legend, lineList, notDrawn, scopeChoice, unitDetails } from "./parts.ts";
import { neighboursOf, summaryOf, unitsFound } from "./search.ts";

/** What is kept while the page is hidden. */
interface Kept {
  readonly subject: GraphSubject;
  readonly camera?: Camera;
  readonly search: string;
}

/** Where all of a drawing would be too small to read, the unit is shown at first. */
const READABLE = 0.6;

const host = openHost<GraphAsked, Kept>();
const page = document.querySelector<HTMLElement>("#page") ?? document.body;
let shown:
  | { readonly subject: GraphSubject; readonly picture: GraphPicture; readonly drawing: Drawing | undefined }
  | undefined;
let camera = propertiesOf(host.kept()).camera as Camera | undefined;
let found: { readonly names: readonly string[]; at: number } = { names: [], at: -1 };

const canvas = newCanvas({
  open: name => host.post({ type: "open", name }),
  point: pointAt,
  moved(next) {
    camera = next;
    keep();
  },
});
const title = element("h1", { id: "title" });
const scope = element("div", { id: "scope", role: "group", "aria-label": "What to draw" });
const search = element("input", {
  id: "search",
  type: "search",
  placeholder: "Find a unit",
  "aria-label": "Find a unit",
  spellcheck: "false",
  value: String(propertiesOf(host.kept()).search ?? ""),
  input: () => find(),
  keydown(event: KeyboardEvent) {
    if (event.key === "Enter") goToFound(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") canvas.element.focus();
  },
});
const matches = element("span", { id: "matches", role: "status" });
const stage = element("div", { id: "stage" });
const side = element("aside", { id: "side", "aria-label": "About the graph" });
const summary = element("p", { id: "summary", role: "status" });
const details = element("section", { id: "details", "aria-live": "polite" });

function build(): void {
  const tools = element(
    "div",
    { id: "tools", role: "toolbar", "aria-label": "View" },
    button("−", () => canvas.zoom(1 / 1.2), { title: "Zoom out (-)", "aria-label": "Zoom out" }),
    button("+", () => canvas.zoom(1.2), { title: "Zoom in (+)", "aria-label": "Zoom in" }),
    button("Fit", () => canvas.fit(), { id: "fit", title: "Show all of it (0)" }),
    button("Mermaid", () => host.post({ type: "text", format: "mermaid" }), {
      title: "Open the graph as Mermaid text",
    }),
    button("DOT", () => host.post({ type: "text", format: "dot" }), { title: "Open the graph in Graphviz' language" }),
  );
  const finder = element("div", { id: "finder" }, search, matches);
  const head = element("header", {}, title, scope, finder, tools);
  page.replaceChildren(head, element("div", { id: "middle" }, stage, side), element("footer", {}, summary));
  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.target === search) return;
    search.focus();
    event.preventDefault();
  });
}

function show(subject: GraphSubject, picture: GraphPicture): void {
  const isSame = shown !== undefined ? sameView(shown.subject, subject) : sameView(keptSubject(), subject);
  if (shown === undefined) build();
  const drawing = picture.svg === null ? undefined : drawingOf(picture.svg, picture);
  shown = { subject, picture, drawing };
  page.setAttribute("aria-busy", "false");
  page.classList.toggle("undrawn", drawing === undefined);
  title.textContent = picture.unit;
  scope.replaceChildren(
    ...scopeChoice(subject, picture, scope => host.post({ type: "scope", scope })),
    ...(subject.about === undefined ? [] : [button("Back", () => host.post({ type: "about" }), { id: "back" })]),
  );
  summary.textContent = summaryOf(picture);
  side.replaceChildren(...cycleList(picture, name => goTo(name)), legend(picture), details);
  details.replaceChildren();
  if (drawing === undefined)
    stage.replaceChildren(
      notDrawn(picture, format => host.post({ type: "text", format })),
      lineList(picture),
    );
  else {
    if (canvas.element.parentNode !== stage) stage.replaceChildren(canvas.element);
    canvas.show(drawing, isSame ? camera : undefined);
    if (!isSame && camera !== undefined && camera.scale < READABLE) canvas.goTo(picture.unit);
  }
  keep();
  find();
}

function goTo(name: string): void {
  canvas.goTo(name);
  pointAt(name);
}

/** The unit with its neighbours stands out, and is described at the side. */
function pointAt(name: string | undefined): void {
  if (shown?.drawing === undefined) return;
  const { picture, drawing } = shown;
  const near = name === undefined ? undefined : neighboursOf(picture, name);
  for (const [other, { group }] of drawing.units) group.classList.toggle("dim", near?.has(other) === false);
  for (const { group, from, to } of drawing.lines)
    group.classList.toggle("dim", name !== undefined && from !== name && to !== name);
  const unit = picture.units.find(unit => unit.name === name);
  if (unit !== undefined)
    details.replaceChildren(
      ...unitDetails(picture, unit, {
        open: () => host.post({ type: "open", name: unit.name }),
        about: () => host.post({ type: "about", name: unit.name }),
      }),
    );
}

function find(): void {
  if (shown === undefined) return;
  const names = unitsFound(shown.picture.units, search.value).map(({ name }) => name);
  found = { names, at: -1 };
  for (const [name, { group }] of shown.drawing?.units ?? []) group.classList.toggle("found", names.includes(name));
  matches.textContent = search.value.trim() === "" ? "" : `${names.length} found`;
  keep();
}

function goToFound(step: number): void {
  const { names, at } = found;
  if (names.length === 0) return;
  found.at = (at + step + names.length) % names.length;
  const name = names[found.at];
  matches.textContent = `${found.at + 1} of ${names.length}`;
  if (name !== undefined) goTo(name);
}

function keep(): void {
  if (shown !== undefined)
    host.keep({ subject: shown.subject, search: search.value, ...(camera !== undefined && { camera }) });
}

function keptSubject(): GraphSubject | undefined {
  return propertiesOf(host.kept()).subject as GraphSubject | undefined;
}

function sameView(one: GraphSubject | undefined, other: GraphSubject): boolean {
  return one?.uri === other.uri && one.scope === other.scope && one.about === other.about;
}

host.listen(message => {
  const { type } = propertiesOf(message);
  if (type === "show") {
    const { subject, picture } = message as Extract<GraphShown, { type: "show" }>;
    show(subject, picture);
  }
  if (type === "problem") {
    shown = undefined;
    page.setAttribute("aria-busy", "false");
    page.replaceChildren(element("p", { class: "notice", role: "alert" }, String(propertiesOf(message).text)));
  }
});
host.post({ type: "ready" });
