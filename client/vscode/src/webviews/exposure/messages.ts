/** What the exposure's page and the extension say to each other. Scores and shares are in tenths. */
import { oneOf, propertiesOf, shortText, textList } from "../read.ts";

/** What the server answers to `unitlint.exposureData`. */
export interface ExposureReport {
  readonly unit: string;
  readonly systemd: number;
  readonly score: number;
  readonly level: string;
  readonly rows: readonly ExposureRow[];
  readonly safe: { readonly names: readonly string[]; readonly score: number };
}

/** One assessment. */
export interface ExposureRow {
  readonly field: string;
  readonly name: string;
  readonly description: string;
  /** Null where it does not apply. */
  readonly good: boolean | null;
  readonly share: number;
  readonly advice: readonly Advice[];
}

/** What may be written about it. */
export interface Advice {
  readonly name: string;
  readonly lines: readonly string[];
  readonly forbids: string;
  readonly breaks: string;
  readonly objection: string | null;
  readonly safe: boolean;
  readonly score: number;
}

/** Where advice is written. */
export type AdvicePlace = "drop-in" | "file";

/** From the extension to the page. */
export type ExposureShown =
  | { readonly type: "show"; readonly uri: string; readonly report: ExposureReport }
  | { readonly type: "problem"; readonly text: string }
  /** What came of the last thing asked. */
  | { readonly type: "said"; readonly text: string };

/** From the page to the extension. */
export type ExposureAsked =
  | { readonly type: "ready" }
  | { readonly type: "open" }
  | { readonly type: "text" }
  | { readonly type: "apply"; readonly names: readonly string[] | "all-safe"; readonly place: AdvicePlace };

/** Reads a message of the page; undefined for what makes no sense. */
export function readAsked(message: unknown): ExposureAsked | undefined {
  const { type, names, place } = propertiesOf(message);
  const simple = oneOf(["ready", "open", "text"], type);
  if (simple !== undefined) return { type: simple };
  const chosen = names === "all-safe" ? names : textList(names);
  const where = oneOf(["drop-in", "file"], place);
  if (type !== "apply" || chosen === undefined || chosen.length === 0 || where === undefined) return undefined;
  return { type, names: chosen, place: where };
}

/** Reads which unit a page was about; undefined where it kept nothing. */
export function readSubject(state: unknown): { readonly uri: string } | undefined {
  const uri = shortText(propertiesOf(state).uri);
  return uri === undefined ? undefined : { uri };
}
