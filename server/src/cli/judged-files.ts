/** Files as the command line judges them, to be judged again with other texts. */
import { absolutePath } from "../platform/process.ts";
import { rules } from "../rules/index.ts";
import type { Configs } from "../workspace/config/configs.ts";
import { type JudgedFiles, judgeFiles } from "../workspace/judged-files.ts";
import { judgingsBy } from "../workspace/judging.ts";
import type { LintFile } from "../workspace/unit-groups.ts";
import type { Judgement } from "./lint-inputs.ts";

/** What is found in files, as `lintFiles` finds it. */
export function judgedFiles(files: readonly LintFile[], judgement: Judgement): JudgedFiles {
  const { settings, targets, args, configs, host } = judgement;
  const usual = { settings, targets, roots: args.root, unitPaths: args.unitPath };
  return judgeFiles(host, files, judgingsBy(usual, configs && asNamed(configs), rules));
}

/** Configurations that answer for paths as the user names them. */
function asNamed(configs: Configs): Configs {
  return {
    judging: path => configs.judging(absolutePath(path)),
    effective: path => configs.effective(absolutePath(path)),
    config: path => configs.config(absolutePath(path)),
    loaded: () => configs.loaded(),
    of: path => configs.of(absolutePath(path)),
    get all() {
      return configs.all;
    },
  };
}
