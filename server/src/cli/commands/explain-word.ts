/** `unitlint explain WORD`: what a directive, a value, a section or any other word of unit files means. */
import { type Catalog, catalogAt, everKnown, newestVersion } from "../../catalog/catalog.ts";
import { hover } from "../../features/hover.ts";
import { renderText, wrap } from "../../texts/render.ts";
import { directiveText, exitStatusText, type Text, type Texts, wordKinds, wordText } from "../../texts/texts.ts";
import type { Clock } from "../../values/calendar/upcoming.ts";
import { lonelySnapshot } from "../lonely-snapshot.ts";

/** By what words are explained. */
export interface ExplainContext {
  readonly texts: Texts;
  readonly catalog: Catalog;
  readonly clock: Clock;
  /** In columns. */
  readonly width: number;
}

/** The explanation of a word; undefined where nothing is known of it. */
export function explainWord(word: string, context: ExplainContext): string | undefined {
  const [, name, value] = /^([A-Z]\w*)(?:=(.*))?$/s.exec(word) ?? [];
  if (name !== undefined) {
    const told = explainDirective(name, value === "" ? undefined : value, context);
    if (told !== undefined) return told;
  }
  const section = /^\[?(\w+)\]?$/.exec(word)?.[1];
  if (section !== undefined && context.catalog.unitTypesWith(section).length > 0 && /^\[|^[A-Z]/.test(word))
    return explainSection(section, context);
  return explainTerm(word, context);
}

/** All that `unitlint explain` knows, for the nearest name. */
export function explainable({ texts, catalog }: ExplainContext): readonly string[] {
  const sections = catalog.unitTypes.flatMap(type => catalog.sectionsOf(type));
  const words = wordKinds.flatMap(kind =>
    Object.keys(texts.words[kind] ?? {}).map(word => (kind === "specifiers" ? `%${word}` : word)),
  );
  return [...Object.keys(texts.directives).map(name => `${name}=`), ...sections.map(name => `[${name}]`), ...words];
}

function explainDirective(name: string, value: string | undefined, context: ExplainContext): string | undefined {
  const { catalog, texts, width } = context;
  const known = catalog.sectionsWith(name);
  const newest = catalogAt(newestVersion);
  const sections = known.length > 0 ? known : newest.sectionsWith(name);
  const [section] = sections;
  if (section === undefined) return undefined;
  const at = known.length > 0 ? catalog : newest;
  const line = value === undefined ? exampleOf(name, texts) : `${name}=${value}`;
  const told = hovered(section, line, value === undefined ? 1 : undefined, { ...context, catalog: at });
  const others = sections.slice(1).map(other => `[${other}]`);
  return joined([
    ...(told === undefined ? [`${name}= in [${section}]`] : paragraphs(told, width)),
    ...(others.length === 0 || value !== undefined ? [] : [wrap(`Also in ${others.join(", ")}`, width)]),
    ...(known.length > 0
      ? []
      : [`New in systemd ${everKnown(section, name)?.since}; your target is ${catalog.version}`]),
    ...(value === undefined ? valueList(directiveText(texts, name)?.values ?? {}, width) : []),
  ]);
}

/** A line that systemd takes, so that the hover has nothing to say against it. */
function exampleOf(name: string, texts: Texts): string {
  const example = directiveText(texts, name)
    ?.facts.find(([label]) => label === "example")?.[1]
    .replaceAll("`", "");
  return example?.startsWith(`${name}=`) ? example : `${name}=`;
}

function valueList(values: Readonly<Record<string, string>>, width: number): readonly string[] {
  const entries = Object.entries(values);
  if (entries.length === 0) return [];
  const lines = entries.map(([name, text]) => indented(wrap(`${name}: ${text.replaceAll("`", "")}`, width - 4)));
  return [`Values:\n${lines.join("\n")}`];
}

function indented(text: string): string {
  return `  ${text.replaceAll("\n", "\n      ")}`;
}

function explainSection(section: string, context: ExplainContext): string | undefined {
  const told = hovered(section, undefined, undefined, context);
  const types = context.catalog.unitTypesWith(section).map(type => `.${type}`);
  return told && joined([...paragraphs(told, context.width), `In ${types.join(", ")} units`]);
}

/** What an editor would show for a line in a section, at a column of it or at its end; for the header where there is no line. */
function hovered(
  section: string,
  line: string | undefined,
  column: number | undefined,
  { catalog, clock, texts }: ExplainContext,
): string | undefined {
  const type = catalog.unitTypesWith(section)[0] ?? "service";
  const header = `[${section}]\n`;
  const text = header + (line ?? "");
  const { snapshot, uri } = lonelySnapshot(`example.${type}`, text, catalog);
  const offset = line === undefined ? 1 : header.length + (column ?? line.length - 1);
  return hover(snapshot, uri, offset, { clock, texts })?.plainText;
}

function explainTerm(word: string, { texts, width }: ExplainContext): string | undefined {
  const status = /^(?:exit-status )?(\d+)(?:\/\w+)?$/.exec(word)?.[1];
  if (status !== undefined) return termText(`exit status ${status}`, exitStatusText(texts, Number(status)), width);
  const name = /^%.$/.test(word) ? word.slice(1) : word;
  const kinds = /^%.$/.test(word) ? (["specifiers"] as const) : wordKinds.filter(kind => kind !== "specifiers");
  const told = kinds.flatMap(kind => termText(word, wordText(texts, kind, name), width) ?? []);
  return told.length === 0 ? undefined : told.join("\n");
}

function termText(word: string, text: Text | undefined, width: number): string | undefined {
  return text && joined([word, renderText(text, "plain", width)]);
}

function paragraphs(text: string, width: number): readonly string[] {
  return text.split("\n\n").map(paragraph =>
    paragraph
      .split("\n")
      .map(line => item(line, width))
      .join("\n"),
  );
}

function item(line: string, width: number): string {
  return line.startsWith("- ") ? wrap(line, width - 2).replaceAll("\n", "\n  ") : wrap(line, width);
}

function joined(blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}
