/** What the linter says of some texts, for the documents. */
import { newestVersion } from "../src/catalog/catalog.ts";
import { reportOf } from "../src/cli/report/report-of.ts";
import { humanReporter } from "../src/cli/reporters/human.ts";
import type { Texts } from "../src/lint/lint-texts.ts";
import { defaultSettings } from "../src/lint/preset.ts";
import { isConfigPath } from "../src/workspace/config/find.ts";
import { findInTexts } from "./find-in-texts.ts";

/** The human report of unit texts by their paths, without colour, 100 columns wide. */
export function report(texts: Texts, version = newestVersion, settings = defaultSettings): string {
  const result = {
    preset: settings.preset,
    targets: [String(version)],
    files: Object.keys(texts).filter(path => !isConfigPath(path)).length,
    findings: findInTexts(texts, version, settings),
    errors: [],
    skipped: [],
  } as const;
  return humanReporter(reportOf(result), { width: 100, colour: false, pathIn: path => path });
}
