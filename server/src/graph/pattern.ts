/** Patterns of unit names as shells know them: `*`, `?`, `[a-z]`, `[!0-9]`; a backslash is itself, as unit names hold escapes. */

/** Whether a name fits any of the patterns. */
export type NameMatch = (name: string) => boolean;

/** What some patterns match; nothing where there are none. */
export function matchAny(patterns: readonly string[]): NameMatch {
  const whole = patterns.map(patternOf);
  return name => whole.some(pattern => pattern.test(name));
}

/** Whether it is more than a name. */
export function isPattern(word: string): boolean {
  return /[*?[]/.test(word);
}

function patternOf(pattern: string): RegExp {
  const source = pattern.replace(
    /\[(!?)([^\]]+)\]|[*?]|[^\w]/g,
    (piece, not: string | undefined, set: string | undefined) => {
      if (piece === "*") return ".*";
      if (piece === "?") return ".";
      if (set === undefined) return `\\${piece}`;
      return `[${not === "!" ? "^" : ""}${set.replace(/[\\^[]/g, "\\$&")}]`;
    },
  );
  return new RegExp(`^${source}$`, "s");
}
