/** How tests read configurations: as the language server does, with the readers of both formats at hand. */
import { catalogAt, newestVersion } from "../../server/src/catalog/catalog.ts";
import { distribution, distributionNames } from "../../server/src/catalog/targets.ts";
import { gitPatterns } from "../../server/src/platform/git-ignore.ts";
import { readJsonText } from "../../server/src/platform/json-text.ts";
import { readYamlText } from "../../server/src/platform/yaml-text.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { ConfigReading } from "../../server/src/workspace/config/reading.ts";
import { targetNamed } from "../../server/src/workspace/target-names.ts";

const lookups = { distribution, distributionNames, hostVersion: () => undefined };
const newest = { name: String(newestVersion), catalog: catalogAt(newestVersion) };

/** For workspaces. */
export const reading: ConfigReading = {
  readJson: readJsonText,
  readYaml: readYamlText,
  readPatterns: gitPatterns,
  knowledge: {
    ruleIds: rules.map(({ id }) => id),
    targetProblem: name => (distribution(name) === undefined && !/^\d+$/.test(name) ? "no such release" : undefined),
  },
  targetsNamed(names) {
    const [first = newest, ...others] = names.flatMap(name => {
      const target = targetNamed(name, lookups);
      return "problem" in target ? [] : [target];
    });
    return [first, ...others];
  },
};
