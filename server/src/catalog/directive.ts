/** The words in which the catalog speaks of what systemd knows. */

/** A section as written between brackets, without them: `Service`. */
export type SectionName = string;

/** A systemd release by its major number: `262`. */
export type SystemdVersion = number;

/** The eleven kinds of unit, named by their file suffix. */
export type UnitType =
  | "service"
  | "socket"
  | "target"
  | "device"
  | "mount"
  | "automount"
  | "swap"
  | "timer"
  | "path"
  | "slice"
  | "scope";

/** The name of a value grammar, such as `boolean` or `time-span`. */
export type KindId = string;

/**
 * What a second assignment of the same directive in one unit does:
 * `last-wins` replaces the first, `list` adds to it (an empty one clears), `append-only` adds and never clears.
 */
export type Repeat = "last-wins" | "list" | "append-only";

/** One directive in one section, as a row of `server/data/directives.json` gives it. */
export interface Directive {
  readonly section: SectionName;
  readonly name: string;
  readonly kind: KindId;
  readonly repeat: Repeat;
  /** The manual page that documents it, without section number; absent for undocumented ones. */
  readonly page?: string;
  /** The release whose manual first names it, where the manual says so. */
  readonly since?: SystemdVersion;
  /** Still parsed, but support was removed: systemd says so and ignores the line. */
  readonly removed?: true;
}
