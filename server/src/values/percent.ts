/** Shares such as `12.5%`. systemd: parse_permyriad_unbounded(), src/basic/percent-util.c; parse_permille() up to 247 */
import type { SystemdVersion } from "../catalog/directive.ts";
import { type Fault, faultAt, type Reading } from "./fault.ts";
import { INT_MAX, readInteger } from "./integer.ts";
import { whole } from "./kind.ts";
import { shown } from "./shown.ts";

/** Whether a value is meant as a share, by the sign at its end. */
export function isShare(text: string): boolean {
  return /[%‰‱]$/.test(text);
}

/** Reads a whole text that ends in a percent sign (or ‰ or ‱) as a share in hundredths of a percent; by default no more than all. */
export function readShare(text: string, version: SystemdVersion, unbounded = false): Reading<bigint> {
  const sign = text.slice(-1);
  const end = text.length - 1;
  const number = text.slice(0, end);
  const [, count = "", point = "", digits = ""] = /^([^.]*)(\.?)(.*)$/su.exec(number) ?? [];
  const places = decimalPlaces(sign, version);
  if (places === undefined) return { parts: [], fault: signFault(sign, end) };
  if (point !== "" && (digits.length > places || !/^[0-9]+$/.test(digits)))
    return { parts: [], fault: decimalsFault(digits, count.length, places, sign) };
  const outcome = readInteger(count, { least: 0n, most: INT_MAX });
  if ("fault" in outcome) return { parts: [], fault: numberFault(text, count, outcome.fault) };
  const scale = 10n ** BigInt(places);
  const value = outcome.value * scale + BigInt(digits.padEnd(places, "0"));
  const hundredths = version < newSigns ? value * 10n : value;
  if (value > INT_MAX) return { parts: [], fault: faultAt(`${shown(text)} is out of range`, whole(text)) };
  if (!unbounded && hundredths > 10_000n) {
    const message = `${shown(text)} is more than all; allowed are 0% to 100%`;
    return { parts: [], fault: faultAt(message, whole(text)) };
  }
  return {
    value: hundredths,
    parts: [
      { kind: "number", span: { start: 0, end } },
      { kind: "unit-of-measure", span: { start: end, end: text.length } },
    ],
  };
}

/** A share as percent: `12.5%`. */
export function formatShare(hundredths: bigint): string {
  const below = String(hundredths % 100n)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return `${hundredths / 100n}${below === "" ? "" : `.${below}`}%`;
}

/** Hundredths of a percent, and ‱, came with 248. */
const newSigns = 248;

function decimalPlaces(sign: string, version: SystemdVersion): number | undefined {
  const most = version < newSigns ? 1 : 2;
  const places = most - ["%", "‰", "‱"].indexOf(sign);
  return places < 0 ? undefined : places;
}

function signFault(sign: string, start: number): Fault {
  return faultAt(`The sign ${sign} is known from systemd ${newSigns} on; write a percentage`, {
    start,
    end: start + 1,
  });
}

function decimalsFault(digits: string, start: number, places: number, sign: string): Fault {
  const span = { start, end: start + 1 + digits.length };
  if (digits === "") return faultAt("Digits are missing behind the point", span, "");
  const most = places === 0 ? "no decimals" : places === 1 ? "one decimal" : "two decimals";
  const wanted = /^[0-9]+$/.test(digits) ? `${sign} may have ${most} at most` : `.${shown(digits)} is no decimal`;
  return faultAt(wanted.replace("may have no decimals at most", "may have no decimals"), span);
}

function numberFault(text: string, count: string, fault: "syntax" | "range"): Fault {
  const span = { start: 0, end: count.length };
  if (fault === "range") return faultAt(`${shown(text)} is out of range; a percentage is 0% or more`, span);
  const trimmed = count.trimEnd();
  if (trimmed !== count && trimmed !== "")
    return faultAt(
      `No blank may stand before the sign of ${shown(text)}`,
      { start: trimmed.length, end: count.length },
      "",
    );
  return faultAt(`${shown(text)} is no percentage; write one such as 50%`, whole(text));
}
