/** Git's ignore patterns, by the package `ignore`. */
import ignore, { type Ignore } from "ignore";
import type { ReadPatterns } from "../workspace/config/match.ts";
import type { ReadIgnoreRules } from "../workspace/ignore-rules.ts";

/** Reads an ignore file as git does; case counts. */
export const gitIgnore: ReadIgnoreRules = text => {
  const rules = ignore({ ignoreCase: false }).add(text);
  return {
    verdict(path) {
      if (rules.test(path).ignored) readmitFoldersOf(path, rules);
      const { ignored, unignored } = rules.test(path);
      if (ignored) return "ignored";
      return unignored ? "kept" : undefined;
    },
  };
};

/** The package also ignores what lies in an ignored folder; such a folder was named, or kept by an inner ignore file. */
function readmitFoldersOf(path: string, rules: Ignore): void {
  for (let slash = path.indexOf("/"); slash >= 0 && slash < path.length - 1; slash = path.indexOf("/", slash + 1)) {
    const folder = path.slice(0, slash + 1);
    if (rules.test(folder).ignored) rules.add([`!/${escapePattern(folder)}`]);
  }
}

function escapePattern(path: string): string {
  return path.replace(/[\\*?[\]!# ]/g, "\\$&");
}

/** Reads patterns as git does; what lies in a folder that they are about is meant, too. */
export const gitPatterns: ReadPatterns = text => {
  const patterns = ignore({ ignoreCase: false }).add(text);
  return path => ignore.isPathValid(path) && patterns.ignores(path);
};
