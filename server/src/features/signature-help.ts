/** Signature help: what the pieces of a command line or of a condition are, and which one is being written. */
import { lineAt } from "../model/line-at.ts";
import { valueAt } from "../model/value-at.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { commandSignature } from "./signature-help/commands.ts";
import { conditionSignatures } from "./signature-help/conditions.ts";
import type { SignatureHelp } from "./signature-help/signature.ts";

/** The characters at which clients ask by themselves, besides those at which they ask again. */
export const signatureTriggers: readonly string[] = ["=", " ", "("];
/** The characters at which clients ask again while a signature is shown. */
export const signatureRetriggers: readonly string[] = [":", "/", ".", "<", ">", "|", "!", "-", "@", "+", ";", ")"];

/** The signatures of the value at an offset; undefined where it is neither a command line nor a condition. */
export function signatureHelp(snapshot: Snapshot, uri: FileUri, offset: number): SignatureHelp | undefined {
  const file = snapshot.file(uri);
  const line = file && lineAt(file.unitFile, offset);
  const value = line && valueAt(file.unitFile, line);
  if (value === undefined) return undefined;
  if (value.kind.id === "command-line") return commandSignature(value);
  return value.kind.id.startsWith("condition-") ? conditionSignatures(value) : undefined;
}
