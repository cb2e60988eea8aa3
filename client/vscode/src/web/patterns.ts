/** Patterns for paths, where VS Code's own search is of no use. */

/** Whether a path matches one of the patterns; they know no more than a leading `**`, `*` and words in braces, which is what the server writes. */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const regexp = new RegExp(`^/?(?:${patterns.map(sourceOf).join("|")})$`);
  return path => regexp.test(path);
}

function sourceOf(pattern: string): string {
  return pattern.replace(/\*\*\/|\*|\{([^}]*)\}|[.+?^$()|[\]\\]/g, (token, words?: string) => {
    if (token === "**/") return "(?:.*/)?";
    if (token === "*") return "[^/]*";
    return words === undefined ? `\\${token}` : `(?:${words.replaceAll(",", "|")})`;
  });
}
