/** Command lines: prefixes, programs, variables, and paths in arguments. */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { type CommandCursor, commandCursor } from "../../values/command-cursor.ts";
import { nextPrefixes } from "../../values/command-prefixes.ts";
import type { Candidate, Offer } from "./candidate.ts";
import { listFolder } from "./disk.ts";
import { knownVariables } from "./environment.ts";
import { offerPaths } from "./paths.ts";
import type { ValuePlace } from "./place.ts";

/** What may stand in the word at the cursor. */
export function commands(place: ValuePlace): readonly Offer[] {
  const { text, cursor, at } = place;
  const command = commandCursor(text, cursor, at.version);
  return command.index === 0 ? programs(place, command) : inArguments(place, command);
}

/** Prefixes before a program; a path, or a plain name, for which the path is written. */
function programs(place: ValuePlace, { word, typed, prefixes }: CommandCursor): readonly Offer[] {
  const { cursor, at } = place;
  if (cursor - word.start < prefixes.length) return [];
  const program = { start: word.start + prefixes.length, end: word.end };
  const name = typed.slice(prefixes.length);
  const path = offerPaths(place, program, name);
  const offers = name === "" || name.includes("/") ? [] : [{ span: program, candidates: programsNamed(place, name) }];
  if (name !== "") return path === undefined ? offers : [...offers, path];
  const signs: Offer = { span: { start: cursor, end: cursor }, candidates: signsAfter(typed, at.version) };
  return path === undefined
    ? [signs]
    : [
        { ...path, groupOf: () => 0 },
        { ...signs, groupOf: () => 1 },
      ];
}

function signsAfter(written: string, version: SystemdVersion): readonly Candidate[] {
  return nextPrefixes(written, version).map(({ sign, meaning }) => ({
    label: sign,
    kind: "operator",
    detail: meaning,
  }));
}

/** Where systemd looks for a program that is no path. systemd: DEFAULT_PATH, src/basic/path-util.h */
const programFolders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin"];

function programsNamed(place: ValuePlace, name: string): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const folder of programFolders) {
    for (const entry of listFolder(place, folder, other => other.startsWith(name))) {
      if (found.has(entry.name) || entry.isFolder()) continue;
      const path = `${folder}/${entry.name}`;
      found.set(entry.name, { label: entry.name, kind: "file", text: path, detail: path });
    }
  }
  return [...found.values()];
}

function inArguments(place: ValuePlace, command: CommandCursor): readonly Offer[] {
  const { word, typed } = command;
  // Arguments are mostly plain text: nobody wants a list behind each blank.
  if (typed === "" && place.trigger === " ") return [];
  const variables = variablesIn(place, command);
  if (variables !== undefined) return [variables];
  const path = /(?:^|[=,:])(\/[^=,:]*)$/.exec(typed)?.[1];
  const offer =
    path === undefined ? undefined : offerPaths(place, { start: place.cursor - path.length, end: word.end }, path);
  return offer === undefined ? [] : [offer];
}

/** `$NAME` may only be a whole word, and becomes several; `${NAME}` may stand anywhere, and stays one. */
function variablesIn(place: ValuePlace, { word, typed, prefixes }: CommandCursor): Offer | undefined {
  const [written, brace] = /(?<!\$)(?:\$\$)*(\$(\{?)[A-Za-z0-9_]*)$/.exec(typed)?.slice(1) ?? [];
  if (prefixes.flags.has("no-variables") || (written === undefined && typed !== "")) return undefined;
  const start = place.cursor - (written?.length ?? 0);
  const isWhole = start === word.start && brace !== "{";
  const [rest = ""] = /^[A-Za-z0-9_]*\}?/.exec(place.text.slice(place.cursor, word.end)) ?? [];
  const known = knownVariables(place, place.directive.name);
  const own = new Set<string>();
  const candidates = known.map(({ name, detail, own: isOwn }): Candidate => {
    const label = isWhole ? `$${name}` : `$\{${name}}`;
    if (isOwn) own.add(label);
    const filter = brace === "{" ? label : `$${name}`;
    return { label, kind: "variable", filter, detail };
  });
  const span = { start, end: place.cursor + (isWhole ? rest.replace("}", "") : rest).length };
  return { span, candidates, groupOf: ({ label }) => (own.has(label) ? 0 : 1) };
}
