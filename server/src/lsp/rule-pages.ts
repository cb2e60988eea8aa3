/** Where the pages about rules are: a client that shows them itself says how in `initializationOptions.rulePage`. */
import type { Environment } from "./environment.ts";

/** The same environment, with the client's pages in place of ours; `rulePage` is a URI with `{rule}` in it. */
export function withPagesOf(environment: Environment, initializationOptions: unknown): Environment {
  if (typeof initializationOptions !== "object" || initializationOptions === null) return environment;
  const { rulePage } = initializationOptions as { readonly rulePage?: unknown };
  if (typeof rulePage !== "string" || rulePage === "") return environment;
  return { ...environment, rulePage: rule => rulePage.replaceAll("{rule}", rule) };
}
