/** Shell completion: the names of rules where one is expected. */
import { rules } from "../../rules/index.ts";

/** Words that may come next; none leaves it to the shell, which completes files. */
export function complete(args: { readonly _: readonly (string | number)[] }): string[] {
  return args._.includes("explain") ? rules.map(rule => rule.id) : [];
}
