/** The options that say where configuration comes from. */
import type { Options } from "yargs";

/** Which configuration. */
export const configOptions = {
  config: {
    type: "string",
    requiresArg: true,
    describe: "Read this configuration, instead of the nearest one above each file",
    group: "Configuration:",
  },
  "no-config": { type: "boolean", describe: "Read no configuration", group: "Configuration:" },
} as const satisfies Readonly<Record<string, Options>>;
