/** What the server needs of the program that it runs in: Node, or a browser's worker. */
import type { RuleSettings } from "../lint/preset.ts";
import type { Rule } from "../lint/rule.ts";
import type { Target } from "../lint/targets.ts";
import type { Texts } from "../texts/texts.ts";
import type { Workspace, WorkspaceSettings } from "../workspace/workspace.ts";

/** The outside of the server. */
export interface Environment {
  /** Of unitlint. */
  readonly version: string;
  /** A workspace that judges by all rules, as `guard` gives them back. */
  readonly newWorkspace: (settings: WorkspaceSettings, guard: (rules: readonly Rule[]) => readonly Rule[]) => Workspace;
  /** The targets that names mean; without names, those of the roots. Names that mean nothing are told, and passed over. */
  readonly findTargets: (
    names: readonly string[],
    roots: readonly string[],
    tell: (problem: string) => void,
  ) => Targets;
  /** Brings a reader of YAML, for workspaces that are configured anew from then on. */
  readonly loadYaml: () => Promise<void>;
  readonly ruleIds: readonly string[];
  readonly defaultRules: RuleSettings;
  /** The address of the page about a rule. */
  readonly rulePage: (rule: string) => string | undefined;
  /** In milliseconds, from any beginning. */
  readonly now: () => number;
  /** What the host's clock shows: microseconds since 1970, and the name of the time zone. */
  readonly clock: () => { readonly now: bigint; readonly timezone: string };
  /** What there is to say about directives and words; read when it is first asked for. */
  readonly texts: () => Texts;
  /** Calls back after some milliseconds, or as soon as what waits was served. */
  readonly later: (milliseconds: number, callback: () => void) => void;
  /** Whether no message waits to be served. */
  readonly isIdle: () => boolean;
  /** Turns Graphviz' language into SVG; undefined where the package that draws is missing. */
  readonly drawSvg: (dot: string) => Promise<string | undefined>;
  /** Where the disk is out of reach: the files that the client sends. */
  readonly sentFiles?: SentFiles;
  /** Gives memory back that is not in use, and tells whether to try again in a while; takes its time, so only when nobody waits. */
  readonly giveBackMemory: () => boolean;
  /** Says on the error output, or where people look for such, what went wrong. */
  readonly complain: (problem: string) => void;
  /** Ends the program when another one ends. */
  readonly endWith: (process: number) => void;
  readonly exit: (status: number) => void;
}

/** Files that the client sends; see `sent-files.ts`. */
export interface SentFiles {
  /** Puts a file at an absolute path; without content it is gone. */
  put(path: string, content: { readonly bytes: Uint8Array } | { readonly link: string } | undefined): void;
  /** From now on it is up to the client to send files; until all are there, a search counts as under way. */
  expect(): void;
  /** All files are there. */
  complete(): void;
}

export type Targets = readonly [Target, ...Target[]];
