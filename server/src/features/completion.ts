/** Completion: what may be written at the cursor, in the order in which it is likely meant. */
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";
import type { Texts } from "../texts/texts.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../workspace/snapshot.ts";
import type { Candidate, CompletionKind, Offer, Topic } from "./completion/candidate.ts";
import { keys } from "./completion/keys.ts";
import { filterOf, type Match, matchesOf } from "./completion/match.ts";
import { type Asking, type Place, placeAt } from "./completion/place.ts";
import { type Explanation, explain } from "./completion/resolve.ts";
import { sectionHeaders } from "./completion/sections.ts";
import { valueOffers } from "./completion/sources.ts";
import { suppressionOffer } from "./completion/suppression.ts";
import { targetAt } from "./target.ts";

/** Something to write at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string;
  readonly deprecated?: true;
  /** Orders all completions of one answer. */
  readonly sortText: string;
  /** What clients compare with the text before the cursor that `edit` replaces. */
  readonly filterText: string;
  /** Replaces a stretch of one physical line that holds the cursor. */
  readonly edit: TextEdit;
  /** Whether the text of `edit` is a snippet, in the syntax of LSP. */
  readonly snippet?: true;
  /** What `resolveCompletion` needs; plain data. Absent where there is nothing more to tell. */
  readonly data?: CompletionData;
}

/** Which completion of which file. */
export interface CompletionData extends Topic {
  readonly uri: FileUri;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** Whether other items may fit once more is typed, so that the client must ask again. */
  readonly incomplete: boolean;
}

/** The clock is for times; without it none are told. */
export interface CompletionOptions extends Asking {
  /** Whether the client understands snippets; plain text otherwise. */
  readonly snippets?: boolean;
}

/** The characters at which clients ask by themselves, besides those of words. */
export const completionTriggers: readonly string[] = [
  "[",
  "=",
  "%",
  "@",
  "~",
  "$",
  "{",
  "/",
  ":",
  ",",
  ".",
  "|",
  "!",
  " ",
];

/** What may be written at an offset; nothing in comments but those to unitlint, in values of unknown keys and in what is no unit file. */
export function completion(
  snapshot: Snapshot,
  uri: FileUri,
  offset: number,
  { snippets = false, ...asking }: CompletionOptions = {},
): Completions {
  const file = snapshot.file(uri);
  const place = file && placeAt(snapshot, file, offset, asking);
  if (file === undefined) return nothing;
  if (place === undefined) return inComment(snapshot, file, offset, snippets);
  const answers = offersAt(place).map(offer => ({
    offer,
    ...matchesOf(offer, place.text.slice(offer.span.start, place.cursor)),
  }));
  const fits = answers.some(answer => answer.fits);
  const shown = new Set<string>();
  const items = answers.flatMap(({ offer, matches }) => {
    const span = spanInLine(place, offer.span);
    if (span === undefined) return [];
    const typed = place.text.slice(offer.span.start, place.cursor);
    return matches.flatMap(({ candidate, corrects }): Omit<Completion, "sortText">[] => {
      if ((corrects && fits) || shown.has(candidate.label)) return [];
      shown.add(candidate.label);
      return [itemFor({ candidate, corrects }, file, { span, typed, snippets })];
    });
  });
  return { items: inOrder(items), incomplete: answers.some(({ incomplete }) => incomplete) };
}

const nothing: Completions = { items: [], incomplete: false };

function inOrder(items: readonly Omit<Completion, "sortText">[]): readonly Completion[] {
  const width = String(items.length).length;
  return items.map((item, i) => ({ ...item, sortText: String(i).padStart(width, "0") }));
}

/** In a comment that speaks to unitlint. */
function inComment(snapshot: Snapshot, file: WorkspaceFile, offset: number, snippets: boolean): Completions {
  const target = targetAt(file.unitFile, offset);
  if (target.is !== "comment") return nothing;
  const { text } = file.source;
  const found = new Set(snapshot.findings(file.uri).map(({ rule }) => rule));
  const offer = suppressionOffer(text, target.span, offset, found);
  if (offer === undefined) return nothing;
  const typed = text.slice(offer.span.start, offset);
  const { matches, incomplete } = matchesOf(offer, typed);
  return {
    items: inOrder(matches.map(match => itemFor(match, file, { span: offer.span, typed, snippets }))),
    incomplete,
  };
}

/** What more there is to tell about a completion of this workspace; nothing for what it does not know. */
export function resolveCompletion(snapshot: Snapshot, data: unknown, texts: Texts): Explanation {
  return isCompletionData(data) ? explain(snapshot.file(data.uri), data, texts) : {};
}

function offersAt(place: Place): readonly Offer[] {
  if (place.of === "value") return valueOffers(place);
  if (place.of === "key") return keys(place);
  return [sectionHeaders(place)].filter(offer => offer !== undefined);
}

/** Clients take no edits across lines: a word that began on the line before is left alone. */
function spanInLine({ toSource, file, cursor }: Place, span: Span): Span | undefined {
  const found = toSource(span);
  const { start: at } = toSource({ start: cursor, end: cursor });
  if (at < found.start || found.end < at) return undefined;
  return /[\r\n\0]/.test(file.source.text.slice(found.start, found.end)) ? undefined : found;
}

interface Setting {
  readonly span: Span;
  readonly typed: string;
  readonly snippets: boolean;
}

/** A correction is found by what was typed, or else clients would hide it. */
function itemFor(
  { candidate, corrects }: Match,
  { uri }: WorkspaceFile,
  { span, typed, snippets }: Setting,
): Omit<Completion, "sortText"> {
  const { label, kind, detail, deprecated, topic } = candidate;
  const snippet = snippets ? candidate.snippet : undefined;
  return {
    label,
    kind,
    ...(detail !== undefined && { detail }),
    ...(deprecated !== undefined && { deprecated }),
    filterText: corrects ? typed : filterOf(candidate),
    edit: { span, text: snippet ?? textOf(candidate) },
    ...(snippet !== undefined && { snippet: true as const }),
    ...(topic !== undefined && { data: { uri, ...topic } }),
  };
}

function textOf({ text, label }: Candidate): string {
  return text ?? label;
}

function isCompletionData(data: unknown): data is CompletionData {
  if (typeof data !== "object" || data === null) return false;
  const { uri, of, name, section, key } = data as Readonly<Record<string, unknown>>;
  const isText = (value: unknown) => value === undefined || typeof value === "string";
  return [uri, of, name].every(value => typeof value === "string") && isText(section) && isText(key);
}
