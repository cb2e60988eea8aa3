/** What could be written about each assessment of a service, each piece of advice tried by itself. */
import type { SystemdVersion } from "../catalog/directive.ts";
import type { Unit } from "../model/unit.ts";
import type { Manager } from "../model/unit-file-name.ts";
import type { UnitSet } from "../model/unit-set.ts";
import { dropInText } from "./advice/drop-in-text.ts";
import type { Hardening } from "./advice/hardening.ts";
import { isBetter, isKnown, isOpen } from "./advice/improvement.ts";
import { hardenings } from "./advice/index.ts";
import { objectionTo } from "./advice/objection.ts";
import { dropInName } from "./advice/place.ts";
import { openTrial } from "./advice/trial.ts";
import { viewOf } from "./advice/view.ts";
import { exposureOf } from "./exposure.ts";
import type { Suggestion } from "./suggest.ts";

/** For which systemd. */
export interface AdviceOptions {
  readonly version: SystemdVersion;
  readonly manager: Manager;
}

/** A piece of advice that would help. */
export interface Advice {
  readonly hardening: Hardening;
  /** What speaks against it for this unit. */
  readonly objection: string | undefined;
  /** The exposure of the unit with it and nothing else, in tenths. */
  readonly after: number;
}

/** How a piece of advice is called: by its lines, `ProtectHome=yes`. */
export function adviceName({ lines }: Hardening): string {
  return lines.map(({ name, value }) => `${name}=${value}`).join("\n");
}

/** All advice that systemd would take and that lowers an assessment of a loaded service, in the order of the table; none for other units. */
export function adviceFor(unit: Unit, set: UnitSet, options: AdviceOptions): readonly Advice[] {
  if (unit.type !== "service" || unit.load !== "loaded") return [];
  const before = exposureOf(unit, options);
  const tryOut = openTrial(unit, set, dropInName(unit));
  const view = viewOf(unit, set, options.version, options.manager);
  return hardenings.flatMap((hardening): Advice[] => {
    if (!isOpen(hardening, before) || !isKnown(hardening, set) || hardening.suits?.(view) === false) return [];
    const trial = tryOut(dropInText([{ hardening }]));
    const after = exposureOf(trial.unit, options);
    if (!trial.isHealthy || !isBetter(hardening, before, after)) return [];
    return [{ hardening, objection: objectionTo(hardening, view), after: after.tenths }];
  });
}

/** The lines of chosen advice, and what they bring together; names of no advice are passed over. */
export function chosenAdvice(unit: Unit, set: UnitSet, names: readonly string[], options: AdviceOptions): Suggestion {
  const before = exposureOf(unit, options).tenths;
  const rows = hardenings.filter(hardening => names.includes(adviceName(hardening))).map(hardening => ({ hardening }));
  if (rows.length === 0) return { text: "", before, after: before, rows };
  const text = dropInText(rows);
  const { unit: changed } = openTrial(unit, set, dropInName(unit))(text);
  return { text, before, after: exposureOf(changed, options).tenths, rows };
}
