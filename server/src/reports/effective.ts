/** What the files of a unit come to: each setting that counts, with the line that says it. */
import type { PlacedAssignment, Setting, SettingAssignment } from "../model/setting.ts";
import type { Unit } from "../model/unit.ts";
import type { Paint } from "../text/paint.ts";
import { printable } from "../text/printable.ts";

/** How to print. */
export interface EffectiveStyle {
  /** Also what was cleared, replaced or refused, behind a `#`. */
  readonly all: boolean;
  readonly paint: Paint;
}

/** Sections in their usual order, the settings of each in the order in which the files come to them. */
export function effectiveText(unit: Unit, { all, paint }: EffectiveStyle): string {
  const catalog = (unit.fragment ?? unit.dropIns[0])?.catalog;
  const sections = [
    ...new Set([...(catalog?.sectionsOf(unit.type) ?? []), ...unit.settings.all.map(({ section }) => section)]),
  ];
  const blocks = sections.map(section => ({
    section,
    rows: unit.settings.all.filter(setting => setting.section === section).flatMap(setting => rowsOf(setting, all)),
  }));
  const shown = blocks.filter(({ rows }) => rows.length > 0);
  const width = Math.min(WIDEST, Math.max(0, ...shown.flatMap(({ rows }) => rows.map(({ text }) => text.length))));
  const texts = shown.map(({ section, rows }) =>
    [paint("strong", `[${section}]`), ...rows.map(row => line(row, width, paint)), ""].join("\n"),
  );
  return `${paint("info", `# ${unit.names.join(" ")}`)}\n${texts.join("\n")}`;
}

/** Longer lines push their comment to the right. */
const WIDEST = 60;

interface Row {
  readonly text: string;
  readonly comment: string;
  readonly counts: boolean;
}

function rowsOf({ name, assignments, effective }: Setting, all: boolean): Row[] {
  const counting = new Set(effective);
  return assignments.flatMap(assignment => {
    const { at } = assignment;
    const counts = counting.has(at);
    if (!counts && !all) return [];
    const text = `${name}=${printable(at.entry.value.text)}`;
    return [
      { text: counts ? text : `# ${text}`, comment: `# ${placeOf(at)}${counts ? "" : reasonOf(assignment)}`, counts },
    ];
  });
}

function reasonOf({ at, loss }: SettingAssignment): string {
  if (loss === undefined)
    return at.directive.repeat === "list" ? ", clears what stands before" : ", back to the default";
  return loss.reason === "refused" ? ", refused by systemd" : `, ${loss.reason} by ${placeOf(loss.by)}`;
}

function placeOf({ file: { source }, entry }: PlacedAssignment): string {
  return `${printable(source.path)}:${source.position(entry.key.span.start).line}`;
}

function line({ text, comment, counts }: Row, width: number, paint: Paint): string {
  if (!counts) return paint("dim", `${text.padEnd(width)}  ${comment}`);
  return `${text}${" ".repeat(Math.max(0, width - text.length))}  ${paint("dim", comment)}`;
}
