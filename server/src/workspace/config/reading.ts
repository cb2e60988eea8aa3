/** How a workspace reads configurations: from its host, with those that are open in the editor in place of those on disk. */
import type { RuleSettings } from "../../lint/preset.ts";
import type { Target } from "../../lint/targets.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { encodeUtf8 } from "../../text/utf8.ts";
import type { FileHost } from "../file-host.ts";
import { type Configs, configsOver } from "./configs.ts";
import { configFinder, type FindConfig } from "./find.ts";
import type { ConfigSource } from "./load.ts";
import { matcher, type ReadPatterns } from "./match.ts";

/** What reading them takes, besides the disk. */
export interface ConfigReading extends Omit<ConfigSource, "host" | "show"> {
  readonly readPatterns: ReadPatterns;
  /** The targets that names mean; without names, those that the roots hold. */
  readonly targetsNamed: (names: readonly string[], roots: readonly string[]) => readonly [Target, ...Target[]];
}

/** What counts where no configuration says anything: the settings of the editor. */
export interface EditorSettings {
  readonly targets: readonly [Target, ...Target[]];
  readonly ruleSettings: RuleSettings;
  readonly roots: readonly string[];
  readonly unitPaths: readonly string[];
}

/** The configurations of a workspace, and how they are found. */
export interface WorkspaceConfigs {
  readonly configs: Configs;
  readonly find: FindConfig;
}

/** Reads them anew; `open` are the texts of the documents that are configurations. */
export function openConfigs(
  { readPatterns, targetsNamed, ...reading }: ConfigReading,
  disk: FileHost,
  open: ReadonlyMap<string, SourceFile>,
  { targets, ruleSettings, roots, unitPaths }: EditorSettings,
): WorkspaceConfigs {
  const host: Pick<FileHost, "kind" | "read"> = {
    kind: path => (open.has(path) ? "file" : disk.kind(path)),
    read(path) {
      const text = open.get(path)?.text;
      return text === undefined ? disk.read(path) : { bytes: encodeUtf8(text) };
    },
  };
  const find = configFinder(host);
  const configs = configsOver({
    find,
    source: { ...reading, host },
    matches: matcher(readPatterns),
    base: { targets: [], roots, unitPaths, settings: ruleSettings },
    targetsNamed: (names, roots) => (names.length === 0 ? targets : targetsNamed(names, roots)),
  });
  return { configs, find };
}
