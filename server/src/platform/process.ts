/** What the process itself offers: its folder and its standard input. */
import { relative, resolve } from "node:path";
import { maximumFileSize, type ReadOutcome } from "../workspace/file-host.ts";
import { readAtMost } from "./read-whole.ts";

/** A path as seen from the root, with `/` between its parts. */
export function absolutePath(path: string): string {
  return resolve(path).replaceAll("\\", "/");
}

/** A path as seen from a folder, with `/` between its parts. */
export function relativePath(folder: string, path: string): string {
  return relative(resolve(folder), resolve(path)).replaceAll("\\", "/");
}

/** All bytes of standard input, waiting for its end. */
export function readStandardInput(): ReadOutcome {
  try {
    const bytes = readAtMost(0, maximumFileSize);
    return bytes === undefined ? { problem: "standard input is larger than 16 MiB, which no unit file is" } : { bytes };
  } catch {
    return { problem: "standard input cannot be read" };
  }
}
