/** The unit files of an editor's session: the only thing in the core that changes. */
import type { RuleSettings } from "../lint/preset.ts";
import type { Rule } from "../lint/rule.ts";
import type { Target } from "../lint/targets.ts";
import { step, type WorkProgress } from "./catch-up.ts";
import type { ConfigReading } from "./config/reading.ts";
import { wantYaml } from "./config-files.ts";
import type { InputError } from "./discovery.ts";
import { changeDocument, closeDocument, type DocumentText, openDocument, saveDocument, touch } from "./edits.ts";
import type { FileHost } from "./file-host.ts";
import { type FileUri, pathOfUri } from "./file-uri.ts";
import type { ReadIgnoreRules } from "./ignore-rules.ts";
import type { Snapshot } from "./snapshot.ts";
import { configure, newState, readConfigsAgain, snapshotOf, unreadIn } from "./workspace-state.ts";

/** What a workspace rests on. */
export interface WorkspaceOptions {
  readonly host: FileHost;
  readonly rules: readonly Rule[];
  /** How git's ignore files are read; without it they have no say. */
  readonly ignoreRules?: ReadIgnoreRules;
  /** How configurations are read; without it there are none. */
  readonly configs?: ConfigReading;
}

/** What the user wants; the words are those of the command line. */
export interface WorkspaceSettings {
  /** The absolute paths of the folders that are open in the editor. */
  readonly folders: readonly string[];
  readonly targets: readonly [Target, ...Target[]];
  readonly ruleSettings: RuleSettings;
  readonly roots: readonly string[];
  readonly unitPaths: readonly string[];
}

/** Takes every change at once; the work is done when somebody asks for a snapshot, or step by step in the background. */
export interface Workspace {
  configure(settings: WorkspaceSettings): void;
  /** Text in an editor: it counts instead of what lies on disk. */
  open(document: DocumentText): void;
  /** The whole new text of an open document; nothing happens where it is not open. */
  change(uri: FileUri, version: number, text: string): void;
  /** Its text was written to disk. */
  save(uri: FileUri): void;
  /** From now on, what lies on disk counts. */
  close(uri: FileUri): void;
  /** Something happened to these files on disk: they were made, changed or removed. */
  touch(uris: readonly FileUri[]): void;
  snapshot(): Snapshot;
  /**
   * Does a short piece of what is left: looking for unit files, judging them all. Undefined where nothing is left to do. What changes
   * between two steps is taken into account.
   */
  step(): WorkProgress | undefined;
  /** Whether a configuration waits for a reader of YAML. */
  wantsYaml(): boolean;
  /** Reads all configurations again. */
  readConfigs(): void;
  /** What could not be read, by path: what is judged without it may be wrong. Complete once nothing is left to do. */
  unread(): readonly InputError[];
  /** Whether there may be files that no snapshot holds yet. */
  isFinding(): boolean;
}

/** A workspace without open files; its folders are looked through step by step. */
export function newWorkspace(options: WorkspaceOptions, settings: WorkspaceSettings): Workspace {
  const state = newState(options, settings);
  return {
    configure: wanted => configure(state, wanted),
    open: document => openDocument(state, document),
    change: (uri, version, text) => changeDocument(state, pathOfUri(uri), version, text),
    save: uri => saveDocument(state, pathOfUri(uri)),
    close: uri => closeDocument(state, pathOfUri(uri)),
    touch: uris => touch(state, uris.map(pathOfUri)),
    snapshot: () => snapshotOf(state),
    step: () => step(state),
    wantsYaml: () => wantYaml(state.judgings),
    readConfigs: () => readConfigsAgain(state),
    unread: () => unreadIn(state),
    isFinding: () => state.isStale || state.isFinding,
  };
}
