/** One folder that systemd makes for a unit. systemd: config_parse_exec_directories(), src/core/load-fragment.c */
import type { ValueContext, ValuePart, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { type PathReading, readPath } from "./path-reading.ts";
import { oneLine, shown } from "./shown.ts";

/** A folder as systemd stores it, or why it is dropped. */
export interface DirectoryReading {
  readonly value?: string;
  readonly parts: readonly ValuePart[];
  readonly problems: readonly ValueProblem[];
}

/** The folders below which systemd makes them, and names for the same. */
const roots: Readonly<Record<string, RegExp>> = {
  RuntimeDirectory: /^(?:\/run|\/var\/run|%t)\/+/,
  StateDirectory: /^(?:\/var\/lib|%S)\/+/,
  CacheDirectory: /^(?:\/var\/cache|%C)\/+/,
  LogsDirectory: /^(?:\/var\/log|%L)\/+/,
  ConfigurationDirectory: /^(?:\/etc|%E)\/+/,
};

/** Reads the fields of a folder; `rest` is what stands behind them, which systemd does not look at. */
export function readDirectory(fields: readonly MappedText[], rest: MappedText, at: ValueContext): DirectoryReading {
  const [source, link, flags] = fields;
  if (source === undefined) return refused(rest, "The name of a folder is missing");
  const folder = readFolder(source, at);
  if (folder.problem !== undefined) return { parts: folder.parts, problems: [folder.problem] };
  if (folder.path?.split("/")[0] === "private")
    return refused(source, "The folder private is systemd's own; choose another name");
  if (link === undefined) return { value: folder.path ?? "", parts: folder.parts, problems: ignored(rest, at) };
  const target = readLink(link, at);
  const flagged = target.problem === undefined ? flagsProblem(flags) : undefined;
  const problem = target.problem ?? flagged;
  const parts = [...folder.parts, ...target.parts];
  if (flags !== undefined && flags.text !== "") parts.push({ kind: "keyword", span: flags.span() });
  if (problem !== undefined) return { parts, problems: [problem] };
  const value = [folder.path, target.path, flags?.text].filter(field => field).join(":");
  return { value, parts, problems: ignored(rest, at) };
}

function refused(written: MappedText, message: string): DirectoryReading {
  return { parts: [], problems: [{ message, span: written.span(), consequence: "drops-piece" }] };
}

function readFolder(written: MappedText, at: ValueContext): PathReading {
  const reading = readPath(written, at, { relative: true, consequence: "drops-piece" });
  const { problem, text } = reading;
  if (problem === undefined || text === undefined || !text.text.startsWith("/")) return reading;
  const root = roots[at.name]?.exec(written.text)?.[0];
  const short = root === undefined ? undefined : written.text.slice(root.length);
  const end = short === undefined || short === "" ? "" : `: write ${short} for it`;
  const message = `${at.name}= takes names below its own folder, no absolute path like ${oneLine(written.text)}${end}`;
  const replacement = short === undefined || short === "" ? {} : { replacement: short };
  return { ...reading, problem: { message, span: written.span(), consequence: "drops-piece", ...replacement } };
}

function readLink(link: MappedText, at: ValueContext): PathReading {
  if (link.text === "") return { parts: [] };
  if (at.name === "ConfigurationDirectory") {
    const message = `ConfigurationDirectory= makes no links: nothing like :${shown(link.text)} may follow a folder`;
    return { parts: [], problem: { message, span: link.span(), consequence: "drops-piece" } };
  }
  return readPath(link, at, { relative: true, consequence: "drops-piece" });
}

function flagsProblem(flags: MappedText | undefined): ValueProblem | undefined {
  if (flags === undefined || flags.text === "" || flags.text === "ro") return undefined;
  const message = `${shown(flags.text)} is no flag of a folder; the only one is ro`;
  const replacement = /^r(?:ead)?[-_]?o(?:nly)?$/i.test(flags.text) ? { replacement: "ro" } : {};
  return { message, span: flags.span(), consequence: "drops-piece", ...replacement };
}

/** What nobody reads: all behind the fields that the version knows. */
function ignored(rest: MappedText, { version }: ValueContext): ValueProblem[] {
  if (rest.text === "") return [];
  const message =
    version < 257 && rest.text === "ro"
      ? `systemd ${version} knows no flag ${shown(rest.text)} for folders and skips it; 257 brings it`
      : `${shown(rest.text)} is skipped: a folder is name:link:ro`;
  return [{ message, span: rest.span(), consequence: "silent", rule: "unchecked-value" }];
}
