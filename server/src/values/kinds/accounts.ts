/** Users and groups. systemd: config_parse_user_group_compat(), config_parse_user_group_strv_compat(), src/core/load-fragment.c */

import { readAccount } from "../account-name.ts";
import { append } from "../append.ts";
import {
  accepted,
  type Parsed,
  type ValueContext,
  type ValueKind,
  type ValuePart,
  type ValueProblem,
  whole,
} from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { wordFailure } from "../word-failure.ts";
import { splitWords } from "../words.ts";

export const accounts: readonly ValueKind[] = [
  { id: "user", describe: "the name or the ID of a user", fatal: true, parse: parseUser },
  { id: "group", describe: "the name or the ID of a group", fatal: true, parse: parseGroup },
  { id: "group-list", describe: "names or IDs of groups, separated by blanks", fatal: true, parse: parseGroups },
];

function parseUser(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const { name, parts, problem } = readAccount(MappedText.verbatim(text, 0), at, "user");
  if (problem !== undefined) return { value: name, parts, problems: [problem] };
  if ((name !== "nobody" && name !== nobodyId) || !at.name.includes("User")) return accepted(name, parts);
  return { value: name, parts, problems: [sharedUser(name, text, at)] };
}

/** The ID that the kernel, too, gives to what belongs to no one. */
const nobodyId = "65534";

/** systemd warns of nobody, which several programs may share, by its name alone. */
function sharedUser(name: string, text: string, { name: directive, manager }: ValueContext): ValueProblem {
  const shared = `${name === nobodyId ? `${nobodyId} is nobody, who` : "nobody"} is shared with all that belongs to no one`;
  const dynamic = directive === "User" && manager === "system" ? " or DynamicUser=yes" : "";
  return {
    message: `The user ${shared}; write a user of its own${dynamic}`,
    span: whole(text),
    consequence: name === nobodyId ? "silent" : "notes",
    rule: "shared-nobody",
  };
}

function parseGroup(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const { name, parts, problem } = readAccount(MappedText.verbatim(text, 0), at, "group");
  return { value: name, parts, problems: problem === undefined ? [] : [problem] };
}

/** The first wrong group refuses the unit. */
function parseGroups(text: string, at: ValueContext): Parsed {
  const { words, failure } = splitWords(text);
  const value: string[] = [];
  const parts: ValuePart[] = [];
  const problems = [];
  for (const word of words) {
    const reading = readAccount(word, at, "group");
    append(parts, reading.parts);
    if (reading.name !== undefined) value.push(reading.name);
    if (reading.problem !== undefined) problems.push(reading.problem);
    if (reading.problem?.consequence === "fatal") return { value, parts, problems };
  }
  if (failure !== undefined) problems.push(wordFailure(text, failure, "fatal"));
  return { value, parts, problems };
}
