/** What specifiers stand for as far as it can be known before a unit runs; `specifiers.ts` has stand-ins for the rest. */
import type { ValueContext } from "./kind.ts";
import { MappedText } from "./mapped-text.ts";
import { expandSpecifiers, type SpecifierSet } from "./specifiers.ts";

/** Replaces the specifiers that are certain here, and leaves the others as they are written. */
export function expandCertain(text: string, context: ValueContext, set: SpecifierSet = "full"): string {
  if (!text.includes("%")) return text;
  const kept = text.replace(/%([A-Za-z%])/g, (all, letter: string) =>
    letter === "%" || isCertain(letter, context) ? all : `%${all}`,
  );
  const expanded = expandSpecifiers(MappedText.verbatim(kept, 0), context, set).text?.text;
  return expanded === undefined ? text : inHome(expanded, context);
}

/** Whether a template, or a drop-in for many units, stands for units of different names. */
export function isGeneric({ unit }: ValueContext): boolean {
  return unit?.includes("@.") !== false;
}

/** Whether the unit's name and its manager decide what a specifier stands for. */
export function isCertain(letter: string, context: ValueContext): boolean {
  if (byManager.has(letter)) return true;
  if (context.manager === "system" && bySystem.has(letter)) return true;
  if (byInstance.has(letter)) return !isGeneric(context);
  return byPrefix.has(letter) && context.unit !== undefined;
}

/** Whether a specifier stands for a piece of the unit's name. */
export function isOfName(letter: string): boolean {
  return byPrefix.has(letter) || byInstance.has(letter);
}

const byPrefix: ReadonlySet<string> = new Set("jJpP");
const byInstance: ReadonlySet<string> = new Set("fiInN");
const byManager: ReadonlySet<string> = new Set("CDEhLSTV");
const bySystem: ReadonlySet<string> = new Set("gGtuU");

/** With `~` for the stand-in of a home folder: that of a user manager is anybody's. */
export function inHome(text: string, { manager }: ValueContext): string {
  return manager === "user" ? text.replace(/\/home\/user(?=\/|$)/g, "~") : text;
}
