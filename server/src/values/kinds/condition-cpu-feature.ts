/** Conditions on features of the CPU. systemd: condition_test_cpufeature(), src/shared/condition.c; has_cpu_with_flag(), src/basic/virt.c */
import { wordsOf } from "../../catalog/enums.ts";
import { architectureAliases } from "../architecture.ts";
import { conditionKind, type Judged, judgeWord } from "../condition.ts";
import type { ValueContext } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import type { Vocabulary } from "../word-list.ts";

export const conditionCpuFeature = conditionKind(
  "condition-cpu-feature",
  "a feature such as sse4_2, after the architecture and a point",
  judgeFeature,
  ({ version }) => featuresOf(undefined, version),
);

/** Since 262, features of arm64 are known too, and `arm64.bti` asks on one architecture only. */
function judgeFeature(text: MappedText, { version }: ValueContext): Judged {
  const point = version < 262 || /^sse4\.\d$/i.test(text.text) ? -1 : text.text.indexOf(".");
  const architecture = point < 0 ? undefined : text.text.slice(0, point);
  const features = judgeWord(text.slice(point + 1), vocabularyOf(featuresOf(architecture, version)));
  if (architecture === undefined) return features;
  const words = wordsOf("architectures", version);
  const judged = judgeWord(text.slice(0, point), {
    noun: "architecture",
    allowed: "x86-64, arm64 or the like",
    words: ["native", ...words],
    aliases: architectureAliases,
  });
  return judged.problems === undefined
    ? { ...features, parts: [...(judged.parts ?? []), ...(features.parts ?? [])] }
    : judged;
}

function featuresOf(architecture: string | undefined, version: number): readonly string[] {
  if (architecture === "arm64") return wordsOf("cpuFeaturesArm64", version);
  const x86 = wordsOf("cpuFeaturesX86", version);
  return version < 262 || architecture === "x86" || architecture === "x86-64"
    ? x86
    : [...x86, ...wordsOf("cpuFeaturesArm64", version)];
}

/** Case does not count. */
function vocabularyOf(words: readonly string[]): Vocabulary {
  return {
    noun: "feature of a CPU that systemd knows",
    allowed: "avx2, sse4_2, aes or the like",
    words,
    isKnown: word => words.includes(word.toLowerCase()),
    aliases: { lzcnt: "abm", neon: "asimd", sse3: "pni", "sse4.1": "sse4_1", "sse4.2": "sse4_2" },
  };
}
