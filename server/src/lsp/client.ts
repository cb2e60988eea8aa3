/** What the client can do, as far as it matters here. */
import type { ClientCapabilities, DiagnosticTag, ResourceOperationKind } from "vscode-languageserver";
import { isRecord } from "./params.ts";
import { chooseEncoding, type Encoding } from "./positions.ts";

/** Read once from `initialize`. */
export interface Client {
  readonly encoding: Encoding;
  /** Whether it asks for diagnostics, so that none are pushed. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticTags: readonly DiagnosticTag[];
  /** Whether it answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly relativePatterns: boolean;
  readonly progress: boolean;
  /** Whether it takes edits as `documentChanges`; whoever takes operations on files does, and Neovim 0.7 says no more than that. */
  readonly documentChanges: boolean;
  readonly fileOperations: readonly ResourceOperationKind[];
  readonly capabilities: ClientCapabilities;
}

/** Reads the client's capabilities; anything odd counts as absent. */
export function readClient(given: unknown): Client {
  const capabilities = sound(given) as ClientCapabilities;
  const { workspace, textDocument, window, general } = capabilities;
  const publish = textDocument?.publishDiagnostics;
  const pull = textDocument?.diagnostic;
  const watch = workspace?.didChangeWatchedFiles;
  const offered = general?.positionEncodings;
  const fileOperations = workspace?.workspaceEdit?.resourceOperations ?? [];
  return {
    encoding: chooseEncoding(offered),
    pullsDiagnostics: pull !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: pull?.relatedInformation === true || publish?.relatedInformation === true,
    codeDescription: pull?.codeDescriptionSupport === true || publish?.codeDescriptionSupport === true,
    diagnosticTags: (pull?.tagSupport ?? publish?.tagSupport)?.valueSet ?? [],
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: watch?.dynamicRegistration === true,
    relativePatterns: watch?.relativePatternSupport === true,
    progress: window?.workDoneProgress === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true || fileOperations.length > 0,
    fileOperations,
    capabilities,
  };
}

/** Without what is null, and without lists and numbers that are none. */
function sound(given: unknown, depth = 0): object {
  if (!isRecord(given) || depth > DEEPEST) return {};
  const members = Object.entries(given).flatMap(([name, value]): (readonly [string, unknown])[] => {
    if (value === null || value === undefined) return [];
    if (lists.has(name)) return Array.isArray(value) ? [[name, value]] : [];
    if (numbers.has(name)) return typeof value === "number" ? [[name, value]] : [];
    return [[name, isRecord(value) ? sound(value, depth + 1) : value]];
  });
  return Object.fromEntries(members);
}

const DEEPEST = 10;
const lists: ReadonlySet<string> = new Set([
  "contentFormat",
  "documentationFormat",
  "positionEncodings",
  "properties",
  "resourceOperations",
  "valueSet",
]);
const numbers: ReadonlySet<string> = new Set(["rangeLimit"]);
