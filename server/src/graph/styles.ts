/** Colours and strokes of pictures, with the words that explain them. */
import type { UnitType } from "../catalog/directive.ts";
import type { Unit } from "../model/unit.ts";
import type { ArrowKind } from "./arrows.ts";
import type { Line } from "./lines.ts";

/** How a line is drawn. */
export interface Stroke {
  readonly colour: string;
  /** In points. */
  readonly width: number;
  readonly dashed: boolean;
}

/** The stroke of a line: its colour tells the kind; cycles are red; what no file says is dashed. */
export function strokeOf({ main, written, cyclic }: Pick<Line, "main" | "written" | "cyclic">): Stroke {
  if (cyclic) return { ...cycleStroke, dashed: !written };
  return { ...kindStrokes[main], dashed: !written };
}

/** The stroke of ordering cycles, and of the units in them. */
export const cycleStroke = { colour: "#d00000", width: 2.4 };

const propagation = { colour: "#8c6d46", width: 1.1 };
const aftermath = { colour: "#a0307c", width: 1.2 };

/** Dark enough for white paper, and apart from one another for those who see red and green alike. */
export const kindStrokes: Readonly<Record<ArrowKind, { colour: string; width: number }>> = {
  Requires: { colour: "#1f4e9c", width: 1.6 },
  BindsTo: { colour: "#0b2350", width: 2.2 },
  Requisite: { colour: "#6a4fb3", width: 1.6 },
  Wants: { colour: "#6f9bd1", width: 1.2 },
  Upholds: { colour: "#008b8b", width: 1.6 },
  Conflicts: { colour: "#d5690e", width: 1.2 },
  After: { colour: "#7d8a80", width: 0.9 },
  Triggers: { colour: "#b58900", width: 1.4 },
  OnFailure: aftermath,
  OnSuccess: aftermath,
  PartOf: { colour: "#8c5a2b", width: 1.2 },
  PropagatesStopTo: propagation,
  PropagatesReloadTo: propagation,
  JoinsNamespaceOf: { colour: "#888888", width: 1 },
  InSlice: { colour: "#888888", width: 1 },
};

/** The background of a unit by its type. */
export const typeColours: Readonly<Record<UnitType, string>> = {
  service: "#e6f0fb",
  target: "#ffefc9",
  socket: "#e2f4e4",
  timer: "#f1e6fa",
  path: "#f1e6fa",
  mount: "#e0f2f1",
  automount: "#e0f2f1",
  swap: "#e0f2f1",
  device: "#eeeeee",
  slice: "#f8e7ee",
  scope: "#f8e7ee",
};

/** What to add to the name of a unit that is not loaded, to tell it without colours. */
export function loadNote({ load }: Unit): string {
  return load === "loaded" ? "" : loadNotes[load];
}

const loadNotes = {
  masked: "masked",
  "not-found": "not found",
  "bad-setting": "refused by systemd",
  error: "cannot be read",
} as const;

/** Everything that says a line, for those who point at it: `Requires=, After= (app.service:4)`. */
export function describeLine({ tail, head, arrows }: Line): string {
  const words = arrows.map(({ edge: { from, dependency } }) => {
    const { kind, origin, at, link } = dependency;
    const line = at && `${at.file.source.path}:${at.file.source.position(at.entry.key.span.start).line}`;
    return `${from.id}: ${kind} (${line ?? link?.entry.path ?? origin})`;
  });
  return `${tail.id} → ${head.id}\n${[...new Set(words)].join("\n")}`;
}
