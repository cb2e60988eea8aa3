/** One unit. systemd: config_parse_trigger_unit(), config_parse_socket_service(), config_parse_unit_slice(), src/core/load-fragment.c */
import { type Parsed, rejected, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { expandSpecifiers } from "../specifiers.ts";
import { readUnit, type UnitRules } from "../unit-reference.ts";

export const oneUnit: readonly ValueKind[] = [
  { id: "unit-name", describe: "the name of a unit", readsUnit: true, parse: parseTrigger },
  { id: "service-unit", describe: "the name of a service", parse: (text, at) => parseUnit(text, at, service) },
  { id: "slice-unit", describe: "the name of a slice", parse: parseSlice },
];

const trigger: UnitRules = { consequence: "drops-line", templates: true };

const service: UnitRules = { consequence: "drops-line", type: "service", templates: false };

const slice: UnitRules = { consequence: "drops-line", type: "slice", templates: false };

/** All but the first line is refused, which a value alone does not show. */
function parseTrigger(text: string, at: ValueContext): Parsed {
  const parsed = parseUnit(text, at, trigger);
  const own = expandSpecifiers(MappedText.verbatim("%n", 0), at).text?.text;
  if (parsed.problems.length > 0 || at.unit === undefined || parsed.value !== own) return parsed;
  const { problems } = rejected(`A unit cannot start itself: ${text} is this unit`, whole(text));
  return { ...parsed, problems };
}

function parseSlice(text: string, at: ValueContext): Parsed {
  if (at.type !== "slice") return parseUnit(text, at, slice);
  const message = "A slice lies in the slice that its name tells: a-b.slice in a.slice; Slice= is for other units";
  return { ...parseUnit(text, at, slice), problems: rejected(message, whole(text)).problems };
}

function parseUnit(text: string, at: ValueContext, rules: UnitRules): Parsed {
  const { name, parts, problem } = readUnit(MappedText.verbatim(text, 0), at, rules);
  return problem === undefined ? { value: name, parts, problems: [] } : { parts, problems: [problem] };
}
