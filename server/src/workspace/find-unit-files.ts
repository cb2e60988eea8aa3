/** The unit files in the folders of a workspace, with their texts. */
import { SourceFile } from "../text/source-file.ts";
import { discoverInSteps } from "./discover.ts";
import type { InputError } from "./discovery.ts";
import { LARGEST_TEXT } from "./documents.ts";
import { type FileHost, problemOf } from "./file-host.ts";
import { isForeign } from "./foreign.ts";
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

/** What a search found. */
export interface FoundUnitFiles {
  /** By path. */
  readonly files: Map<string, LintFile>;
  /** What was met and could not be read, unless it is gone again. */
  readonly unread: readonly InputError[];
}

/** Finds all unit files, with a pause after each folder and file; tells how many there are so far. */
export function* findUnitFiles({ host, folders, ignoreRules, known }: FindOptions): Generator<number, FoundUnitFiles> {
  const found = yield* discoverInSteps(host, folders, { mayBeEmpty: true, ...(ignoreRules && { ignoreRules }) });
  const files = new Map<string, LintFile>();
  const unread = [...found.errors];
  for (const { path, name, bytes } of found.files) {
    const outcome = bytes === undefined ? readUnitText(host, path) : textOf(bytes);
    if ("problem" in outcome) unread.push({ path, message: outcome.problem });
    else if (name !== undefined) {
      const before = known.get(path)?.source;
      const source = before?.text === outcome.text ? before : new SourceFile(path, outcome.text);
      files.set(path, { source, name, lone: false });
    }
    yield found.files.length;
  }
  return { files, unread: unread.filter(({ message }) => message !== problemOf("missing")) };
}

/** The text of a unit file on disk, or why there is none for an editor. */
export function readUnitText(host: FileHost, path: string): ReturnType<typeof unitTextOf> {
  const outcome = host.read(path);
  if ("problem" in outcome) return outcome;
  return isForeign(outcome.bytes) ? { problem: "is no unit file" } : textOf(outcome.bytes);
}

function textOf(bytes: Uint8Array): ReturnType<typeof unitTextOf> {
  const outcome = unitTextOf(bytes);
  const isTooLarge = "text" in outcome && outcome.text.length > LARGEST_TEXT;
  return isTooLarge ? { problem: "larger than 1 MiB, and not judged in editors" } : outcome;
}
