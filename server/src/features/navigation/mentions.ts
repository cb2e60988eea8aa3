/** Where unit files write the names of units. An index is kept with each file, so that after an edit only one file is read again. */
import { derive } from "../../model/derived.ts";
import type { UnitFile } from "../../model/unit-file.ts";
import type { Span } from "../../text/span.ts";
import { readUnitName, withInstance } from "../../values/unit-name.ts";
import type { WorkspaceFile } from "../../workspace/snapshot.ts";
import { partsOf, type TargetPart } from "../target.ts";

/** One name of a unit in a value. */
export interface Mention {
  /** The unit's name; where specifiers make the instance (`db@%i.service`), that of the template. */
  readonly name: string;
  /** The name as written, specifiers and all. */
  readonly written: string;
  /** In the file. */
  readonly span: Span;
  readonly section: string;
  /** The key of its line: `After`. */
  readonly key: string;
  /** Whether the line gives the name to the unit of the file: an Alias=, but not one that makes a link in a folder. */
  readonly isAlias: boolean;
}

/** The names that a file mentions, in their order. */
export function mentionsIn(file: UnitFile): readonly Mention[] {
  return derive(file, "mentions", () => [...findMentions(file)]);
}

/** Where a file mentions a unit by a name; a template also by the names of its instances. */
export function mentionsOf(at: WorkspaceFile, name: string): readonly Mention[] {
  const { text } = at.source;
  if (!text.includes(spelling(name)) && !text.includes("%")) return nothing;
  const file = at.unitFile;
  return derive(file, "mentions by name", () => indexed(mentionsIn(file))).get(name) ?? nothing;
}

/** What stands in every text that spells out a name or, for a template, that of an instance: most files are not looked into. */
function spelling(name: string): string {
  const at = name.indexOf("@.");
  return at < 0 ? name : name.slice(0, at + 1);
}

/** The template of an instance; undefined for other names. */
export function templateOf(name: string): string | undefined {
  const parts = readUnitName(name);
  return parts?.instance ? withInstance(parts, "") : undefined;
}

const nothing: readonly Mention[] = [];

function indexed(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  const index = new Map<string, Mention[]>();
  const put = (name: string, mention: Mention) => {
    const known = index.get(name);
    if (known === undefined) index.set(name, [mention]);
    else known.push(mention);
  };
  for (const mention of mentions) {
    put(mention.name, mention);
    const template = templateOf(mention.name);
    if (template !== undefined) put(template, mention);
  }
  return index;
}

function* findMentions(file: UnitFile): Generator<Mention> {
  for (const { assignments } of file.blocks) {
    for (const assignment of assignments) {
      if (assignment.parsed?.parts.some(({ kind }) => kind === "unit-name") !== true) continue;
      const { section, entry } = assignment;
      const key = entry.key.text;
      for (const { text: written, span, inFolder } of partsOf(assignment).flatMap(namesIn)) {
        const name = meantName(written, file);
        const isAlias = section === "Install" && key === "Alias" && !inFolder;
        if (name !== undefined) yield { name, written, span, section, key, isAlias };
      }
    }
  }
}

/** One name, or in the old way of WantedBy= two: `Alias=multi-user.target.wants/app.service`. */
function namesIn(part: TargetPart): { text: string; span: Span; inFolder: boolean }[] {
  if (part.kind !== "unit-name") return [];
  const { text, span } = part;
  const [all, owner = "", link = ""] = /^([^/]+)\.(?:wants|requires)\/([^/]+)$/.exec(text) ?? [];
  if (all === undefined) return [{ text, span, inFolder: false }];
  return [
    { text: owner, span: { start: span.start, end: span.start + owner.length }, inFolder: true },
    { text: link, span: { start: span.end - link.length, end: span.end }, inFolder: true },
  ];
}

/** The name that a text means in a file; undefined where it is none, or only the host can tell. */
function meantName(written: string, file: UnitFile): string | undefined {
  const text = written.includes("%") ? withOwnName(written, file) : written;
  if (!text.includes("%")) return readUnitName(text) === undefined ? undefined : text;
  const [, prefix, type] = /^([^@%]+)@[^@]*\.([a-z]+)$/.exec(text) ?? [];
  const template = `${prefix}@.${type}`;
  return readUnitName(template) === undefined ? undefined : template;
}

/** Replaces the specifiers that the name of the file decides. */
function withOwnName(text: string, { name: { unit, type } }: UnitFile): string {
  const own = readUnitName(unit);
  if (own === undefined || unit === type || own.prefix.endsWith("-")) return text;
  const { prefix, instance } = own;
  const values: Readonly<Record<string, string | undefined>> = {
    p: prefix,
    j: prefix.slice(prefix.lastIndexOf("-") + 1),
    i: instance || undefined,
    n: instance === "" ? undefined : unit,
    N: instance === "" ? undefined : unit.slice(0, unit.lastIndexOf(".")),
  };
  return text.replace(/%([pjinN])/g, (specifier, letter: string) => values[letter] ?? specifier);
}
