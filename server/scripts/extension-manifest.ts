/** The part of the extension's manifest that follows from the rules: which names `unitlint.rules` takes, and what each is about. */
import { readFileSync } from "node:fs";
import { presets } from "../src/lint/preset.ts";
import { rules } from "../src/rules/index.ts";

/** The text of `client/vscode/package.json`, with the rules and presets of today. */
export function withRules(file: string): string {
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  const { properties } = manifest.contributes.configuration;
  properties["unitlint.preset"].enum = [...presets];
  properties["unitlint.rules"].properties = Object.fromEntries(
    rules.map(({ id, summary, severity, category }) => [
      id,
      {
        type: "string",
        enum: ["error", "warning", "info", "off"],
        default: severity,
        markdownDescription: `${summary}. (${category})`,
      },
    ]),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
