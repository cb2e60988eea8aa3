/** Hints behind lengths of time and sizes whose units are not plain: `300` is `5min`. */
import { binarySize, readSize } from "../../values/size.ts";
import { isPlainSpan } from "../../values/time.ts";
import { behindValue, type HintedAssignment, type InlayHint } from "./hint.ts";

/** The normal form of a time span, where it says more than what is written. */
export function timeSpanHints(hinted: HintedAssignment): readonly InlayHint[] {
  const { value } = hinted.assignment.parsed ?? {};
  const written = hinted.assignment.entry.value.text;
  if (typeof value !== "string" || value === "" || written.includes("%")) return [];
  if (value.split(":").every((span, i) => isPlainSpan(written.split(":")[i] ?? "", span))) return [];
  return [behindValue(hinted, value, `systemd reads ${written} as ${value}`)];
}

/** Binary units behind plain numbers of bytes, and larger units where they divide. */
export function sizeHints(hinted: HintedAssignment): readonly InlayHint[] {
  const { value } = hinted.assignment.parsed ?? {};
  const written = hinted.assignment.entry.value.text;
  if (typeof value !== "string" || value === "" || /[%:]/.test(written)) return [];
  const reading = readSize(value, 1024);
  if (!("value" in reading) || (value === written && /[A-Z]$/.test(written))) return [];
  const size = binarySize(reading.value);
  return size === undefined ? [] : [behindValue(hinted, size, `${reading.value} bytes`)];
}
