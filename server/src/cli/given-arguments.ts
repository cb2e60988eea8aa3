/** From the arguments as yargs reads them to those that were given. */
import { unmarked } from "./operands.ts";

/** What yargs makes of a command line, by names of options and positionals. */
type ReadArguments = Readonly<Record<string, unknown>>;

/** What yargs knows of the command that runs, and has no type for. */
export interface Declared {
  getOptions(): { readonly array: readonly string[]; readonly alias: Readonly<Record<string, readonly string[]>> };
  getGroups(): Readonly<Record<string, readonly string[]>>;
}

/** Words without their marks; of an option that takes one value and was repeated, the last one; `-` among the paths as `--stdin`. */
export function givenArguments(args: ReadArguments, declared: Declared): Record<string, unknown> {
  const lists = listsOf(declared);
  const given = Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const words = unmarkedAll(value);
      return [name, Array.isArray(words) && !lists.has(name) ? words.at(-1) : words];
    }),
  );
  return withInput(given);
}

/** The names of what may have several values. */
function listsOf(declared: Declared): ReadonlySet<string> {
  const { array, alias } = declared.getOptions();
  const positionals = declared.getGroups()["Positionals:"] ?? [];
  return new Set(["_", ...positionals, ...array, ...array.flatMap(name => alias[name] ?? []), ...array.map(camelCase)]);
}

function unmarkedAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unmarkedAll);
  return typeof value === "string" ? unmarked(value) : value;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function withInput(given: Record<string, unknown>): Record<string, unknown> {
  const { paths } = given;
  if (!("stdin" in given) || !Array.isArray(paths) || !paths.includes("-")) return given;
  return { ...given, stdin: true, paths: paths.filter(path => path !== "-") };
}
