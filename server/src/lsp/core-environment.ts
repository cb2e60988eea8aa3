/** What a server needs wherever it runs: the rules, the targets, and a workspace over the files of some host. */
import manifest from "../../package.json" with { type: "json" };
import { distribution, distributionNames } from "../catalog/targets.ts";
import { defaultSettings } from "../lint/preset.ts";
import { rules } from "../rules/index.ts";
import type { ConfigReading } from "../workspace/config/reading.ts";
import type { FileHost } from "../workspace/file-host.ts";
import type { ReadIgnoreRules } from "../workspace/ignore-rules.ts";
import { targetNamed, wantedTargets } from "../workspace/target-names.ts";
import { newWorkspace } from "../workspace/workspace.ts";
import type { Environment, Targets } from "./environment.ts";

/** The outside of the outside. */
export interface Outside {
  readonly host: FileHost;
  readonly ignoreRules: ReadIgnoreRules;
  /** The version of the systemd of this host, if it has one. */
  readonly hostVersion: () => number | undefined;
  readonly configs: Pick<ConfigReading, "readJson" | "readPatterns">;
  /** YAML is rare, and its reader takes long to load. */
  readonly loadYaml: () => Promise<ConfigReading["readYaml"]>;
}

/** The part of the environment that is the same in Node and in a browser. */
export function coreEnvironment({ host, ignoreRules, hostVersion, configs: readers, loadYaml }: Outside) {
  const lookups = { distribution, distributionNames, hostVersion };
  const findTargets: Environment["findTargets"] = (names, roots, tell) => {
    const found = wantedTargets(host, names, roots).flatMap(name => {
      const target = targetNamed(name, lookups);
      if (!("problem" in target)) return [target];
      tell(`${name}: ${target.problem}`);
      return [];
    });
    const [first, ...others] = found;
    return first === undefined ? findTargets([], roots, tell) : ([first, ...others] satisfies Targets);
  };
  const configs: { -readonly [Key in keyof ConfigReading]: ConfigReading[Key] } = {
    ...readers,
    knowledge: {
      ruleIds: rules.map(({ id }) => id),
      targetProblem(name) {
        const outcome = targetNamed(name, lookups);
        return "problem" in outcome ? outcome.problem : undefined;
      },
    },
    targetsNamed: (names, roots) => findTargets(names, roots, () => {}),
  };
  return {
    version: manifest.version,
    newWorkspace: (settings, guard) => newWorkspace({ host, rules: guard(rules), ignoreRules, configs }, settings),
    async loadYaml() {
      configs.readYaml = await loadYaml();
    },
    findTargets,
    ruleIds: rules.map(({ id }) => id),
    defaultRules: defaultSettings,
    now: () => performance.now(),
    clock: () => ({
      now: BigInt(Date.now()) * 1000n,
      timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
  } satisfies Partial<Environment>;
}
