/** What there is to tell about a completion once somebody looks at it. */
import { isRemoved } from "../../catalog/catalog.ts";
import type { Directive, SystemdVersion } from "../../catalog/directive.ts";
import { systemCallGroup, systemCallGroups } from "../../catalog/enums.ts";
import { textOf } from "../../model/reading.ts";
import { contextOf } from "../../model/value.ts";
import { renderText } from "../../texts/render.ts";
import { directiveText, type Text, type Texts, valueText, wordKinds, wordText } from "../../texts/texts.ts";
import { valueKind } from "../../values/index.ts";
import { MappedText } from "../../values/mapped-text.ts";
import { expandSpecifiers } from "../../values/specifiers.ts";
import { readUnitName, withInstance } from "../../values/unit-name.ts";
import type { WorkspaceFile } from "../../workspace/snapshot.ts";
import type { Topic } from "./candidate.ts";
import { meaningOf } from "./meanings.ts";

/** Texts beside and below a completion. */
export interface Explanation {
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
}

/** Explains a topic of a file; nothing where neither is known. */
export function explain(file: WorkspaceFile | undefined, topic: Topic, texts: Texts): Explanation {
  const explainer = Object.hasOwn(explainers, topic.of) ? explainers[topic.of] : undefined;
  return (file && explainer?.({ topic, file, texts, version: file.unitFile.catalog.version })) ?? {};
}

interface Question {
  readonly topic: Topic;
  readonly file: WorkspaceFile;
  readonly texts: Texts;
  readonly version: SystemdVersion;
}

const explainers: Readonly<Partial<Record<Topic["of"], (question: Question) => Explanation | undefined>>> = {
  section: ({ topic, file, texts }) => ({
    documentation: `${told(wordText(texts, "sections", topic.name))}${file.unitFile.catalog.namesIn(topic.name).length} keys of systemd ${file.unitFile.catalog.version}`,
  }),
  key: explainKey,
  word: explainWord,
  unit: explainUnit,
  specifier: explainSpecifier,
};

function explainKey({ topic, file, texts, version }: Question): Explanation | undefined {
  const directive = file.unitFile.catalog.directive(topic.section ?? "", topic.name);
  const kind = directive && valueKind(directive.kind);
  if (directive === undefined) return undefined;
  return {
    ...(kind !== undefined && { detail: kind.describe }),
    documentation: `${told(directiveText(texts, topic.name))}${factsOf(directive, version).join("\n\n")}`,
  };
}

/** A written text with an empty line behind it. */
function told(text: Text | undefined): string {
  return text === undefined ? "" : `${renderText(text, "markdown")}\n\n`;
}

/** What is written about a value: at its directive, or as a word of its own. */
function writtenOf(texts: Texts, directive: string, word: string): string | undefined {
  const value = valueText(texts, directive, word);
  if (value !== undefined) return value;
  const found = wordKinds.map(kind => wordText(texts, kind, word)).find(text => text !== undefined);
  return found && renderText(found, "markdown");
}

/** What the catalog knows of a directive. */
function factsOf(directive: Directive, version: SystemdVersion): readonly string[] {
  const { replacedBy, since, page, repeat } = directive;
  const to = replacedBy?.to;
  const old =
    replacedBy === undefined || replacedBy.since > version
      ? []
      : [to === undefined ? "Deprecated." : `Deprecated: write \`${to.name}=\` in [${to.section}].`];
  return [
    ...old,
    ...(isRemoved(directive, version) ? ["Its support was removed; it is ignored."] : []),
    repeats[repeat],
    ...(since > OLDEST ? [`Since systemd ${since}.`] : []),
    ...(page === undefined ? [] : [`See ${page}(5).`]),
  ];
}

/** The catalog says of all that is older only that it is this old. */
const OLDEST = 183;

const repeats: Readonly<Record<Directive["repeat"], string>> = {
  "last-wins": "Of several lines the last one counts.",
  list: "Further lines add to the list; an empty one clears it.",
  "append-only": "Further lines add to the list; nothing clears it.",
};

function explainWord({ topic, file, texts, version }: Question): Explanation | undefined {
  const directive = file.unitFile.catalog.directive(topic.section ?? "", topic.key ?? "");
  if (directive === undefined) return undefined;
  const { kind } = directive;
  const meaning = meaningOf(kind, topic.name, version);
  const written = writtenOf(texts, directive.name, topic.name);
  const more =
    kind === "syscall-filter" || kind === "syscall-list" ? explainSystemCall(topic.name, version) : undefined;
  const short = meaning === undefined ? undefined : `\`${topic.name}\`: ${meaning}`;
  const said = [written ?? short, more].filter(text => text !== undefined);
  return said.length === 0 ? undefined : { documentation: said.join("\n\n") };
}

/** What a group holds, or which groups hold a call. */
function explainSystemCall(name: string, version: SystemdVersion): string | undefined {
  const groups = systemCallGroups(version).filter(group => group !== "@known");
  const members =
    systemCallGroup(name, version) ?? groups.filter(group => systemCallGroup(group, version)?.includes(name));
  if (members.length === 0) return undefined;
  const names = members.slice(0, MOST_MEMBERS).map(member => `\`${member}\``);
  const more = members.length > MOST_MEMBERS ? [`and ${members.length - MOST_MEMBERS} more`] : [];
  return `${name.startsWith("@") ? "It holds" : "In"} ${[...names, ...more].join(", ")}`;
}

const MOST_MEMBERS = 60;

function explainUnit({ topic, file, texts }: Question): Explanation | undefined {
  const parts = readUnitName(topic.name);
  if (parts === undefined) return undefined;
  const unit = file.set.unit(parts.instance === "" ? withInstance(parts, "instance") : topic.name);
  const description = textOf(unit.settings, "Unit", "Description");
  const path = unit.entry?.path;
  const special = wordText(texts, "special-units", topic.name);
  const facts = [
    ...(description === undefined ? [] : [description]),
    ...(special === undefined ? [] : [renderText(special, "markdown")]),
    ...(unit.load === "masked" ? ["It is masked."] : []),
    ...(parts.instance === "" ? ["A template: instances have a name between `@` and the suffix."] : []),
    ...(path === undefined || !path.startsWith("/") ? [] : [`\`${path}\``]),
  ];
  return facts.length === 0 ? undefined : { documentation: facts.join("\n\n") };
}

/** What follows from the unit's name is known; the rest depends on the host. */
function explainSpecifier(question: Question): Explanation | undefined {
  const { topic, texts } = question;
  const general = told(wordText(texts, "specifiers", topic.name.charAt(1)));
  const here = valueHere(question);
  return general === "" && here === undefined ? undefined : { documentation: `${general}${here ?? ""}`.trimEnd() };
}

function valueHere({ topic, file }: Question): string | undefined {
  const { reader } = file.unitFile;
  const any = file.unitFile.catalog.directive("Unit", "Description");
  if (any === undefined || !/^%[fiIjJnNpP]$/.test(topic.name)) return undefined;
  const { text } = expandSpecifiers(MappedText.verbatim(topic.name, 0), contextOf(any, reader));
  if (text === undefined || file.name.unit === file.name.type) return undefined;
  const isTemplate = file.name.unit.includes("@.");
  if (text.text === "") return "Empty here, as the unit has no instance";
  return `${isTemplate ? "For example" : "Here"} \`${text.text}\``;
}
