/** What is open in the editor, and as which unit file it is judged. */
import type { Catalog } from "../catalog/catalog.ts";
import type { SourceFile } from "../text/source-file.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import type { FileHost } from "./file-host.ts";
import type { FileUri } from "./file-uri.ts";
import { isForeign, isOtherFormat } from "./foreign.ts";
import { guessName, guessType } from "./guess-name.ts";
import { nameOf } from "./harvest.ts";
import { folderOf } from "./path.ts";
import { PROBE_LENGTH } from "./probe.ts";
import type { LintFile } from "./unit-groups.ts";
import { isUnsupported } from "./unsupported.ts";

/** One open document. */
export interface OpenDocument {
  /** As the editor writes it. */
  readonly uri: FileUri;
  /** What the editor takes it for: `systemd-unit`. */
  readonly languageId: string;
  readonly version: number;
  readonly source: SourceFile;
}

/** Larger texts are no unit files, and judging them would keep an editor waiting, in characters. */
export const LARGEST_TEXT = 1024 * 1024;

/**
 * As what an open document is judged: by its path or, where the editor says that it is a unit file and its path says nothing, by its sections.
 * Undefined for anything else, also for a D-Bus service or Eclipse's `.target`, which editors take for unit files by their names.
 */
export function documentFile(host: FileHost, document: OpenDocument, catalog: Catalog): LintFile | undefined {
  const { source, languageId } = document;
  const { path, text } = source;
  if (text.length > LARGEST_TEXT) return undefined;
  const start = { bytes: encodeUtf8(text.slice(0, PROBE_LENGTH)) };
  const claimed = languageId.startsWith("systemd");
  const name = nameOf(path, () => host.realPath(folderOf(path)));
  if (name !== undefined)
    return (claimed ? isOtherFormat : isForeign)(start.bytes)
      ? undefined
      : { source, name, lone: !path.startsWith("/") && !/^[A-Za-z]:\//.test(path) };
  if (!claimed || isUnsupported({ ...host, readStart: () => start }, path, path)) return undefined;
  const isBlank = text.trim() === "" && !path.endsWith(".conf");
  return isBlank || guessType(text, catalog) !== undefined || /^[ \t]*\[(?:Unit|Install)\]/m.test(text)
    ? { source, name: guessName(path, text, catalog), lone: true }
    : undefined;
}
