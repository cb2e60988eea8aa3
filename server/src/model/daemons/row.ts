/**
 * What a row of the table of daemons is. Each was held against what its `from` names: the manual page of that package of Debian 12,
 * and, where it says so, the unit that comes with it, a script or a source.
 */

/** Words of a command line: a pattern for any of them, alone, or a pattern for the whole line. */
export type Words = string | RegExp;

/** A daemon and what its words do. */
export interface DaemonRow {
  readonly names: string;
  /** The names are ordinary words, which others give to programs of their own: it is only this one where systemd finds or packages install it. */
  readonly ordinary?: true;
  /** What it was held against: package and version, and what of it where that is not its manual page. */
  readonly from: string;
  readonly background?: Words;
  readonly foreground?: Words;
  /** Words with which it does something else, or with which who starts it decides. */
  readonly other?: Words;
  /** What it certainly does without such words. */
  readonly usually?: "background" | "foreground";
  /** The word that keeps it. */
  readonly stay?: string;
  /** False: it cannot stay, also without the words that send it away. */
  readonly stays?: false;
}
