/** What a terminal can show: colours, its width, and text that cannot harm it. */
import { type Ink, type Paint, unpainted } from "../text/paint.ts";

export type { Paint } from "../text/paint.ts";
export { isPlain, printable, printableJson, printableLines } from "../text/printable.ts";

/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What is asked of an output stream. */
export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/**
 * Whether to write colours. FORCE_COLOR decides first (`0` and `false` say no), then NO_COLOR; an empty one counts as unset.
 * Without them: on a terminal that is not dumb. https://no-color.org, https://force-color.org
 */
export function colourWanted(env: Environment, stream: OutputStream): boolean {
  const forced = env.FORCE_COLOR ?? "";
  if (forced !== "") return forced !== "0" && forced !== "false";
  if ((env.NO_COLOR ?? "") !== "") return false;
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** Columns to fill: COLUMNS, as POSIX has it, then the terminal's own; 80 where it does not tell, 100 where there is none. */
export function terminalWidth(env: Environment, stream: OutputStream): number {
  const wished = /^[1-9][0-9]{0,4}$/.test(env.COLUMNS ?? "") ? Number(env.COLUMNS) : 0;
  return wished || stream.columns || (stream.isTTY === true ? 80 : 100);
}

/** The brush for a terminal with or without colours. */
export function paintWith(colour: boolean): Paint {
  if (!colour) return unpainted;
  return (ink, text) => (text === "" ? "" : `\x1b[${inks[ink]}m${text}\x1b[0m`);
}

const inks: Readonly<Record<Ink, string>> = {
  error: "1;31",
  warning: "1;33",
  info: "1;34",
  good: "1;32",
  strong: "1",
  dim: "2",
};
