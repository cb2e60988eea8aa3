/** What the parts of the extension share. */
import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Made once, when the extension is activated. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  /**
   * The way to the language server, which may still be starting: `sendRequest` waits for it. URIs go to it by `code2ProtocolConverter.asUri` and
   * come from it by `protocol2CodeConverter.asUri`, as a browser's server knows files under other addresses.
   */
  readonly client: BaseLanguageClient;
  readonly output: vscode.LogOutputChannel;
}
