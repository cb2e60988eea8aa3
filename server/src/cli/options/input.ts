/** The options that say what to read. */
import type { Options } from "yargs";

/** Which inputs, and under which names. */
export const inputOptions = {
  as: {
    type: "string",
    requiresArg: true,
    describe: "Judge the files under this name: nginx.service, foo.service.d/x.conf, service",
    group: "Input:",
  },
  stdin: { type: "boolean", default: false, describe: "Read a unit from standard input", group: "Input:" },
  "stdin-filename": {
    type: "string",
    requiresArg: true,
    describe: "The name of what standard input holds",
    group: "Input:",
  },
  root: {
    type: "string",
    array: true,
    nargs: 1,
    default: [] as string[],
    describe:
      "Judge units in this root, or all of its units where no path is named; may be repeated, the first lies over the others",
    group: "Input:",
  },
  "unit-path": {
    type: "string",
    array: true,
    nargs: 1,
    default: [] as string[],
    describe: "A folder of units that the named ones refer to; may be repeated",
    group: "Input:",
  },
  user: { type: "boolean", default: false, describe: "The units are read by user managers", group: "Input:" },
  system: {
    type: "boolean",
    default: false,
    describe: "The units are read by the system manager (guessed from …/user/ otherwise)",
    group: "Input:",
  },
} as const satisfies Readonly<Record<string, Options>>;
