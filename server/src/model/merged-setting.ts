/** A setting while files are merged, and as it is kept. */
import type { SectionName } from "../catalog/directive.ts";
import type { Loss, PlacedAssignment, Setting, SettingAssignment } from "./setting.ts";

/** What a setting is known by, the same object for all names of a directive. */
export interface SettingKey {
  readonly section: SectionName;
  readonly name: string;
  /** Settings that an empty assignment of one of them clears together. */
  readonly family: string | undefined;
}

/** Most settings are one line that counts: what else there is to know of one is kept only where it is there. */
export class MergedSetting implements Setting {
  readonly key: SettingKey;
  effective: readonly PlacedAssignment[] = [];
  private lines: PlacedAssignment[] = [];
  private losses: Map<PlacedAssignment, Loss> | undefined;

  constructor(key: SettingKey) {
    this.key = key;
  }

  get section(): SectionName {
    return this.key.section;
  }

  get name(): string {
    return this.key.name;
  }

  get assignments(): readonly SettingAssignment[] {
    return this.lines.map(at => {
      const loss = this.losses?.get(at);
      return loss === undefined ? { at } : { at, loss };
    });
  }

  take(at: PlacedAssignment): void {
    if (this.lines.length === 0) this.lines = [at];
    else this.lines.push(at);
  }

  refuse(at: PlacedAssignment): void {
    this.losses ??= new Map();
    this.losses.set(at, { reason: "refused" });
  }

  /** Before one that was lost in this way, all are: a file may assign one directive a hundred thousand times. */
  lose(reason: "cleared" | "replaced", by: PlacedAssignment): void {
    if (this.lines.length === 0) return;
    this.losses ??= new Map();
    for (let i = this.lines.length - 1; i >= 0; i--) {
      const at = this.lines[i];
      const loss = at && this.losses.get(at);
      if (at === undefined || (loss !== undefined && loss.reason !== "refused")) return;
      if (loss === undefined) this.losses.set(at, { reason, by });
    }
  }

  /** Called once nothing more comes: lists that grew have room for more, which is given back. */
  pack(): void {
    if (this.lines.length > 1) this.lines = this.lines.slice();
    const counts = (at: PlacedAssignment) => this.losses?.has(at) !== true && at.entry.value.text !== "";
    this.effective = this.lines.every(counts) ? this.lines : this.lines.filter(counts).slice();
  }
}
