/** Paths in values: which ones can be followed, and where they lead. */
import type { UnitFile } from "../../model/unit-file.ts";
import { decodeUtf8 } from "../../text/utf8.ts";
import { MappedText } from "../../values/mapped-text.ts";
import { expandSpecifiers } from "../../values/specifiers.ts";
import { looksBinary } from "../../workspace/binary.ts";
import { PROBE_LENGTH } from "../../workspace/probe.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import type { TargetPart } from "../target.ts";
import { pathInRoots } from "./place.ts";

/** Whether a piece of a value is, or may be, a path that can be followed: a program's arguments among them. */
export function isPath({ kind, text }: TargetPart): boolean {
  return kind === "path" || kind === "command" || (kind === "argument" && text.startsWith("/"));
}

/** The absolute path that a piece means, with what specifiers surely stand for; undefined where only the host or the instance tells. */
export function meantPath(text: string, file: UnitFile): string | undefined {
  const { unit, type, manager } = file.name;
  if (!text.includes("%")) return text.startsWith("/") ? text : undefined;
  const specifiers = [...text.matchAll(/%(.)/g)].map(([, letter = ""]) => letter);
  const isPlain = unit !== type && !unit.includes("@.") && !unit.includes("-.");
  const certain = `${manager === "system" ? certainOfSystem : "%"}${isPlain ? certainOfUnit : ""}`;
  if (specifiers.some(letter => !certain.includes(letter))) return undefined;
  const at = { version: file.catalog.version, manager, section: "", name: "", type, ...(isPlain && { unit }) };
  const path = expandSpecifiers(MappedText.verbatim(text, 0), at).text?.text;
  return path?.startsWith("/") === true ? path : undefined;
}

/** The folders of the system's manager, and a percent sign. */
const certainOfSystem = "%CDELStTV";
/** What a plain unit's name, or an instance's, tells. */
const certainOfUnit = "fiIjJnNpP";

/** The text files to which a path leads on this host or in a root; several where it has wildcards. */
export function textFilesAt(snapshot: Snapshot, path: string): string[] {
  const paths = /[*?[]/.test(path) ? matching(snapshot, path) : [path];
  return paths.flatMap(one => {
    const real = pathInRoots(snapshot, one);
    return real !== undefined && isTextFile(snapshot, real) ? [real] : [];
  });
}

function isTextFile({ host }: Snapshot, path: string): boolean {
  if (host.kind(path) !== "file") return false;
  const start = host.readStart(path, PROBE_LENGTH);
  return "bytes" in start && !looksBinary(decodeUtf8(start.bytes));
}

/** The files in one folder whose names fit a pattern; wildcards in folders are left alone. */
function matching(snapshot: Snapshot, pattern: string): string[] {
  const slash = pattern.lastIndexOf("/");
  const [folder, name] = [pattern.slice(0, slash), pattern.slice(slash + 1)];
  const real = /[*?[]/.test(folder) ? undefined : pathInRoots(snapshot, folder === "" ? "/" : folder);
  const listed = real === undefined ? undefined : snapshot.host.list(real);
  if (listed === undefined || "problem" in listed) return [];
  const fits = wildcardPattern(name);
  return listed.entries.flatMap(entry => (fits.test(entry.name) ? [`${folder}/${entry.name}`] : []));
}

function wildcardPattern(name: string): RegExp {
  const source = name
    .replace(/[\\^$.|+(){}[\]]/g, "\\$&")
    .replace(/\*+/g, "[^]*?")
    .replace(/\?/g, "[^]");
  return new RegExp(`^(?!\\.)${source}$`);
}
