/** What the linter says of one text, for the documents. */
import { catalogAt, newestVersion } from "../src/catalog/catalog.ts";
import { humanReporter } from "../src/cli/reporters/human.ts";
import { lint } from "../src/lint/lint.ts";
import { defaultSettings } from "../src/lint/preset.ts";
import { readUnitFile } from "../src/model/unit-file.ts";
import { unitFileName } from "../src/model/unit-file-name.ts";
import { rules } from "../src/rules/index.ts";
import { SourceFile } from "../src/text/source-file.ts";

/** The human report of a unit text under a path, without colour, 100 columns wide. */
export function report(path: string, text: string, version = newestVersion): string {
  const name = unitFileName(path);
  if (name === undefined) throw new Error(`the example's name ${path} is no unit file`);
  const file = readUnitFile(new SourceFile(path, text), name, catalogAt(version));
  const findings = lint(file, rules, { settings: defaultSettings, target: String(version) });
  const result = {
    preset: "recommended",
    targets: [String(version)],
    files: 1,
    findings,
    errors: [],
    skipped: [],
  } as const;
  return humanReporter(result, { width: 100, colour: false, quiet: false });
}
