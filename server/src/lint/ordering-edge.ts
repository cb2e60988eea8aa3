/** Words for what orders two units, and how to take it away. */
import type { Edge } from "../model/graph.ts";
import type { PlacedAssignment } from "../model/setting.ts";
import type { OrderStep } from "../model/transaction/cycles.ts";
import type { FileEdit, Fix } from "./finding.ts";

/** Who says a dependency, as the end of a sentence. */
export function said({ from, dependency: { kind, on, origin, at, link } }: Edge): string {
  if (link !== undefined) return `the link ${link.entry.path} says so`;
  const name = at?.entry.key.text;
  if (origin === "default") return `${from.id} has default dependencies`;
  if (name === undefined) return `systemd adds ${kind}=${on} to ${from.id}`;
  if (name === kind) return `${from.id} has ${kind}=${on}`;
  return `${name}= of ${from.id} implies ${kind}=${on}`;
}

/** Takes a step out of the files that say it. */
export function removalOf({ first, next, edges }: OrderStep): Fix[] {
  const edits = edges.map(({ dependency: { at, on } }) => at && removeWord(at, on));
  if (edits.some(edit => edit === undefined)) return [];
  const title = `Do not order ${next.unit.id} after ${first.unit.id}`;
  return [{ title, safety: "unsafe", edits: edits.filter((edit): edit is FileEdit => edit !== undefined) }];
}

/** Deletes a word of a list, and the whole line where nothing else is in it; undefined where specifiers or continuations hide it. */
export function removeWord({ file, entry }: PlacedAssignment, word: string): FileEdit | undefined {
  const { source } = file;
  const words = entry.value.text.split(/\s+/);
  if (entry.pieces.length !== 1 || !words.includes(word)) return undefined;
  if (words.length === 1) return { file: source, edits: [{ span: entry.span, text: "" }] };
  const text = words.filter(other => other !== word).join(" ");
  return { file: source, edits: [{ span: entry.value.span, text }] };
}
