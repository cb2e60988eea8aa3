/** Git's ignore patterns, by the package `ignore`. */
import ignore from "ignore";
import type { ReadIgnoreRules } from "../workspace/ignore-rules.ts";

/** Reads an ignore file as git does; case counts. */
export const gitIgnore: ReadIgnoreRules = (text, named) => {
  const rules = ignore({ ignoreCase: false }).add(text);
  rules.add(named.map(folder => `!/${escapePattern(folder)}`));
  return {
    verdict(path) {
      const { ignored, unignored } = rules.test(path);
      if (ignored) return "ignored";
      return unignored ? "kept" : undefined;
    },
  };
};

function escapePattern(path: string): string {
  return path.replace(/[\\*?[\]!# ]/g, "\\$&");
}
