/** The entry of the language server: how it reaches its client, and what it needs of Node. */
import { parseArgs } from "node:util";
import manifest from "../../package.json" with { type: "json" };
import { diskHost } from "../platform/disk-host.ts";
import { gitIgnore, gitPatterns } from "../platform/git-ignore.ts";
import { hostSystemdVersion } from "../platform/host-systemd.ts";
import { readJsonText } from "../platform/json-text.ts";
import { boundGarbage, giveBackMemory } from "../platform/memory.ts";
import { readTexts } from "../platform/read-texts.ts";
import { rulePage } from "../platform/rule-pages.ts";
import { coreEnvironment } from "./core-environment.ts";
import type { Environment } from "./environment.ts";
import { serve } from "./server.ts";
import { complain, openTransport, type TransportOptions } from "./transport.ts";

/** How to reach the client, and whom to outlive. */
export interface ServerArguments extends TransportOptions {
  /** The process to end with, besides the one that `initialize` names. */
  readonly clientProcessId?: number | undefined;
}

/** Serves one client, and ends the process when that is over. */
export async function startServer({ clientProcessId, ...options }: ServerArguments): Promise<never> {
  let hasShutDown = false;
  const leave = (status: number) => process.exit(status);
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, error => complain(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }
  const transport = await openTransport(options);
  const environment: Environment = {
    ...nodeEnvironment,
    isIdle: transport.isIdle,
    exit(status) {
      hasShutDown = true;
      transport.flush(() => leave(status));
    },
  };
  transport.connection.onClose(() => hasShutDown || leave(1));
  if (clientProcessId !== undefined) environment.endWith(clientProcessId);
  serve(transport.connection, environment);
  setTimeout(boundGarbage, STARTED).unref();
  return new Promise<never>(() => {});
}

/** After which a workspace is read and judged, which is quicker with more garbage, in milliseconds. */
const STARTED = 10_000;

/** Reads the arguments of `unitlint-language-server`, and starts it. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    const { values } = parseArgs({ args: [...argv], options: serverOptions });
    if (values.version) process.stdout.write(`${manifest.version}\n`);
    else if (values.help) process.stdout.write(usage);
    else await startServer(serverArguments(values));
  } catch (error) {
    process.stderr.write(`unitlint-language-server: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}

const serverOptions = {
  stdio: { type: "boolean" },
  socket: { type: "string" },
  "node-ipc": { type: "boolean" },
  clientProcessId: { type: "string" },
  version: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const usage = `Usage: unitlint-language-server [--stdio | --socket PORT | --node-ipc] [--clientProcessId PID]

Serves editors over the Language Server Protocol: on standard input and output, or at a port of this host.
`;

function serverArguments(values: { socket?: string; "node-ipc"?: boolean; clientProcessId?: string }): ServerArguments {
  const { socket, clientProcessId } = values;
  return {
    socket: socket === undefined ? undefined : Number(socket),
    nodeIpc: values["node-ipc"],
    clientProcessId: clientProcessId === undefined ? undefined : Number(clientProcessId),
  };
}

const nodeEnvironment: Omit<Environment, "isIdle" | "exit"> = {
  ...coreEnvironment({
    host: diskHost,
    ignoreRules: gitIgnore,
    hostVersion: hostSystemdVersion,
    configs: { readJson: readJsonText, readPatterns: gitPatterns },
    loadYaml: async () => (await import("../platform/yaml-text.ts")).readYamlText,
  }),
  giveBackMemory,
  rulePage,
  texts: readTexts,
  later: (milliseconds, callback) => {
    if (milliseconds > 0) setTimeout(callback, milliseconds);
    else setImmediate(callback);
  },
  complain,
  drawSvg: async dot => (await import("../platform/draw-svg.ts")).drawSvg(dot),
  endWith(client) {
    setInterval(() => isAlive(client) || process.exit(1), 1000).unref();
  },
};

function isAlive(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
