/** The rules of lines: comments, continuations, entries of every sort, and what systemd cannot read. */
import { type GrammarRule, include, LINE_END, LINE_START, piece, scope } from "./rule.ts";

/** An entry whose key is told by `keys`, which has one group for each scope; the last group is the equals sign. */
export function entry(
  keys: string,
  scopes: readonly (readonly string[])[],
  patterns: readonly GrammarRule[],
  text?: string,
): GrammarRule {
  const captures = [...scopes, ["keyword.operator.assignment"]].map((names, i) => [i + 1, { name: scope(...names) }]);
  return {
    ...(text === undefined ? {} : { contentName: scope(text) }),
    begin: `${LINE_START}${keys}[ \\t]*+(=)`,
    beginCaptures: Object.fromEntries(captures),
    end: LINE_END,
    patterns,
  };
}

/**
 * The scopes of keys, of which themes take the last one that they know: the first one alone is red in VS Code's light themes. A key that no
 * release knows, or not in its section, only stays plain: newer releases may have it.
 */
export const keyScopes = {
  known: ["support.type.property-name", "meta.object-literal.key"],
  deprecated: ["support.type.property-name.deprecated", "meta.object-literal.key"],
  extension: ["variable.other.extension"],
  misplaced: ["entity.name.label.misplaced"],
  unknown: ["entity.name.label.unknown"],
} as const;

/** Blanks may stand inside a key that nobody knows. */
const UNKNOWN_KEY = "([^\\s=\\[#;][^\\s=]*+(?:[ \\t]++[^\\s=]++)*+)";

/** The repository's rules of lines. */
export function lineRules(anyName: string): Readonly<Record<string, GrammarRule>> {
  return {
    comment: { patterns: comments("") },
    // systemd joins it with what follows, of which it is the indentation.
    "lone-backslash": {
      match: `${LINE_START}(\\\\)\\r?$`,
      captures: { "1": { name: scope("punctuation.separator.continuation") } },
    },
    // First in every value, as the line end that it takes must not end the entry.
    continuation: {
      patterns: [...comments("\\n?"), piece("punctuation.separator.continuation", "\\\\\\r?$\\n?")],
    },
    // Last in every value: an escaped backslash at the end of a line does not continue it.
    "escaped-character": { match: "\\\\[^\\r\\n]" },
    "extension-entry": entry("(X-[^\\s=]*+)", [keyScopes.extension], include("unknown-value")),
    "vendor-entry": entry(UNKNOWN_KEY, [keyScopes.extension], include("unknown-value")),
    "misplaced-entry": entry(`(${anyName})`, [keyScopes.misplaced], include("unknown-value")),
    "unknown-entry": entry(UNKNOWN_KEY, [keyScopes.unknown], include("unknown-value")),
    "unknown-value": { patterns: include("continuation", "specifier", "escaped-character") },
    "missing-key": {
      name: "meta.line.missing-key.systemd-unit",
      begin: `${LINE_START}(=)`,
      beginCaptures: { "1": { name: scope("invalid.illegal.missing-key") } },
      end: LINE_END,
      patterns: include("continuation", "escaped-character"),
    },
    // Not marked as wrong: whoever types a key has such a line until the equals sign.
    "missing-equals": {
      name: "meta.line.missing-equals.systemd-unit",
      // Other blanks, such as those that do not break, are visible to systemd.
      begin: `${LINE_START}(?=[^ \\t\\r\\n\\[])`,
      end: LINE_END,
      patterns: include("continuation", "escaped-character"),
    },
    "broken-header": {
      name: "meta.section.broken.systemd-unit",
      begin: `${LINE_START}(\\[)`,
      beginCaptures: { "1": { name: scope("invalid.illegal.section-header") } },
      contentName: scope("invalid.illegal.section-header"),
      end: LINE_END,
      patterns: include("continuation", "escaped-character"),
    },
  };
}

function comments(lineEnd: string): GrammarRule[] {
  return (
    [
      ["number-sign", "#"],
      ["semicolon", ";"],
    ] as const
  ).map(([name, sign]) => ({
    match: `${LINE_START}((${sign}).*$${lineEnd})`,
    captures: {
      "1": { name: scope(`comment.line.${name}`) },
      "2": { name: scope("punctuation.definition.comment") },
    },
  }));
}
