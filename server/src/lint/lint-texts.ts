/** Judges unit files that lie on no disk: in examples, specs and documents. */
import { catalogAt, newestVersion } from "../catalog/catalog.ts";
import type { SystemdVersion } from "../catalog/directive.ts";
import { readOnce } from "../model/file-reading.ts";
import { stockFolder } from "../model/stock-folder.ts";
import type { UnitFile } from "../model/unit-file.ts";
import { type UnitFileName, unitFileName } from "../model/unit-file-name.ts";
import { openUnitSet } from "../model/unit-set.ts";
import { virtualFolder } from "../model/virtual-folder.ts";
import { virtualRoot } from "../model/virtual-root.ts";
import { SourceFile } from "../text/source-file.ts";
import { byPlace, type Finding } from "./finding.ts";
import { lint } from "./lint.ts";
import { lintUnits } from "./lint-units.ts";
import { defaultSettings, type RuleSettings } from "./preset.ts";
import type { Rule } from "./rule.ts";
import { suppress } from "./suppression/suppress.ts";
import { worldOf } from "./world.ts";

/**
 * Texts by their paths; folders on the way to them do not matter, but for `NAME.d` and its like. Absolute paths of what is no unit file make a root;
 * programs in it begin with `#!`.
 */
export type Texts = Readonly<Record<string, string>>;

/** All findings in some texts that belong together, by file and place. Throws a RangeError for a path that names no unit file. */
export function lintTexts(
  texts: Texts,
  rules: readonly Rule[],
  version: SystemdVersion = newestVersion,
  settings: RuleSettings = defaultSettings,
): Finding[] {
  const entries = Object.entries(texts);
  const inRoot = new Map(entries.filter(([path]) => isInRoot(path)));
  const files = entries
    .filter(([path]) => !inRoot.has(path))
    .map(([path, text]) => ({
      source: new SourceFile(path, text),
      name: isLink(text) ? undefined : nameOf(path),
    }));
  const catalog = catalogAt(version);
  const options = { settings, target: String(version) };
  const manager = files[0]?.name?.manager ?? "system";
  const folder = virtualFolder(
    ".",
    inRoot.size > 0 ? "config" : "given",
    files.map(({ source }) => [placeIn(source.path), source]),
  );
  const named = files.filter((file): file is { source: SourceFile; name: UnitFileName } => file.name !== undefined);
  const fragments = named.flatMap(({ name }) => (name.role === "fragment" ? [name.unit] : []));
  const sources = new Set(named.map(({ source }) => source));
  const set = openUnitSet([folder, stockFolder(version, manager)], manager, catalog);
  const isLinted = ({ source }: UnitFile) => sources.has(source);
  const world = worldOf({ set, names: fragments, preset: settings.preset, isLinted, rootFiles: virtualRoot(inRoot) });
  const ofUnits = lintUnits(world, rules, options).findings;
  return named.flatMap(({ source, name }) => {
    const file = readOnce(source, name, catalog);
    const found = [...lint(file, rules, options), ...ofUnits.filter(({ file }) => file === source)].sort(byPlace);
    return suppress(found, file, { rules, settings, targets: [options.target] }).findings;
  });
}

/** What lies in the root and is no unit file. */
function isInRoot(path: string): boolean {
  return (
    path.startsWith("/") && unitFileName(path) === undefined && !/\/systemd\/|\.(?:wants|requires|upholds)\//.test(path)
  );
}

/** What `virtualFolder` takes for a link. */
function isLink(text: string): boolean {
  return /^-> \S+\n?$/.test(text);
}

/** Links are no unit files of their own, nor is what lies beside drop-ins and is none. */
function nameOf(path: string): UnitFileName | undefined {
  if (/\.(?:wants|requires|upholds)\/[^/]+$/.test(path)) return undefined;
  const name = unitFileName(path);
  if (name === undefined && !/\.d\/[^/]+$/.test(path)) throw new RangeError(`${path} names no unit file`);
  return name;
}

/** Without the folders above: `app.service.d/x.conf` of `etc/app.service.d/x.conf`. */
function placeIn(path: string): string {
  return /[^/]+\.(?:d|wants|requires|upholds)\/[^/]+$/.exec(path)?.[0] ?? path.slice(path.lastIndexOf("/") + 1);
}
