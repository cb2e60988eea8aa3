/** Hover over a key: what is known of the directive, and whether this assignment counts. */
import { isRemoved } from "../../catalog/catalog.ts";
import type { Directive, Repeat } from "../../catalog/directive.ts";
import type { SettingAssignment } from "../../model/setting.ts";
import { isUnread } from "../../model/unit-file.ts";
import type { EntrySyntax } from "../../syntax/tree.ts";
import { directiveText, type Texts } from "../../texts/texts.ts";
import { valueKind } from "../../values/index.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";
import type { KeyTarget } from "../target.ts";
import { type Block, enumerate, plainly, type Sentence, say } from "./markup.ts";
import { shortPath } from "./piece.ts";
import { factItems, paragraphs } from "./told.ts";

/** The facts about a key; empty for what systemd does not know anywhere. */
export function describeKey(
  { block, line: entry, assignment }: KeyTarget,
  file: WorkspaceFile,
  snapshot: Snapshot,
  texts: Texts,
): readonly Block[] {
  const { catalog } = file.unitFile;
  const unread = isUnread(file.unitFile, entry);
  const name = entry.key.text;
  const directive = assignment?.directive;
  if (directive === undefined) return block.role === "known" ? elsewhere(name, block.section, file) : [];
  const removed = isRemoved(directive, catalog.version);
  const text = directiveText(texts, name);
  const facts = [...(removed ? [] : [...takes(directive), ...factItems(text)]), ...ages(directive, catalog.version)];
  return [
    say`${`${name}=`} in ${`[${directive.section}]`}`,
    ...paragraphs(text),
    { items: facts },
    ...replaced(directive),
    ...(unread
      ? [say`systemd reads no further than a line above, and so does not come to this one`]
      : fate(entry, file, snapshot)),
  ];
}

function elsewhere(name: string, section: string, { unitFile: { catalog } }: WorkspaceFile): readonly Block[] {
  const others = catalog.sectionsWith(name).filter(other => other !== section);
  if (others.length === 0) return [];
  return [
    say`${`${name}=`} has no effect in ${`[${section}]`}; it belongs to ${enumerate(
      others.map(other => `[${other}]`),
      4,
    )}`,
  ];
}

function takes({ kind, repeat }: Directive): Sentence[] {
  const { describe } = valueKind(kind) ?? {};
  return [...(describe === undefined ? [] : [say`Takes ${plainly(describe)}`]), plainly(repeats[repeat])];
}

const repeats: Readonly<Record<Repeat, string>> = {
  "last-wins": "Assigned again, the last one counts",
  list: "Assigned again, the values add up; an empty one clears those before it",
  "append-only": "Assigned again, the values add up; nothing clears them",
};

/** The oldest release of the table stands for all before it. */
const OLDEST = 183;

function ages(directive: Directive, version: number): Sentence[] {
  const { since, until, page } = directive;
  const facts: Sentence[] = [];
  if (isRemoved(directive, version))
    facts.push(plainly(`Ignored since systemd ${directive.removed}, which removed its support`));
  if (since > OLDEST) facts.push(plainly(`Since systemd ${since}`));
  if (until !== undefined) facts.push(plainly(`Until systemd ${until}`));
  if (page !== undefined) facts.push(say`Manual: ${`${page}(5)`}`);
  return facts;
}

function replaced({ section, replacedBy }: Directive): readonly Block[] {
  if (replacedBy === undefined) return [];
  const { to, since, values } = replacedBy;
  if (to === undefined) return [plainly(`Obsolete since systemd ${since}`)];
  const name = to.section === section ? say`${`${to.name}=`}` : say`${`${to.name}=`} in ${`[${to.section}]`}`;
  const how = values === "same" ? "with the same values" : "with other values";
  return [say`An old name: write ${name}, ${[how]}, since systemd ${[String(since)]}`];
}

/** Whether the assignment counts in its unit, and what takes it away. */
function fate(entry: EntrySyntax, file: WorkspaceFile, snapshot: Snapshot): readonly Block[] {
  const found = assignmentIn(file, entry);
  if (found?.loss === undefined) return [];
  if (found.loss.reason === "refused") return [plainly("Without effect: systemd refuses the value")];
  const { by } = found.loss;
  const place = `${shortPath(by.file.source.path, snapshot)}:${by.file.source.position(by.entry.key.span.start).line}`;
  const how = found.loss.reason === "cleared" ? "clears it" : "takes its place";
  return [say`Without effect: ${place} ${[how]}`];
}

function assignmentIn({ unit, source }: WorkspaceFile, entry: EntrySyntax): SettingAssignment | undefined {
  const { start } = entry.span;
  for (const { assignments } of unit?.settings.all ?? []) {
    const found = assignments.find(({ at }) => at.file.source === source && at.entry.span.start === start);
    if (found !== undefined) return found;
  }
  return undefined;
}
