/** Names of sockets between blanks. systemd: config_parse_service_sockets(), src/core/load-fragment.c */
import { append } from "../append.ts";
import type { Parsed, ValueContext, ValueKind, ValuePart, ValueProblem } from "../kind.ts";
import { readUnit } from "../unit-reference.ts";
import { wordFailure } from "../word-failure.ts";
import { splitWords } from "../words.ts";

export const socketUnitList: ValueKind = {
  id: "socket-unit-list",
  describe: "names of sockets, separated by blanks",
  parse: parseSockets,
};

function parseSockets(text: string, at: ValueContext): Parsed {
  const { words, failure } = splitWords(text);
  const value: string[] = [];
  const parts: ValuePart[] = [];
  const problems: ValueProblem[] = [];
  for (const word of words) {
    const reading = readUnit(word, at, { consequence: "drops-piece", type: "socket", templates: true });
    append(parts, reading.parts);
    if (reading.problem !== undefined) problems.push(reading.problem);
    else if (reading.name !== undefined) value.push(reading.name);
  }
  if (failure !== undefined) problems.push(wordFailure(text, failure, words.length > 0 ? "drops-piece" : "drops-line"));
  return { value, parts, problems };
}
