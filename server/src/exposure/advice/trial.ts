/** Trying out a drop-in: the unit as systemd would load it with one more file. */
import { unitProblems } from "../../model/refusals/index.ts";
import type { Unit } from "../../model/unit.ts";
import { changeText, type UnitSet, withFolder } from "../../model/unit-set.ts";
import { virtualFolder } from "../../model/virtual-folder.ts";
import { SourceFile } from "../../text/source-file.ts";

/** A unit with one more drop-in. */
export interface Trial {
  readonly unit: Unit;
  readonly set: UnitSet;
  /** Whether systemd loads it and has no more to complain of than before. */
  readonly isHealthy: boolean;
}

/** Tries texts of a drop-in with a file name, one after another: all but the unit is loaded once. */
export function openTrial(unit: Unit, set: UnitSet, fileName: string): (text: string) => Trial {
  const path = `${unit.id}.d/${fileName}`;
  let source = new SourceFile(path, "[Service]\n");
  let current = withFolder(set, virtualFolder("suggested", "config", [[path, source]]));
  current.unit(unit.id);
  const before = unitProblems(unit, set).length;
  return text => {
    const next = new SourceFile(path, text);
    current = changeText(current, source, next);
    source = next;
    const changed = current.unit(unit.id);
    const isHealthy =
      changed.load === unit.load && unitProblems(changed, current).length <= before && isUnderstood(changed, next);
    return { unit: changed, set: current, isHealthy };
  };
}

/** Whether each line of the file means something to the release. */
function isUnderstood({ dropIns }: Unit, source: SourceFile): boolean {
  const file = dropIns.find(file => file.source === source);
  if (file === undefined || file.stop !== undefined) return false;
  return file.blocks.every(({ assignments }) =>
    assignments.every(({ parsed }) => parsed !== undefined && parsed.problems.length === 0),
  );
}
