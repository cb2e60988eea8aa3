/** The parsers of [Install], which the gperf table leaves open: `src/shared/install.c` has its own table. */

import type { GperfRow } from "./gperf.ts";

/** The path of the file in a source tree. */
export const INSTALL_PATH = "src/shared/install.c";

/** The rows with each `NULL` parser of [Install] replaced by the one that `install.c` uses. */
export function withInstallParsers(rows: readonly GperfRow[], installSource: string): GperfRow[] {
  const table = /\{\s*"Install",\s*"(\w+)",\s*(config_parse_\w+)/g;
  const parsers = new Map(Array.from(installSource.matchAll(table), match => [match[1], match[2]]));
  return rows.map(row =>
    row.parser === "NULL" && row.section === "Install" ? { ...row, parser: parsers.get(row.name) ?? row.parser } : row,
  );
}
