/** The configurations of a workspace as files of their own: what is wrong with them, and which paths they rest on. */
import type { Finding } from "../lint/finding.ts";
import type { SourceFile } from "../text/source-file.ts";
import { isConfigPath } from "./config/find.ts";
import type { LoadedConfig } from "./config/load.ts";
import { openConfigs } from "./config/reading.ts";
import type { OpenDocument } from "./documents.ts";
import { type FileUri, uriOfPath } from "./file-uri.ts";
import { type Judgings, judgingsBy } from "./judging.ts";
import { folderOf } from "./path.ts";
import type { WorkspaceOptions, WorkspaceSettings } from "./workspace.ts";

/** One configuration that is open or has findings. */
export interface ConfigFile {
  readonly uri: FileUri;
  readonly source: SourceFile;
  /** Of the open document; undefined for what is not open. */
  readonly version: number | undefined;
  readonly findings: readonly Finding[];
}

/** How files are judged now: by the configurations on disk and in the editor, over the settings of the editor. */
export function judgingsFor(
  { configs: reading, host, rules }: WorkspaceOptions,
  settings: WorkspaceSettings,
  documents: ReadonlyMap<string, OpenDocument>,
): Judgings {
  const { targets, ruleSettings, roots, unitPaths } = settings;
  const usual = { targets, settings: ruleSettings, roots, unitPaths };
  if (reading === undefined) return judgingsBy(usual, undefined, rules);
  const open = new Map([...documents].map(([path, { source }]) => [path, source]));
  const { configs } = openConfigs(reading, host, open, settings);
  for (const path of documents.keys()) if (isConfigPath(path)) configs.config(`${folderOf(path)}/x`);
  return judgingsBy(usual, configs, rules);
}

/** Whether the configurations may say something else once this file changes. */
export function bearsOnConfigs(path: string, { configs }: Judgings): boolean {
  if (path.includes("/node_modules/")) return false;
  return configs !== undefined && (isConfigPath(path) || configs.loaded().some(({ rests }) => rests.includes(path)));
}

/** The configurations that were read so far, by path; those that are extended, too. */
export function configFiles(
  { configs }: Judgings,
  documents: ReadonlyMap<string, OpenDocument>,
  targets: Finding["targets"],
): ReadonlyMap<string, ConfigFile> {
  const files = new Map<string, ConfigFile>();
  for (const { source, findings } of configs?.loaded() ?? []) {
    for (const { path } of [source, ...findings.map(({ file }) => file)]) {
      const document = documents.get(path);
      const uri = document?.uri ?? uriOfPath(path);
      if (files.has(path) || uri === undefined) continue;
      const own = findings.filter(({ file }) => file.path === path).map(finding => ({ ...finding, targets }));
      const text = own[0]?.file ?? source;
      files.set(path, { uri, source: text, version: document?.version, findings: own });
    }
  }
  return files;
}

/** Whether one of them waits for a reader of YAML. */
export function wantYaml({ configs }: Judgings): boolean {
  return configs?.loaded().some(({ wantsYaml }: LoadedConfig) => wantsYaml) === true;
}
