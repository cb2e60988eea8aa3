/** The unit files in the folders of a workspace, with their texts. */
import { SourceFile } from "../text/source-file.ts";
import { discoverInSteps } from "./discover.ts";
import { LARGEST_TEXT } from "./documents.ts";
import type { FileHost } from "./file-host.ts";
import type { ReadIgnoreRules } from "./ignore-rules.ts";
import { unitTextOf } from "./read-text.ts";
import type { LintFile } from "./unit-groups.ts";

/** Where to look, and what is known already. */
export interface FindOptions {
  readonly host: FileHost;
  readonly folders: readonly string[];
  readonly ignoreRules?: ReadIgnoreRules | undefined;
  /** Texts that did not change stay the same objects. */
  readonly known: ReadonlyMap<string, LintFile>;
}

/** Finds all unit files by path, with a pause after each folder and file; tells how many there are so far. */
export function* findUnitFiles({
  host,
  folders,
  ignoreRules,
  known,
}: FindOptions): Generator<number, Map<string, LintFile>> {
  const { files } = yield* discoverInSteps(host, folders, ignoreRules === undefined ? {} : { ignoreRules });
  const found = new Map<string, LintFile>();
  for (const { path, name, bytes } of files) {
    const text = bytes === undefined ? readUnitText(host, path) : textOf(bytes);
    if (name === undefined || text === undefined) continue;
    const before = known.get(path)?.source;
    found.set(path, { source: before?.text === text ? before : new SourceFile(path, text), name, lone: false });
    yield files.length;
  }
  return found;
}

/** The text of a file on disk; undefined where it is gone, none, or too large for an editor. */
export function readUnitText(host: FileHost, path: string): string | undefined {
  const outcome = host.read(path);
  return "bytes" in outcome ? textOf(outcome.bytes) : undefined;
}

function textOf(bytes: Uint8Array): string | undefined {
  const outcome = unitTextOf(bytes);
  return "text" in outcome && outcome.text.length <= LARGEST_TEXT ? outcome.text : undefined;
}
