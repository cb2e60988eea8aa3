/** The extension in a host that runs on Node: the server is a process of its own, run by the host's Node. */
import type { ChildProcess } from "node:child_process";
import type { ExtensionContext, LogOutputChannel } from "vscode";
import {
  IPCMessageReader,
  IPCMessageWriter,
  LanguageClient,
  type MessageTransports,
  State,
} from "vscode-languageclient/node";
import { start } from "./extension.ts";

export { deactivate } from "./extension.ts";

/** Called by `bin/node.cjs`, which VS Code calls; `startServer` gives a process that nobody speaks to yet. */
export function activate(context: ExtensionContext, startServer: () => Promise<ChildProcess>): void {
  let server: ChildProcess | undefined;
  const { client } = start(context, (options, output) => {
    const connect = async () => {
      server = await startServer();
      return transports(server, output);
    };
    return new LanguageClient("unitlint", "unitlint", connect, options);
  });
  context.subscriptions.push(
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) end(server);
    }),
  );
}

function transports(server: ChildProcess, output: LogOutputChannel): MessageTransports {
  server.stderr?.on("data", (text: Buffer) => output.error(text.toString().trimEnd()));
  server.stdout?.on("data", (text: Buffer) => output.info(text.toString().trimEnd()));
  return { reader: new IPCMessageReader(server), writer: new IPCMessageWriter(server) };
}

/** A server that was asked to end does so in this time, in milliseconds. */
const LONGEST_END = 2000;

function end(server: ChildProcess | undefined): void {
  setTimeout(() => server?.kill(), LONGEST_END);
}
