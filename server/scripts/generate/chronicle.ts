/** Holds a release's own table against the history: agrees with it, or is written into it. */

import type { SystemdVersion } from "../../src/catalog/directive.ts";
import type { GperfRow } from "./gperf.ts";
import { byPair, type History, isKnownAt, isRemovedAt, type PairHistory, pairKey, parserAt } from "./history.ts";
import { GeneratorStop } from "./stop.ts";

/** A release and the rows of its table. */
export interface ReleaseTable {
  readonly version: SystemdVersion;
  readonly rows: readonly GperfRow[];
}

/** Whether a row only says that support for its name was removed. */
export function isLegacy({ parser, ltype }: GperfRow): boolean {
  return parser === "config_parse_warn_compat" && ltype === "DISABLED_LEGACY";
}

/**
 * The history with the release in it. One that the history has from its own table must agree with it, else the
 * generator stops and names the pairs; of another one, the history takes over what its table says.
 */
export function withRelease(history: History, release: ReleaseTable): History {
  if (!history.exact.includes(release.version)) return extended(history, release);
  const wrong = disagreements(history, release);
  if (wrong.length === 0) return history;
  const shown = wrong.slice(0, 20).map(line => `\n  ${line}`);
  const rest = wrong.length > shown.length ? `\n  and ${wrong.length - shown.length} more` : "";
  throw new GeneratorStop(`the tree of systemd ${release.version} and history.json disagree:${shown.join("")}${rest}`);
}

function disagreements(history: History, { version, rows }: ReleaseTable): string[] {
  const pairs = new Map(history.pairs.map(pair => [pairKey(pair), pair]));
  const inTree = new Set(rows.map(pairKey));
  const missing = history.pairs.filter(pair => isKnownAt(pair, version) && !inTree.has(pairKey(pair)));
  return [
    ...rows.flatMap(row => fault(row, pairs.get(pairKey(row)), version)),
    ...missing.map(pair => `${pairKey(pair)} is not in the tree`),
  ];
}

function fault(row: GperfRow, pair: PairHistory | undefined, version: SystemdVersion): string[] {
  const key = pairKey(row);
  if (pair === undefined || !isKnownAt(pair, version)) return [`${key} is not in the history`];
  if (isLegacy(row) !== isRemovedAt(pair, version)) return [`${key} is removed in one of them only`];
  const parser = parserAt(pair, version);
  return isLegacy(row) || parser === row.parser ? [] : [`${key}: ${row.parser} in the tree, ${parser} in the history`];
}

function extended(history: History, { version, rows }: ReleaseTable): History {
  const inTree = new Map(rows.map(row => [pairKey(row), row]));
  const known = new Set(history.pairs.map(pairKey));
  const fresh = rows.filter(row => !known.has(pairKey(row)));
  const kept = history.pairs.map(pair => {
    const row = inTree.get(pairKey(pair));
    if (row !== undefined) return seen(pair, row, version);
    return isKnownAt(pair, version) ? missed(pair, history, version) : pair;
  });
  const pairs = [...kept, ...fresh.map(row => firstSeen(row, version))].sort(byPair);
  return { ...history, exact: [...history.exact, version].sort((a, b) => a - b), pairs };
}

function firstSeen(row: GperfRow, version: SystemdVersion): PairHistory {
  const { section, name, parser } = row;
  if (isLegacy(row)) throw new GeneratorStop(`${section}.${name} is removed in ${version}, but no release had it`);
  return { section, name, first: version, parsers: { [version]: parser } };
}

/** The pair with its limits moved by as little as lets this release have it. */
function seen(pair: PairHistory, row: GperfRow, version: SystemdVersion): PairHistory {
  const { section, name, last } = pair;
  return {
    section,
    name,
    first: Math.min(pair.first, version),
    ...(last !== undefined && last > version && { last }),
    ...removal(pair, isLegacy(row), version),
    parsers: isLegacy(row) ? pair.parsers : withParser(pair, row.parser, version),
  };
}

/** A release that confirms or moves the beginning of the removal makes it certain. */
function removal({ removed, removedUncertain }: PairHistory, legacy: boolean, version: SystemdVersion) {
  const from = legacy ? Math.min(removed ?? version, version) : removed && Math.max(removed, version + 1);
  if (from === undefined) return {};
  return { removed: from, ...(removedUncertain && from !== version && { removedUncertain }) };
}

/** The parsers with this release's, where it is not the one that is expected there. */
function withParser(pair: PairHistory, parser: string, version: SystemdVersion): Readonly<Record<string, string>> {
  if (parserAt(pair, version) === parser) return pair.parsers;
  const parsers: Record<string, string> = { ...pair.parsers, [version]: parser };
  const changes = Object.entries(parsers);
  return Object.fromEntries(changes.filter(([, each], index) => each !== changes[index - 1]?.[1]));
}

/** Of a pair that a later release has, the beginning moves behind this one; of any other, this is the end. */
function missed(pair: PairHistory, { exact }: History, version: SystemdVersion): PairHistory {
  if (exact.some(later => later > version && isKnownAt(pair, later))) return { ...pair, first: version + 1 };
  const { section, name, first, removed, removedUncertain, parsers } = pair;
  const end = { section, name, first, last: version - 1 };
  if (removed === undefined || removed >= version) return { ...end, parsers };
  return { ...end, removed, ...(removedUncertain && { removedUncertain }), parsers };
}
