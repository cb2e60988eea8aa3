/** The texts of a run, each read once however many names lead to it. */
import { SourceFile } from "../text/source-file.ts";
import { decodeUtf8 } from "../text/utf8.ts";
import type { InputError } from "./discovery.ts";
import { type FileHost, problemOf } from "./file-host.ts";
import { byPath } from "./path.ts";

/** What was read so far. */
export interface Sources {
  /** The text of a file by its real path, shown under the first path that it was opened by; undefined where it cannot be read. */
  open(host: FileHost, realPath: string, shown: string): SourceFile | undefined;
  /** Whether it is a file without content. */
  isEmpty(host: FileHost, realPath: string): boolean;
  /** Keeps in mind that something could not be read, unless it is simply not there. */
  miss(path: string, problem: string): void;
  /** What could not be read so far, by path: what was judged without it may be wrong. */
  unread(): readonly InputError[];
  /** Puts a text in the place of what the disk holds. */
  put(realPath: string, source: SourceFile): void;
  /** Puts a text in the place of another one, under all names. */
  replace(before: SourceFile, after: SourceFile): void;
}

/** Nothing read yet. */
export function newSources(): Sources {
  const known = new Map<string, SourceFile | undefined>();
  const places = new Map<SourceFile, string[]>();
  const missed = new Map<string, InputError>();
  const keep = (realPath: string, source: SourceFile | undefined) => {
    known.set(realPath, source);
    if (source !== undefined) places.set(source, [...(places.get(source) ?? []), realPath]);
  };
  const sources: Sources = {
    open(host, realPath, shown) {
      if (known.has(realPath)) return known.get(realPath);
      const outcome = host.read(realPath);
      const source = "bytes" in outcome ? new SourceFile(shown, decodeUtf8(outcome.bytes)) : undefined;
      if ("problem" in outcome) sources.miss(shown, outcome.problem);
      keep(realPath, source);
      return source;
    },
    isEmpty(host, realPath) {
      const outcome = known.get(realPath)?.text ?? host.readStart(realPath, 1);
      return typeof outcome === "string" ? outcome === "" : "bytes" in outcome && outcome.bytes.length === 0;
    },
    miss(path, message) {
      if (message !== problemOf("missing")) missed.set(path, { path, message });
    },
    unread: () => [...missed.values()].sort(byPath),
    put: keep,
    replace(before, after) {
      for (const realPath of places.get(before) ?? []) keep(realPath, after);
      places.delete(before);
    },
  };
  return sources;
}
