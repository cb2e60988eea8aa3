/** The page of the exposure: what is assessed of a service, and what to write to lower it. */
import "../page.css";
import "./exposure.css";
import { button, element } from "../element.ts";
import { openHost } from "../host.ts";
import { oneOf, propertiesOf } from "../read.ts";
import type { AdvicePlace, ExposureAsked, ExposureReport, ExposureShown } from "./messages.ts";
import { rowElement, scoreCard } from "./parts.ts";
import { type Column, readView, rowsOf, sortedBy, type TableView } from "./table.ts";

/** What is kept while the page is hidden. */
interface Kept {
  readonly uri: string;
  readonly view: TableView;
  readonly place: AdvicePlace;
}

const host = openHost<ExposureAsked, Kept>();
const page = document.querySelector<HTMLElement>("#page") ?? document.body;
let view = readView(host.kept());
let place: AdvicePlace = oneOf(["drop-in", "file"], propertiesOf(host.kept()).place) ?? "drop-in";
let shown: { readonly uri: string; readonly report: ExposureReport } | undefined;

const card = element("div", { id: "card" });
const count = element("span", { id: "count", role: "status" });
const said = element("p", { id: "said", role: "status" });
const rows = element("tbody", {});
/** In the place of the heads of columns, where the window is too narrow for them. */
const sort: HTMLSelectElement = element("select", {
  id: "sort",
  change() {
    const column = columns.find(([known]) => known === sort.value)?.[0];
    if (column !== undefined) change(sortedBy(view, column));
  },
});
const heads = new Map<Column, HTMLElement>();

const columns: readonly (readonly [column: Column | undefined, title: string])[] = [
  ["state", "State"],
  ["name", "Assessment"],
  ["share", "Share"],
  [undefined, "What to write"],
  ["score", "Score after"],
  [undefined, ""],
];

function build(): void {
  const cells = columns.map(([column, title]) => {
    if (column === undefined) return element("th", { scope: "col" }, title);
    const head = element(
      "th",
      { scope: "col", "data-column": column },
      button(title, () => change(sortedBy(view, column))),
    );
    heads.set(column, head);
    return head;
  });
  const table = element("table", { id: "table" }, element("thead", {}, element("tr", {}, ...cells)), rows);
  page.replaceChildren(element("header", {}, card, said), tools(), table);
}

function tools(): HTMLElement {
  const search = element("input", {
    id: "search",
    type: "search",
    placeholder: "Filter",
    "aria-label": "Filter the assessments",
    value: view.search,
    input: () => change({ ...view, search: search.value }),
  });
  const improvable: HTMLInputElement = element("input", {
    id: "improvable",
    type: "checkbox",
    checked: view.improvable,
    change: () => change({ ...view, improvable: improvable.checked }),
  });
  const where = element("select", {
    id: "place",
    change() {
      place = oneOf(["drop-in", "file"], where.value) ?? place;
      keep();
    },
  });
  for (const [column, title] of columns)
    if (column !== undefined) sort.append(element("option", { value: column }, title));
  const places = { "drop-in": "a drop-in", file: "this file" } as const;
  for (const one of ["drop-in", "file"] as const)
    where.append(element("option", { value: one, selected: one === place }, places[one]));
  return element(
    "div",
    { id: "tools" },
    search,
    element("label", {}, improvable, "Only what can be improved"),
    count,
    element("label", { id: "sorting" }, "Sort by ", sort),
    element("label", { id: "where" }, "Write to ", where),
    button("Open the file", () => host.post({ type: "open" })),
    button("As text", () => host.post({ type: "text" })),
  );
}

/** Nothing else is to be written until this is. */
function write(names: readonly string[] | "all-safe"): void {
  page.setAttribute("aria-busy", "true");
  said.textContent = "Writing …";
  host.post({ type: "apply", names, place });
}

function change(next: TableView): void {
  view = next;
  keep();
  if (shown !== undefined) fill(shown.report);
}

function fill(report: ExposureReport): void {
  sort.value = view.column;
  for (const [column, head] of heads)
    head.setAttribute("aria-sort", column !== view.column ? "none" : view.descending ? "descending" : "ascending");
  const visible = rowsOf(report.rows, view);
  const most = Math.max(1, ...report.rows.map(({ share }) => share));
  const apply = (name: string) => write([name]);
  const open = new Set([...rows.querySelectorAll("details[open]")].map(({ id }) => id));
  const focused = document.activeElement?.id;
  rows.replaceChildren(...visible.map(row => rowElement(row, report, most, { apply, isOpen: id => open.has(id) })));
  if (focused) document.getElementById(focused)?.focus();
  count.textContent = `${visible.length} of ${report.rows.length}`;
}

function show(uri: string, report: ExposureReport): void {
  if (shown === undefined) build();
  if (shown === undefined) page.setAttribute("aria-busy", "false");
  shown = { uri, report };
  card.replaceChildren(...scoreCard(report, () => write("all-safe")));
  fill(report);
  keep();
}

function keep(): void {
  if (shown !== undefined) host.keep({ uri: shown.uri, view, place });
}

host.listen(message => {
  const { type, text } = propertiesOf(message);
  if (type === "show") {
    const { uri, report } = message as Extract<ExposureShown, { type: "show" }>;
    show(uri, report);
  }
  if (type === "said") {
    page.setAttribute("aria-busy", "false");
    said.textContent = String(text);
  }
  if (type === "problem") {
    shown = undefined;
    page.setAttribute("aria-busy", "false");
    page.replaceChildren(element("p", { class: "notice", role: "alert" }, String(text)));
  }
});
host.post({ type: "ready" });
