/** The entry of what is one file: the command line with everything that it may need, the language server included. */
import { main } from "../../src/cli/main.ts";

main(process.argv.slice(2)).then(() =>
  process.stdout.write("", () => process.stderr.write("", () => setImmediate(process.exit))),
);
