/** What [Install] says of a unit, as systemctl reads it. systemd: unit_file_load(), config_parse_also(), src/shared/install.c */
import { catalogAt } from "../../catalog/catalog.ts";
import type { SystemdVersion } from "../../catalog/directive.ts";
import { headerFault } from "../../syntax/section-name.ts";
import type { EntrySyntax } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { specifiersAt } from "../../values/specifiers.ts";
import { readUnitName, withInstance } from "../../values/unit-name.ts";
import { splitWords } from "../../values/words.ts";
import { aliasedTypes } from "../fragment.ts";
import { parseUnitFile } from "../unit-file.ts";
import { unitFileName } from "../unit-file-name.ts";

/** The section as gathered from a fragment and its drop-ins; names as written. */
export interface InstallSection {
  readonly Alias: readonly string[];
  readonly WantedBy: readonly string[];
  readonly RequiredBy: readonly string[];
  readonly UpheldBy: readonly string[];
  readonly Also: readonly string[];
  /** Undefined where there is none. */
  readonly DefaultInstance: string | undefined;
}

/** The section of a unit that has none. */
export const emptyInstall: InstallSection = {
  Alias: [],
  WantedBy: [],
  RequiredBy: [],
  UpheldBy: [],
  Also: [],
  DefaultInstance: undefined,
};

/** Adds what a file says to what was read before; undefined where systemctl gives up on the file. */
export function readInstall(
  source: SourceFile,
  unit: string,
  version: SystemdVersion,
  before: InstallSection,
): InstallSection | undefined {
  const name = unitFileName(source.path) ?? unitFileName(unit);
  if (name === undefined) return undefined;
  let install: InstallSection | undefined = before;
  for (const { header, lines } of parseUnitFile(source, name).sections) {
    if (header !== undefined && headerFault(header, version) !== undefined) return undefined;
    for (const line of lines) {
      if (line.kind === "not-utf8" || line.kind === "overlong") return undefined;
      if (line.kind === "entry" && header?.name.text === "Install") install = withEntry(line, unit, version, install);
      if (install === undefined) return undefined;
    }
  }
  return install;
}

function withEntry(
  { key, value }: EntrySyntax,
  unit: string,
  version: SystemdVersion,
  before: InstallSection,
): InstallSection | undefined {
  if (catalogAt(version).directive("Install", key.text) === undefined) return before;
  switch (key.text) {
    case "Alias":
      if (!aliasedTypes.has(readUnitName(unit)?.type ?? "")) return before;
      return { ...before, Alias: extended(before.Alias, value.text, version) };
    case "WantedBy":
    case "RequiredBy":
    case "UpheldBy":
      return { ...before, [key.text]: extended(before[key.text], value.text, version) };
    case "Also":
      return withAlso(value.text, unit, version, before);
    case "DefaultInstance":
      return withDefaultInstance(value.text, unit, version, before);
    default:
      return before;
  }
}

/** A list that goes on; of a line with broken quotes, old releases keep the words before them. */
function extended(list: readonly string[], text: string, version: SystemdVersion): readonly string[] {
  if (text === "") return [];
  const { words, failure } = splitWords(text, { unquote: true, retainEscape: true });
  return failure !== undefined && version >= WHOLE_LISTS_SINCE ? list : [...list, ...words.map(word => word.text)];
}

const WHOLE_LISTS_SINCE = 257;

function withAlso(
  text: string,
  unit: string,
  version: SystemdVersion,
  before: InstallSection,
): InstallSection | undefined {
  const { words, failure } = splitWords(text);
  const names = words.map(word => expand(word.text, unit, version, before.DefaultInstance));
  if (failure !== undefined || names.some(name => name === undefined || readUnitName(name) === undefined))
    return undefined;
  return { ...before, Also: [...before.Also, ...names.filter(name => name !== undefined)] };
}

/** Instances pass over it, and plain units do not need it. */
function withDefaultInstance(
  text: string,
  unit: string,
  version: SystemdVersion,
  before: InstallSection,
): InstallSection | undefined {
  if (readUnitName(unit)?.instance !== "") return before;
  const instance = expand(text, unit, version, before.DefaultInstance);
  if (instance === undefined || !/^[A-Za-z0-9:_.\\@-]*$/.test(instance)) return undefined;
  return { ...before, DefaultInstance: instance === "" ? undefined : instance };
}

/** A template stands for its default instance; undefined where a specifier does not exist. systemd: install_name_printf() */
function expand(
  text: string,
  unit: string,
  version: SystemdVersion,
  defaultInstance: string | undefined,
): string | undefined {
  const known = specifiersAt(version, "install");
  const name = readUnitName(unit);
  if (name === undefined) return undefined;
  const instance = name.instance === "" ? (defaultInstance ?? "") : (name.instance ?? "");
  const id = name.instance === "" ? withInstance(name, instance) : unit;
  const context = { version, manager: "system", section: "Install", name: "Also", type: name.type } as const;
  let unknown = false;
  const expanded = text.replace(/%([A-Za-z0-9%])/g, (_, letter: string) => {
    const specifier = known.get(letter);
    unknown ||= specifier === undefined && letter !== "%";
    return specifier?.example({ id, prefix: name.prefix, instance }, context) ?? "%";
  });
  return unknown ? undefined : expanded;
}
