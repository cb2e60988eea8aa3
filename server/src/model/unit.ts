/** A unit as systemd loads it: fragment, drop-ins and links, merged. */
import type { UnitType } from "../catalog/directive.ts";
import type { Derived } from "./derived.ts";
import type { UnitExtra } from "./drop-ins.ts";
import type { Settings } from "./setting.ts";
import type { UnitFile } from "./unit-file.ts";
import type { UnitEntry } from "./unit-folder.ts";

/**
 * How loading ended: `masked` and `not-found` as `systemctl status` says; `bad-setting` where systemd refuses what the unit says, `error`
 * where it cannot read on (an over-long line).
 */
export type LoadState = "loaded" | "masked" | "not-found" | "bad-setting" | "error";

/** One unit. */
export interface Unit {
  /** Its main name: the fragment's, with its instance. */
  readonly id: string;
  /** The main name and all aliases. */
  readonly names: readonly string[];
  readonly type: UnitType;
  /** All before the first `@` or the suffix. */
  readonly prefix: string;
  /** Undefined for a plain unit. */
  readonly instance: string | undefined;
  readonly load: LoadState;
  /** Undefined where no file gives it: it is not found, or systemd makes it up (a slice, the root mount). */
  readonly fragment?: UnitFile;
  /** Where the fragment lies, also of a masked unit. */
  readonly entry?: UnitEntry;
  /** Those that count, in the order in which systemd reads them. */
  readonly dropIns: readonly UnitFile[];
  /** The same drop-ins with the files that they hide. */
  readonly extras: readonly UnitExtra[];
  /** Links in its folders `.wants`, `.requires`, `.upholds`. */
  readonly links: readonly DependencyLink[];
  readonly settings: Settings;
  /** It cannot be stopped and needs no file: `-.slice`, `system.slice`, `-.mount`, `init.scope`. */
  readonly perpetual: boolean;
  readonly derived: Derived;
}

/** A link that adds a dependency. */
export interface DependencyLink {
  readonly kind: "Wants" | "Requires" | "Upholds";
  /** The name of the link. */
  readonly name: string;
  readonly extra: UnitExtra;
}
