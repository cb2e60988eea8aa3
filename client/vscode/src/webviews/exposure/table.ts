/** Which rows of the exposure are shown, in which order. */
import { oneOf, propertiesOf } from "../read.ts";
import type { Advice, ExposureRow } from "./messages.ts";

/** What rows can be sorted by. */
export type Column = "state" | "name" | "share" | "score";

/** What a reader chose. */
export interface TableView {
  readonly column: Column;
  readonly descending: boolean;
  /** Only rows that there is advice about. */
  readonly improvable: boolean;
  readonly search: string;
}

/** The greatest shares first, and all rows. */
export const firstView: TableView = { column: "share", descending: true, improvable: false, search: "" };

/** The rows of a view. */
export function rowsOf(rows: readonly ExposureRow[], view: TableView): readonly ExposureRow[] {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.filter(
    row => (!view.improvable || row.advice.length > 0) && words.every(word => textOf(row).includes(word)),
  );
  const direction = view.descending ? -1 : 1;
  return shown.toSorted((a, b) => direction * compare[view.column](a, b) || compare.name(a, b));
}

/** The view after a press on the head of a column: sorted by it, the other way round if it was already. */
export function sortedBy(view: TableView, column: Column): TableView {
  if (view.column === column) return { ...view, descending: !view.descending };
  return { ...view, column, descending: column === "share" };
}

/** What to write first about a row. */
export function bestAdvice({ advice }: ExposureRow): Advice | undefined {
  return advice[0];
}

/** Reads a view that was kept; what makes no sense is as at first. */
export function readView(state: unknown): TableView {
  const { column, descending, improvable, search } = propertiesOf(propertiesOf(state).view);
  return {
    column: oneOf(["state", "name", "share", "score"], column) ?? firstView.column,
    descending: typeof descending === "boolean" ? descending : firstView.descending,
    improvable: improvable === true,
    search: typeof search === "string" ? search : "",
  };
}

/** `9.6` for 96 tenths. */
export function scoreText(tenths: number): string {
  return (tenths / 10).toFixed(1);
}

const compare: Readonly<Record<Column, (a: ExposureRow, b: ExposureRow) => number>> = {
  state: (a, b) => stateOf(a) - stateOf(b),
  name: (a, b) => a.name.localeCompare(b.name, "en"),
  share: (a, b) => a.share - b.share,
  score: (a, b) => (bestAdvice(a)?.score ?? NO_ADVICE) - (bestAdvice(b)?.score ?? NO_ADVICE),
};

/** Behind every score. */
const NO_ADVICE = 1000;

function stateOf({ good }: ExposureRow): number {
  return good === false ? 0 : good === null ? 1 : 2;
}

function textOf({ name, description, advice }: ExposureRow): string {
  return [name, description, ...advice.flatMap(({ lines }) => lines)].join("\n").toLowerCase();
}
