/** Shell completion: the words that may come next. */
import { CONFIG_RULE } from "../../lint/config/mistake.ts";
import { rules } from "../../rules/index.ts";
import { commandNames } from "../command-names.ts";
import { lintOptions } from "../options.ts";

/** What yargs reads from an unfinished command line; an option that still waits for its value has an empty one. */
type Unfinished = Readonly<Record<string, unknown>> & { readonly _: readonly (string | number)[] };

/** Words for the one that is being typed; none leaves it to the shell, which completes files. */
export function complete(current: string, unfinished: Unfinished): string[] {
  if (current.startsWith("-")) return visibleOptions().map(([name]) => `--${name}`);
  const waiting = visibleOptions().find(([name]) => unfinished[name] === current);
  if (waiting !== undefined) return valuesOf(...waiting);
  if (unfinished._.includes("explain")) return rules.map(rule => rule.id);
  return current === "" ? [] : commandNames.filter(command => command.startsWith(current));
}

function visibleOptions(): [string, object][] {
  return Object.entries(lintOptions).filter(([, option]) => !("hidden" in option));
}

function valuesOf(name: string, option: object): string[] {
  if (name === "rule") return rules.filter(({ id }) => id !== CONFIG_RULE).map(({ id }) => `${id}=`);
  return "choices" in option && Array.isArray(option.choices) ? option.choices.map(String) : [];
}
