/** Makes snapshots. */
import { once } from "../catalog/lazy.ts";
import { byPlace, type Finding, isSameFinding } from "../lint/finding.ts";
import { mentionsSuppression } from "../lint/suppression/placed.ts";
import { judgedName } from "../lint/world.ts";
import { readOnce } from "../model/file-reading.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitFileName } from "../model/unit-file-name.ts";
import type { UnitSet } from "../model/unit-set.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { ConfigFile } from "./config-files.ts";
import type { FileHost } from "./file-host.ts";
import { type FileUri, pathOfUri, uriOfPath } from "./file-uri.ts";
import type { FindingsByFile, GroupView } from "./group-view.ts";
import type { Inventory } from "./inventory.ts";
import type { Judgings } from "./judging.ts";
import type { Snapshot, WorkspaceFile } from "./snapshot.ts";

/** A text that took the place of the one in the inventory, or that is open. */
export interface CurrentText {
  readonly source: SourceFile;
  /** Of an open document. */
  readonly open?: { readonly uri: FileUri; readonly version: number };
}

/** What a snapshot shows. */
export interface Instant {
  readonly host: FileHost;
  readonly judgings: Judgings;
  /** The configurations, by path. */
  readonly configs: ReadonlyMap<string, ConfigFile>;
  readonly folders: readonly string[];
  readonly roots: readonly string[];
  readonly inventory: Inventory;
  /** The groups of the inventory as they are now. */
  readonly groups: readonly GroupView[];
  /** By path; other files are as the inventory has them. */
  readonly texts: ReadonlyMap<string, CurrentText>;
  /** Whether all files are judged, and not only those that are open. */
  readonly isWhole: boolean;
}

/** The snapshot of an instant. */
export function takeSnapshot(instant: Instant): Snapshot {
  const { host, judgings, configs, folders, roots, inventory, texts } = instant;
  const { targets, settings } = judgings.usual;
  const known = new Map<string, WorkspaceFile>();
  const fileAt = (path: string): WorkspaceFile | undefined => {
    const file = known.get(path) ?? makeFile(instant, path);
    if (file !== undefined) known.set(path, file);
    return file;
  };
  const all = once(() => [...inventory.files.keys()].flatMap(path => fileAt(path) ?? []));
  const ofUnits = once(() => (instant.isWhole ? instant.groups.map(group => group.findings()) : openFindings(instant)));
  const findingsAt = rememberFindings((path: string) => {
    const file = fileAt(path);
    if (file === undefined) return configs.get(path)?.findings ?? [];
    const { source, name } = file;
    const judging = judgings.of(path);
    return judging.told(merged(judging.ofFile(source, name), ofUnits(), source), source, name, instant.isWhole);
  });
  return {
    targets,
    catalog: targets[0].catalog,
    settings,
    folders,
    roots,
    host,
    get files() {
      return all();
    },
    file: uri => fileAt(pathOfUri(uri)),
    configs: [...configs.values()],
    config: uri => configs.get(pathOfUri(uri)),
    uriOf: ({ path }) => texts.get(path)?.open?.uri ?? configs.get(path)?.uri ?? uriOfPath(path),
    findings: uri => findingsAt(pathOfUri(uri)),
    troubled: () => [
      ...troubled(instant, ofUnits(), findingsAt),
      ...[...configs.values()].filter(({ findings }) => findings.length > 0).map(({ uri }) => uri),
    ],
  };
}

/** What comments suppress, and what there is to say of them, is worked out only where there are any. */
function troubled(
  { inventory, texts, judgings }: Instant,
  ofUnits: readonly FindingsByFile[],
  findingsAt: (path: string) => readonly Finding[],
): readonly FileUri[] {
  const uris: FileUri[] = [];
  for (const [path, { source: known, name }] of inventory.files) {
    const source = texts.get(path)?.source ?? known;
    const isTroubled = mentionsSuppression(source.text)
      ? findingsAt(path).length > 0
      : judgings.of(path).ofFile(source, name).length > 0 || ofUnits.some(byFile => byFile.has(source));
    const uri = isTroubled ? (texts.get(path)?.open?.uri ?? uriOfPath(path)) : undefined;
    if (uri !== undefined) uris.push(uri);
  }
  return uris;
}

function rememberFindings(compute: (path: string) => readonly Finding[]): (path: string) => readonly Finding[] {
  const known = new Map<string, readonly Finding[]>();
  return path => {
    const findings = known.get(path) ?? compute(path);
    known.set(path, findings);
    return findings;
  };
}

/** The unit findings of the open files among each other. */
function openFindings({ groups, texts }: Instant): readonly FindingsByFile[] {
  return groups.flatMap(group => {
    const open = group.group.members.filter(({ source }) => texts.get(source.path)?.open !== undefined);
    return open.length === 0 ? [] : [group.findingsOf(open.map(({ name }) => name.unit))];
  });
}

function merged(
  ofFile: readonly Finding[],
  ofUnits: readonly FindingsByFile[],
  source: SourceFile,
): readonly Finding[] {
  const found: Finding[] = [];
  for (const byFile of ofUnits) {
    for (const finding of byFile.get(source) ?? []) {
      if (!found.some(other => isSameFinding(other, finding))) found.push(finding);
    }
  }
  return found.length === 0 ? ofFile : [...ofFile, ...found].sort(byPlace);
}

function makeFile({ inventory, groups, texts, judgings }: Instant, path: string): WorkspaceFile | undefined {
  const file = inventory.files.get(path);
  const group = groups[inventory.groupOf.get(path) ?? -1];
  const uri = texts.get(path)?.open?.uri ?? uriOfPath(path);
  if (file === undefined || group === undefined || uri === undefined) return undefined;
  const { name } = file;
  const source = texts.get(path)?.source ?? file.source;
  const { targets } = judgings.of(path);
  const unitFile = once(() => readOnce(source, name, targets[0].catalog));
  return {
    uri,
    source,
    name,
    version: texts.get(path)?.open?.version,
    targets,
    settings: judgings.settingsOf(path),
    get unitFile() {
      return unitFile();
    },
    get set() {
      return group.set();
    },
    get unit() {
      return unitOf(name, group.set());
    },
  };
}

function unitOf({ unit, type }: UnitFileName, set: UnitSet): Unit | undefined {
  return unit === type ? undefined : set.unit(judgedName(unit, set));
}
