/** The units of time. systemd: extract_multiplier(), extract_nsec_multiplier(), format_timespan(), src/basic/time-util.c */

/** In what time is counted, and the units that may be written. */
export interface TimeScale {
  readonly units: ReadonlyMap<string, bigint>;
  /** What a number without a unit counts. */
  readonly unit: bigint;
  /** All times are shorter. */
  readonly most: bigint;
  /** For messages. */
  readonly allowed: string;
  readonly example: string;
}

const seconds: ReadonlyArray<readonly [number, readonly string[]]> = [
  [1, ["seconds", "second", "sec", "s"]],
  [60, ["minutes", "minute", "min", "m"]],
  [2_629_800, ["months", "month", "M"]],
  [3600, ["hours", "hour", "hr", "h"]],
  [86_400, ["days", "day", "d"]],
  [604_800, ["weeks", "week", "w"]],
  [31_557_600, ["years", "year", "y"]],
];

const allowed = "us, ms, s, min, h, d, w, month and y";
const mostTime = 0xffffffffffffffffn;

export const microseconds: TimeScale = {
  units: unitsOf(1_000_000n),
  unit: 1_000_000n,
  most: mostTime,
  allowed,
  example: "5min 20s",
};

export const nanoseconds: TimeScale = {
  units: unitsOf(1_000_000_000n),
  unit: 1n,
  most: mostTime,
  allowed: `ns, ${allowed}`,
  example: "50us",
};

/** The units of the normal form, longest first, and the length below which fractions are printed. */
export const shownUnits = {
  microseconds: { perMinute: 60_000_000n, units: shownAt(1_000_000n) },
  nanoseconds: { perMinute: 60_000_000_000n, units: [...shownAt(1_000_000_000n), ["ns", 1n] as const] },
};

/** Units that exist elsewhere. */
export const confusedUnits: ReadonlyMap<string, string> = new Map([
  ["milliseconds", "ms"],
  ["millisecond", "ms"],
  ["millis", "ms"],
  ["microseconds", "us"],
  ["microsecond", "us"],
  ["micros", "us"],
  ["secs", "s"],
  ["mins", "min"],
  ["hrs", "h"],
  ["wk", "w"],
  ["wks", "w"],
  ["mo", "month"],
  ["mon", "month"],
  ["mons", "months"],
  ["yr", "y"],
  ["yrs", "y"],
]);

function unitsOf(second: bigint): ReadonlyMap<string, bigint> {
  const small: [string, bigint][] = ["msec", "ms"].map(name => [name, second / 1000n]);
  const smaller: [string, bigint][] = ["usec", "us", "μs", "µs"].map(name => [name, second / 1_000_000n]);
  const smallest: [string, bigint][] = second > 1_000_000n ? ["nsec", "ns"].map(name => [name, 1n]) : [];
  const large = seconds.flatMap(([length, names]) =>
    names.map((name): [string, bigint] => [name, BigInt(length) * second]),
  );
  return new Map([...large, ...small, ...smaller, ...smallest]);
}

function shownAt(second: bigint): (readonly [string, bigint])[] {
  const units = unitsOf(second);
  return ["y", "month", "w", "d", "h", "min", "s", "ms", "us"].map(name => [name, units.get(name) ?? 1n] as const);
}
