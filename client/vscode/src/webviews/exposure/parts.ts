/** The score of a unit, and the rows of its table. */
import { button, element } from "../element.ts";
import type { Advice, ExposureReport, ExposureRow } from "./messages.ts";
import { scoreText } from "./table.ts";

/** The score, what it means, and the one button that does most. */
export function scoreCard(report: ExposureReport, applySafe: () => void): readonly HTMLElement[] {
  const { unit, score, level, systemd, safe } = report;
  const scale = element("div", { class: "scale", "aria-hidden": "true" }, element("span", { class: "filled" }));
  const filled = scale.firstElementChild as HTMLElement;
  filled.style.width = `${Math.max(1, score)}%`;
  const rating = element(
    "p",
    { id: "score", class: `level ${level.toLowerCase()}`, "data-score": score },
    element("strong", {}, scoreText(score)),
    ` ${level}`,
  );
  const advice =
    safe.names.length === 0
      ? element("p", {}, "Nothing is left that could be advised without knowing more.")
      : element(
          "p",
          {},
          button(`Apply all that is safe: ${scoreText(score)} → ${scoreText(safe.score)}`, applySafe, {
            id: "apply-safe",
            class: "main",
            title: safe.names.join("\n"),
          }),
        );
  const scope = `As systemd ${systemd} assesses it: 0 is the least exposed, 10 the most.`;
  return [
    element("h1", {}, unit),
    element("div", { class: "rating" }, rating, scale),
    element("p", { class: "muted" }, scope),
    advice,
  ];
}

/** What a row needs of its page. */
export interface RowUse {
  readonly apply: (name: string) => void;
  /** Whether the reader had opened a part. */
  readonly isOpen: (id: string) => boolean;
}

/** One assessment. */
export function rowElement(row: ExposureRow, report: ExposureReport, most: number, use: RowUse): HTMLElement {
  const { field, name, description, good, share, advice } = row;
  const [best, ...others] = advice;
  const state = good === null ? "none" : good ? "good" : "bad";
  const bar = element("span", { class: "bar", "aria-hidden": "true" });
  bar.style.width = `${(share / most) * 44}px`;
  const more = others.length === 0 ? [] : [otherAdvice(field, others, use)];
  return element(
    "tr",
    { "data-field": field, class: state },
    element(
      "td",
      { class: "state" },
      element("span", { role: "img", "aria-label": states[state].word }, states[state].sign),
    ),
    element("td", {}, element("div", { class: "code" }, name), element("div", { class: "muted" }, description)),
    element("td", { class: "number" }, ...(share > 0 ? [bar, scoreText(share)] : [])),
    element("td", {}, ...(best === undefined ? noAdvice(row) : adviceText(best)), ...more),
    element("td", { class: "number then" }, ...(best === undefined ? [] : [scoreChange(best, report)])),
    element("td", { class: "action" }, ...(best === undefined ? [] : [applyButton(field, best, use)])),
  );
}

const states = {
  good: { sign: "✓", word: "good" },
  bad: { sign: "✗", word: "exposed" },
  none: { sign: "–", word: "does not apply" },
} as const;

function adviceText({ lines, forbids, objection, breaks, safe }: Advice): readonly HTMLElement[] {
  const caution = objection === null ? breaks : `${objection[0]?.toUpperCase() ?? ""}${objection.slice(1)}`;
  return [
    element("div", { class: "code lines" }, ...lines.map(line => element("div", {}, line))),
    element("div", { class: "muted", title: `It breaks a service if: ${breaks}` }, forbids),
    ...(safe ? [] : [element("div", { class: "caution" }, `Careful: ${caution}`)]),
  ];
}

function noAdvice({ good, share }: ExposureRow): readonly HTMLElement[] {
  return good === false && share > 0
    ? [
        element(
          "div",
          { class: "muted" },
          "Nothing is advised: it asks for more than a line, or would not help this unit",
        ),
      ]
    : [];
}

function scoreChange({ score }: Advice, report: ExposureReport): HTMLElement {
  return element("span", { title: `${scoreText(report.score)} now` }, scoreText(score));
}

function applyButton(field: string, { name, lines }: Advice, { apply }: RowUse, id = `apply-${field}`): HTMLElement {
  return button("Apply", () => apply(name), { id, "aria-label": `Apply ${lines.join(" ")}`, "data-advice": name });
}

function otherAdvice(field: string, others: readonly Advice[], use: RowUse): HTMLElement {
  const id = `more-${field}`;
  const items = others.map((advice, i) =>
    element(
      "li",
      {},
      element("div", {}, ...adviceText(advice)),
      element("span", { class: "number" }, scoreText(advice.score)),
      applyButton(field, advice, use, `apply-${field}-${i}`),
    ),
  );
  return element(
    "details",
    { id, open: use.isOpen(id) },
    element("summary", {}, `${others.length} more`),
    element("ul", {}, ...items),
  );
}
