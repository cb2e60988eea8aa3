/** Units of time and of size behind a number. */
import type { KindId } from "../../catalog/directive.ts";
import { microseconds, nanoseconds } from "../../values/time-units.ts";
import type { Candidate, Offer } from "./candidate.ts";
import type { ValuePlace } from "./place.ts";

/** The units that may follow the number before the cursor; nothing where there is none. */
export function measures({ kind, text, cursor }: ValuePlace): Offer | undefined {
  const candidates = unitsOf(kind.id);
  if (candidates === undefined) return undefined;
  const typed = /(?<=(?:^|[^A-Za-z0-9._])(?:\d+(?:\.\d+)?)[ \t]*|[A-Za-z]\d+)[A-Za-zµμ%]*$/.exec(
    text.slice(0, cursor),
  )?.[0];
  if (typed === undefined) return undefined;
  const rest = /^[A-Za-zµμ%]*/.exec(text.slice(cursor))?.[0] ?? "";
  return { span: { start: cursor - typed.length, end: cursor + rest.length }, candidates };
}

function unitsOf(kind: KindId): readonly Candidate[] | undefined {
  if (kind === "time-span-nanoseconds") return nanosecondUnits;
  if (times.has(kind)) return timeUnits;
  if (shares.has(kind)) return [...sizeUnits, share];
  return sizes.has(kind) ? sizeUnits : undefined;
}

const times: ReadonlySet<KindId> = new Set([
  "time-span",
  "memory-pressure-duration",
  "resource-limit-seconds",
  "resource-limit-microseconds",
  "device-latency",
]);
const sizes: ReadonlySet<KindId> = new Set(["size", "resource-limit-size", "device-bandwidth", "condition-memory"]);
const shares: ReadonlySet<KindId> = new Set(["memory-limit", "directory-quota"]);

const usual: Readonly<Record<string, string>> = {
  s: "seconds",
  min: "minutes",
  h: "hours",
  d: "days of 24 hours",
  w: "weeks",
  month: "months of 30.44 days",
  y: "years of 365.25 days",
  ms: "milliseconds",
  us: "microseconds",
};

const timeUnits = unitCandidates(usual, microseconds.units.keys());
const nanosecondUnits = unitCandidates({ ...usual, ns: "nanoseconds" }, nanoseconds.units.keys());

/** The usual spellings, and the others for those who begin to write them. */
function unitCandidates(offered: Readonly<Record<string, string>>, all: Iterable<string>): readonly Candidate[] {
  const main = Object.entries(offered).map(
    ([label, detail]): Candidate => ({ label, kind: "unit-of-measure", detail }),
  );
  const others = [...all].filter(name => !Object.hasOwn(offered, name));
  return [...main, ...others.map((label): Candidate => ({ label, kind: "unit-of-measure", onDemand: true }))];
}

const sizeUnits: readonly Candidate[] = [
  ["K", "KiB: 1024 bytes"],
  ["M", "MiB: 1024 KiB"],
  ["G", "GiB: 1024 MiB"],
  ["T", "TiB: 1024 GiB"],
].map(([label = "", detail = ""]) => ({ label, kind: "unit-of-measure", detail }));

const share: Candidate = { label: "%", kind: "unit-of-measure", detail: "of all there is" };
