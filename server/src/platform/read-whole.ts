/** Reads texts that are no unit files: reports, lists of arguments. */
import { readFileSync } from "node:fs";

/** The text of a file or, of `-`, of standard input; or why it cannot be read (one line, no final period). */
export function readWholeText(path: string): { readonly text: string } | { readonly problem: string } {
  try {
    return { text: readFileSync(path === "-" ? 0 : path, "utf8") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { problem: problems[code] ?? `cannot be read (${code || error})` };
  }
}

const problems: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EISDIR: "is a folder, not a file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ERR_STRING_TOO_LONG: "is larger than 512 MiB",
};
