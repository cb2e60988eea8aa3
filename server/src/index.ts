/** The public API of the package `unitlint`: parse, read, lint, assess exposure, keep a workspace; no disk, no console. */
export {
  type Catalog,
  catalogAt,
  everKnown,
  isRemoved,
  knownVersions,
  newestVersion,
  withAdditions,
} from "./catalog/catalog.ts";
export type * from "./catalog/directive.ts";
export {
  type Assessment,
  type Exposure,
  type ExposureOptions,
  exposureOf,
  exposureText,
  type Level,
} from "./exposure/exposure.ts";
export { type Policy, parsePolicy } from "./exposure/policy.ts";
export { type Suggestion, type SuggestOptions, suggestDropIn } from "./exposure/suggest.ts";
export type * from "./lint/finding.ts";
export { type LintOptions, lint } from "./lint/lint.ts";
export { defaultSettings, type Preset, presets, type RuleSettings } from "./lint/preset.ts";
export type { Rule } from "./lint/rule.ts";
export {
  type Suppressed,
  type SuppressedFinding,
  type SuppressOptions,
  suppress,
} from "./lint/suppression/suppress.ts";
export { lintFor, type Target } from "./lint/targets.ts";

export type { Assignment } from "./model/assignment.ts";

export { type Block, readUnitFile, type UnitFile } from "./model/unit-file.ts";
export { type UnitFileName, unitFileName } from "./model/unit-file-name.ts";
export { rules } from "./rules/index.ts";
export { parse, parseSkeleton } from "./syntax/parse.ts";
export { print } from "./syntax/print.ts";
export type * from "./syntax/tree.ts";
export { type Position, SourceFile } from "./text/source-file.ts";
export type { Span } from "./text/span.ts";
export { applyEdits, type TextEdit } from "./text/text-edit.ts";
export { decodeUtf8, encodeUtf8 } from "./text/utf8.ts";
export type { FileHost } from "./workspace/file-host.ts";
export type { Snapshot, WorkspaceFile } from "./workspace/snapshot.ts";
export { newWorkspace, type Workspace, type WorkspaceOptions, type WorkspaceSettings } from "./workspace/workspace.ts";
