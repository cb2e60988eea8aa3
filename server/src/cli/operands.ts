/** Words of the command line that are operands whatever they look like: all behind `--`, and `-` for standard input. */

/** No word of a command line can hold a NUL. */
const MARK = "\0";

/** The word for standard input, marked. */
export const MARKED_DASH = `${MARK}-`;

/** Marks them, so that yargs reads them as it reads other words: it drops what stands behind `--`, and takes `-` for the name of an option. */
export function markOperands(argv: readonly string[]): readonly string[] {
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const options = argv.slice(0, end).map(word => (word === "-" ? MARKED_DASH : word));
  return [...options, ...argv.slice(end + 1).map(word => MARK + word)];
}

/** The word as it was given. */
export function unmarked(word: string): string {
  return word.startsWith(MARK) ? word.slice(MARK.length) : word;
}
