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

/** One directive in one section, as a row of `server/data/directives.json` gives it for all releases at once. */
export interface Directive {
  readonly section: SectionName;
  readonly name: string;
  /** What its value is; of a removed one, what it was. */
  readonly kind: KindId;
  readonly repeat: Repeat;
  /** The manual page that documents it, without section number; absent for undocumented ones. */
  readonly page?: string;
  /** The first release that knows it; 183 stands for that one or an earlier. */
  readonly since: SystemdVersion;
  /** The last release that knows it; absent while the newest does. */
  readonly until?: SystemdVersion;
  /** The release from which on it is parsed but ignored, as its support was removed; see `isRemoved`. */
  readonly removed?: SystemdVersion;
  /** Present on an old name: what to write instead, and since when. */
  readonly replacedBy?: Replacement;
}

/** What took over from a directive whose name or whose whole idea is old. */
export interface Replacement {
  /** The directive to write instead; absent where no single one takes over. */
  readonly to?: { readonly section: SectionName; readonly name: string };
  /** The first release that knows the new directive, or else the one that declared the old one obsolete. */
  readonly since: SystemdVersion;
  /** Whether a value of the old directive means the same under the new one; `different` where there is no new one. */
  readonly values: "same" | "different";
  /** The release from which on systemd logs that the old directive is obsolete; before, it honours it silently. */
  readonly notedSince?: SystemdVersion;
}
