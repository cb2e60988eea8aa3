/** As which unit file an input is judged. */
import type { Catalog } from "../catalog/catalog.ts";
import { isUnitType } from "../catalog/unit-types.ts";
import { type UnitFileName, unitFileName } from "../model/unit-file-name.ts";
import { guessName, unitStem } from "../workspace/guess-name.ts";
import type { Input } from "./input.ts";
import type { LintArguments } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/** A name, and whether its type had to be guessed from the text. */
export interface InputName {
  readonly name: UnitFileName;
  readonly guessed: boolean;
}

/** Names an input by --as, else by its path, else by its sections. */
export function inputName(
  { path, name: found }: Input,
  text: string,
  args: LintArguments,
  catalog: Catalog,
): InputName {
  const named = args.as === undefined ? found : nameAs(args.as, path);
  const name = named ?? guessName(path, text, catalog);
  const manager = args.user ? "user" : args.system ? "system" : name.manager;
  return { name: { ...name, manager }, guessed: named === undefined };
}

/** Throws a UsageError unless the word names a unit file, a drop-in or a unit type. */
export function checkAs(as: string): void {
  nameAs(as, "");
}

function nameAs(as: string, path: string): UnitFileName {
  const type = as.replace(/^\./, "");
  if (isUnitType(type))
    return { unit: `${unitStem(path)}.${type}`, type, role: "fragment", skeleton: false, manager: "system" };
  const name = unitFileName(as);
  if (name !== undefined) return name;
  throw new UsageError(`--as ${as}: name a unit (nginx.service), a drop-in (foo.service.d/x.conf) or a type (service)`);
}
