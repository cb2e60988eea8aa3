/** Conditions on one word out of a vocabulary. systemd: condition_test_…(), src/shared/condition.c */
import { sinceOf, wordsOf } from "../../catalog/enums.ts";
import { architectureAliases } from "../architecture.ts";
import { capabilities } from "../capability.ts";
import { conditionKind, type JudgeCondition, judgeWord } from "../condition.ts";
import type { ValueContext, ValueKind } from "../kind.ts";
import type { Vocabulary } from "../word-list.ts";
import { readBoolean } from "./boolean.ts";

export const conditionWords: readonly ValueKind[] = [
  kindOf("condition-architecture", "an architecture such as x86-64 or arm64", ({ version }) => ({
    noun: "architecture",
    allowed: "x86-64, arm64 or the like",
    words: ["native", ...wordsOf("architectures", version)],
    since: word => sinceOf("architectures", word),
    aliases: architectureAliases,
  })),
  conditionKind("condition-boolean", "yes or no", judgeBoolean, () => ["yes", "no"]),
  conditionKind(
    "condition-capability",
    "a capability such as CAP_SYS_ADMIN",
    (text, { version }) => judgeWord(text, capabilities(version), "capability"),
    ({ version }) => wordsOf("capabilities", version),
  ),
  kindOf("condition-security", "a security technology such as selinux or tpm2", ({ version }) => ({
    noun: "security technology that systemd knows",
    allowed: "selinux, apparmor, uefi-secureboot, tpm2 or the like",
    words: wordsOf("securityTechnologies", version),
    since: word => sinceOf("securityTechnologies", word),
    aliases: { confidential: "cvm", secureboot: "uefi-secureboot", "secure-boot": "uefi-secureboot", tpm: "tpm2" },
  })),
  kindOf("condition-virtualization", "yes, no, vm, container, private-users, or a name such as kvm", ({ version }) => ({
    noun: "virtualization that systemd knows",
    allowed: "yes, no, vm, container, or a name such as kvm or docker",
    words: ["yes", "no", "vm", "container", "private-users", ...wordsOf("virtualizations", version)],
    since: word => sinceOf("virtualizations", word),
    isKnown: word => readBoolean(word) !== undefined || virtualizations({ version }).has(word),
    aliases: virtualizationAliases,
  })),
];

const virtualizationAliases: Readonly<Record<string, string>> = {
  aws: "amazon",
  "bare-metal": "no",
  ec2: "amazon",
  gce: "google",
  gcp: "google",
  "hyper-v": "microsoft",
  hyperv: "microsoft",
  none: "no",
  nspawn: "systemd-nspawn",
  physical: "no",
  userns: "private-users",
  vbox: "oracle",
  virtualbox: "oracle",
};

function virtualizations({ version }: Pick<ValueContext, "version">): ReadonlySet<string> {
  return new Set(["vm", "container", "private-users", ...wordsOf("virtualizations", version)]);
}

function kindOf(id: string, describe: string, vocabulary: (at: ValueContext) => Vocabulary): ValueKind {
  const judge: JudgeCondition = (text, at) => judgeWord(text, vocabulary(at));
  return conditionKind(id, describe, judge, at => vocabulary(at).words);
}

function judgeBoolean(text: Parameters<JudgeCondition>[0]) {
  const words = ["yes", "no", "true", "false", "on", "off"];
  const isKnown = (word: string) => readBoolean(word) !== undefined;
  return judgeWord(text, { noun: "boolean", allowed: "yes or no", words, isKnown }, "boolean");
}
