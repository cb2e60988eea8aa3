/** Applies fixes to texts in memory, as `--fix` does to files. */
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import type { SystemdVersion } from "../../server/src/catalog/directive.ts";
import { applyFixes, type FixOptions, type FixOutcome } from "../../server/src/lint/fixing/apply-fixes.ts";
import type { Judged } from "../../server/src/lint/fixing/judged.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { unitFileName } from "../../server/src/model/unit-file-name.ts";
import { rules } from "../../server/src/rules/index.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";
import { encodeUtf8 } from "../../server/src/text/utf8.ts";
import { judgeFiles } from "../../server/src/workspace/judged-files.ts";
import { judgingsBy } from "../../server/src/workspace/judging.ts";
import { memoryHost } from "./memory-host.ts";

/** Texts by their paths. */
export type Texts = Readonly<Record<string, string>>;

/** How they are judged, each path a unit file or drop-in. */
export function judgedTexts(texts: Texts, versions: readonly [SystemdVersion, ...SystemdVersion[]] = [262]): Judged {
  const host = memoryHost(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, encodeUtf8(text)])));
  const files = Object.entries(texts).map(([path, text]) => {
    const name = unitFileName(path);
    if (name === undefined) throw new RangeError(`${path} names no unit file`);
    return { source: new SourceFile(path, text), name, lone: false };
  });
  const [first, ...others] = versions.map(version => ({ name: String(version), catalog: catalogAt(version) }));
  if (first === undefined) throw new RangeError("no version");
  const usual = { targets: [first, ...others], settings: defaultSettings, roots: [], unitPaths: [] } as const;
  return judgeFiles(host, files, judgingsBy(usual, undefined, rules));
}

/** What fixes make of them, and the texts after. */
export function mended(texts: Texts, options: Partial<FixOptions> = {}): { outcome: FixOutcome; texts: Texts } {
  const outcome = applyFixes(judgedTexts(texts), { unsafe: false, targetCount: () => 1, ...options });
  const changed = outcome.files.map(({ after }) => [after.path, after.text] as const);
  return { outcome, texts: { ...texts, ...Object.fromEntries(changed) } };
}
