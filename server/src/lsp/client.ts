/** What the client can do, as far as it matters here. */
import type { ClientCapabilities, DiagnosticTag, ResourceOperationKind } from "vscode-languageserver";
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
export function readClient(capabilities: ClientCapabilities): Client {
  const { workspace, textDocument, window, general } = capabilities;
  const publish = textDocument?.publishDiagnostics;
  const pull = textDocument?.diagnostic;
  const watch = workspace?.didChangeWatchedFiles;
  const offered = general?.positionEncodings;
  const fileOperations = workspace?.workspaceEdit?.resourceOperations ?? [];
  return {
    encoding: chooseEncoding(Array.isArray(offered) ? offered : undefined),
    pullsDiagnostics: pull !== undefined && pull !== null,
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
