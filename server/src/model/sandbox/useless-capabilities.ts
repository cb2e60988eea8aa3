/** Capabilities that a unit asks for and does not get. systemd: capability_ambient_set_apply(), src/basic/capability-util.c; unit_patch_contexts(), src/core/unit.c */
import { type Place, valuePlace } from "../place.ts";
import { flagOf, lastOf } from "../reading.ts";
import type { PlacedAssignment, Setting } from "../setting.ts";
import type { Useless, UselessSubject } from "./useless.ts";

/** A set, or all but a set. */
interface CapabilitySet {
  readonly inverted: boolean;
  readonly names: ReadonlySet<string>;
}

/** AmbientCapabilities= beyond what CapabilityBoundingSet= and other settings leave, with the line that takes it away. */
export function lostCapabilities(subject: UselessSubject): readonly Useless[] {
  const { settings, section } = subject;
  const ambient = settings.of(section, "AmbientCapabilities");
  const wanted = ambient && setOf(ambient, { inverted: false, names: new Set() });
  if (ambient === undefined || wanted === undefined || wanted.inverted) return [];
  return [...wanted.names].flatMap(name => {
    const because = keptAside.has(name) ? undefined : takenBy(name, subject);
    const at = ambient.effective.findLast(({ parsed }) => readSet(parsed?.value)?.names.has(name) === true);
    if (because === undefined || at === undefined) return [];
    const message = `AmbientCapabilities= cannot give ${name}: ${because.entry.key.text}= takes it away`;
    return [{ at, place: placeOf(at, name), message, effect: `the service runs without ${name}`, because }];
  });
}

/** Settings that take capabilities out of the bounding set. */
const takers: Readonly<Record<string, readonly string[]>> = {
  PrivateDevices: ["CAP_MKNOD", "CAP_SYS_RAWIO"],
  ProtectKernelModules: ["CAP_SYS_MODULE"],
  ProtectKernelLogs: ["CAP_SYSLOG"],
  ProtectClock: ["CAP_SYS_TIME", "CAP_WAKE_ALARM"],
};

/** systemd itself needs them for a while to set filters up. */
const keptAside: ReadonlySet<string> = new Set(["CAP_SYS_ADMIN", "CAP_SETPCAP"]);

function takenBy(name: string, { settings, section }: UselessSubject): PlacedAssignment | undefined {
  const bounding = settings.of(section, "CapabilityBoundingSet");
  const left = bounding && setOf(bounding, { inverted: true, names: new Set() });
  if (left !== undefined && left.names.has(name) === left.inverted) return bounding?.assignments.at(-1)?.at;
  const taker = Object.keys(takers).find(
    setting => takers[setting]?.includes(name) === true && flagOf(settings, section, setting, false),
  );
  return taker === undefined ? undefined : lastOf(settings, section, taker);
}

/** All lines together; undefined where one cannot be told. systemd: parse_capability_set() */
function setOf({ assignments }: Setting, initial: CapabilitySet): CapabilitySet | undefined {
  let whole: CapabilitySet | undefined = initial;
  for (const { at, loss } of assignments) {
    if (loss?.reason === "refused") continue;
    const line = readSet(at.parsed?.value);
    if (line === undefined || whole === undefined) return undefined;
    whole = line.names.size === 0 || isSame(whole, initial) ? line : combine(whole, line);
  }
  return whole;
}

function isSame(one: CapabilitySet, other: CapabilitySet): boolean {
  return one.inverted === other.inverted && one.names.size === 0 && other.names.size === 0;
}

/** A line with ~ takes away, another one adds. */
function combine({ inverted, names }: CapabilitySet, line: CapabilitySet): CapabilitySet {
  const grows = inverted === line.inverted;
  const combined = new Set(names);
  for (const name of line.names)
    if (grows) combined.add(name);
    else combined.delete(name);
  return { inverted, names: combined };
}

function readSet(value: unknown): CapabilitySet | undefined {
  if (typeof value !== "object" || value === null || !("words" in value) || !("inverted" in value)) return undefined;
  const { words, inverted } = value;
  if (!Array.isArray(words) || !words.every(word => /^CAP_[A-Z_]+$/.test(String(word)))) return undefined;
  return { inverted: inverted === true, names: new Set(words) };
}

function placeOf(at: PlacedAssignment, name: string): Place {
  const { file, entry, parsed } = at;
  const part = parsed?.parts.find(({ span }) => entry.value.text.slice(span.start, span.end).toUpperCase() === name);
  return part === undefined ? valuePlace(at) : { file, line: entry, span: entry.value.toSource(part.span) };
}
