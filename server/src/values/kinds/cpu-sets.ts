/**
 * Sets of CPUs and memory nodes; an empty one resets.
 * systemd: config_parse_unit_cpu_set() (config_parse_allowed_cpuset() up to 257), config_parse_exec_cpu_affinity(),
 * config_parse_numa_mask(), src/core/load-fragment.c
 */
import { readCpuSet } from "../cpu-set.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { expandSpecifiers, unknownSpecifier } from "../specifiers.ts";

export const cpuSets: readonly ValueKind[] = [
  { id: "cpu-set", describe: "numbers and ranges such as 0-3,8", parse: parseExpanded },
  {
    id: "cpu-affinity",
    describe: "numbers and ranges of CPUs such as 0-3,8, or numa",
    parse: (text, at) => (text === "numa" ? parseWord(text) : parseExpanded(text, at)),
    words: () => ["numa"],
  },
  {
    id: "numa-mask",
    describe: "numbers and ranges of memory nodes such as 0-1, or all",
    parse: parseNumaMask,
    words: () => ["all"],
  },
];

/** Specifiers are expanded before the list is split. */
function parseExpanded(text: string, at: ValueContext): Parsed {
  const { text: expanded, parts, unknown } = expandSpecifiers(MappedText.verbatim(text, 0), at);
  if (unknown !== undefined) return { parts, problems: [unknownSpecifier(unknown, "drops-line")] };
  const set = readCpuSet(expanded ?? MappedText.verbatim(text, 0), text, at);
  return { ...set, parts: parts.length > 0 ? parts : set.parts };
}

/** Without specifiers up to 257; the release that brought them is unknown. */
function parseNumaMask(text: string, at: ValueContext): Parsed {
  if (text === "all") return parseWord(text);
  return at.version < 258 ? readCpuSet(MappedText.verbatim(text, 0), text, at) : parseExpanded(text, at);
}

function parseWord(text: string): Parsed {
  return accepted(text, [{ kind: "keyword", span: whole(text) }]);
}
