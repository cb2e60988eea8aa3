/** What the linter finds in some texts: unit files that belong together, and configurations. */
import { newestVersion } from "../src/catalog/catalog.ts";
import { distribution, distributionNames } from "../src/catalog/targets.ts";
import type { Finding } from "../src/lint/finding.ts";
import { lintTexts, type Texts } from "../src/lint/lint-texts.ts";
import { defaultSettings, type RuleSettings } from "../src/lint/preset.ts";
import type { Rule } from "../src/lint/rule.ts";
import { readJsonText } from "../src/platform/json-text.ts";
import { readYamlText } from "../src/platform/yaml-text.ts";
import { rules } from "../src/rules/index.ts";
import { encodeUtf8 } from "../src/text/utf8.ts";
import { isConfigPath } from "../src/workspace/config/find.ts";
import { loadConfig } from "../src/workspace/config/load.ts";
import { targetNamed } from "../src/workspace/target-names.ts";

/** All findings, those of configurations first. */
export function findInTexts(texts: Texts, version = newestVersion, settings = defaultSettings): Finding[] {
  const entries = Object.entries(texts);
  const configs = entries.filter(([path]) => isConfigPath(path));
  const units = Object.fromEntries(entries.filter(([path]) => !/(?:^|\/)[^/]*\.(?:jsonc?|ya?ml)$/.test(path)));
  return [
    ...configs
      .flatMap(([path]) => configFindings(path, texts))
      .map(finding => ({ ...finding, targets: [String(version)] })),
    ...(Object.keys(units).length === 0 ? [] : lintTexts(units, rules, version, settings)),
  ];
}

/** The settings by which a rule speaks, where the default ones leave it out. */
export function askingFor({ id, category, recommended, severity }: Rule): RuleSettings {
  const hardening = category === "hardening";
  return recommended === false
    ? { ...defaultSettings, hardening, severities: new Map([[id, severity]]) }
    : { ...defaultSettings, hardening };
}

function configFindings(path: string, texts: Texts): readonly Finding[] {
  const textAt = (path: string) => texts[path.replace(/^\//, "")];
  const host = {
    kind: (path: string) => (textAt(path) === undefined ? ("missing" as const) : ("file" as const)),
    read: (path: string) => {
      const text = textAt(path);
      return text === undefined ? { problem: "no such file" } : { bytes: encodeUtf8(text) };
    },
  };
  const ruleIds = rules.map(({ id }) => id);
  const found = loadConfig(
    { path: `/${path}`, beside: [] },
    {
      host,
      knowledge: { ruleIds, targetProblem },
      readJson: readJsonText,
      readYaml: readYamlText,
      show: path => path.slice(1),
    },
  );
  return found.findings;
}

function targetProblem(name: string): string | undefined {
  const outcome = targetNamed(name, { distribution, distributionNames, hostVersion: () => undefined });
  return "problem" in outcome ? outcome.problem : undefined;
}
