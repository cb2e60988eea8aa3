/** What systemd reads otherwise after an edit, besides the settings that the edit is about. */
import { isRemoved } from "../catalog/catalog.ts";
import type { LineSyntax } from "../syntax/tree.ts";
import { overlaps, type Span } from "../text/span.ts";
import { SpanSet } from "../text/span-set.ts";
import { mergeSettings, type Settings, settingKey } from "./setting.ts";
import type { Unit } from "./unit.ts";
import type { UnitFile } from "./unit-file.ts";

/** Settings as `[Service] Restart=`: those that an edit is about. */
export type Settled = ReadonlySet<string>;

/**
 * The settings that stretches of a file say something of: those of the lines that they touch, of the whole section where they touch its header, and of all
 * that follows where they touch the line at which systemd gives up on the file.
 */
export function settingsIn(file: UnitFile, spans: readonly Span[]): Settled {
  const places = new SpanSet();
  for (const span of spans) places.add(span);
  const isTouched = ({ span }: LineSyntax) =>
    places.meeting(span).some(other => overlaps(span, other) && !isBeside(span, other));
  const stop = file.stop !== undefined && isTouched(file.stop.line) ? file.stop.line.span.start : undefined;
  const found = new Set<string>();
  for (const block of file.blocks) {
    const whole = block.header !== undefined && isTouched(block.header);
    for (const { directive, entry } of block.assignments) {
      if (directive === undefined || isRemoved(directive, file.catalog.version)) continue;
      const below = stop !== undefined && entry.span.start >= stop;
      if (whole || below || isTouched(entry)) found.add(settingKey(directive));
    }
  }
  return found;
}

/** Which settings of a file count for something else now, as `Restart=`; `settled` may. */
export function changedInFile(before: UnitFile, after: UnitFile, settled: Settled): readonly string[] {
  return changedSettings(mergeSettings([before]), mergeSettings([after]), settled);
}

/** The same of a merged unit; nothing where systemd does not read it to its end, before or after. */
export function changedInUnit(before: Unit, after: Unit, settled: Settled): readonly string[] {
  return isReadWhole(before) && isReadWhole(after) ? changedSettings(before.settings, after.settings, settled) : [];
}

function isReadWhole({ fragment, load }: Unit): boolean {
  return load !== "masked" && load !== "not-found" && fragment?.stop === undefined;
}

function changedSettings(before: Settings, after: Settings, settled: Settled): readonly string[] {
  const [was, is] = [countedIn(before), countedIn(after)];
  const names = new Set([...was.keys(), ...is.keys()]);
  return [...names]
    .filter(name => !settled.has(name) && was.get(name) !== is.get(name))
    .map(name => name.slice(name.indexOf(" ") + 1));
}

/** What counts of each setting, in order. */
function countedIn({ all }: Settings): ReadonlyMap<string, string> {
  const counted = all.map(({ section, name, assignments }) => {
    const values = assignments.filter(({ loss }) => loss === undefined).map(({ at }) => at.entry.value.text);
    return [`[${section}] ${name}=`, JSON.stringify(values)] as const;
  });
  return new Map(counted.filter(([, values]) => values !== "[]"));
}

/** Whether a line ends where an insertion comes, or begins there. */
function isBeside(line: Span, { start, end }: Span): boolean {
  return start === end && (start <= line.start || start >= line.end);
}
