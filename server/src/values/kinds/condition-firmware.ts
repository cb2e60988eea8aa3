/** Conditions on firmware. systemd: condition_test_firmware(), condition_test_firmware_smbios_field(), src/shared/condition.c */
import { operatorProblem, readOperator } from "../comparison.ts";
import { conditionKind, type Judged, judgeWord, wrong } from "../condition.ts";
import type { ValueContext } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { isFileName } from "../path.ts";
import { shown } from "../shown.ts";
import { splitWords } from "../words.ts";

const forms = "uefi, device-tree, device-tree-compatible(…) or smbios-field(…)";

export const conditionFirmware = conditionKind("condition-firmware", forms, judgeFirmware, () => [
  "uefi",
  "device-tree",
  "device-tree-compatible(",
  "smbios-field(",
]);

/** `smbios-field()` came with 252. */
function judgeFirmware(text: MappedText, { version }: ValueContext): Judged {
  const name = /^(?:device-tree-compatible|smbios-field)(?=\()/.exec(text.text)?.[0];
  if (name === undefined) {
    const words = ["uefi", "device-tree"];
    const isKnown = (word: string) => word === "uefi" || word === "device-tree";
    return judgeWord(text, { noun: "firmware", allowed: forms, words, isKnown, aliases: { efi: "uefi" } });
  }
  const keyword = { kind: "keyword", span: text.span(0, name.length) } as const;
  if (name === "smbios-field" && version < 252) return wrong("smbios-field is known from systemd 252 on", keyword.span);
  if (!text.text.endsWith(")")) return wrong(`The value must end with the ) of ${name}(`, text.span(name.length));
  const inner = text.slice(name.length + 1, text.text.length - 1);
  if (name === "smbios-field") return judgeField(inner, keyword);
  return { parts: [keyword, { kind: "string", span: inner.span() }] };
}

/** A name of a file below /sys/class/dmi/id, an operator, one word. */
function judgeField(text: MappedText, keyword: NonNullable<Judged["parts"]>[number]): Judged {
  const key = /^[^!<=>$]*/.exec(text.text)?.[0] ?? "";
  const comparison = text.slice(key.length);
  const operator = readOperator(comparison.text, true);
  if (operator === "") return wrong(`No comparison such as = follows ${shown(key.trim())}`, text.span());
  if (!isFileName(key.trimEnd())) return wrong(`${shown(key.trim())} is no field of SMBIOS`, text.span(0, key.length));
  const swapped = operatorProblem(comparison);
  if (swapped !== undefined) return { problems: [swapped] };
  const value = comparison.slice(operator.length);
  const { words, failure } = splitWords(value.text, { unquote: true });
  if (failure !== undefined)
    return wrong("A quote or an escape does not end", value.span(failure.span.start, failure.span.end));
  if (words.length === 0) return wrong(`No value follows ${operator}`, comparison.span());
  if (words.length > 1) return wrong("The value must be one word; put it into quotes", value.span());
  return { parts: [keyword, { kind: "operator", span: comparison.span(0, operator.length) }] };
}
