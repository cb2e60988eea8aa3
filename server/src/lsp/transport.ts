/** The ways to a client: standard input and output, a port of this host, Node's channel between processes. */
import { createServer, type Socket } from "node:net";
import {
  IPCMessageReader,
  IPCMessageWriter,
  SocketMessageWriter,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { type Transport, transportOver } from "./connection.ts";
import { readMessages } from "./message-reader.ts";

/** Which way to take; standard input and output by default. */
export interface TransportOptions {
  /** The port of the loopback interface at which to wait for one client. */
  readonly socket?: number | undefined;
  readonly nodeIpc?: boolean | undefined;
}

/** Opens the way; throws an error for people where that fails. */
export async function openTransport({ socket, nodeIpc }: TransportOptions): Promise<Transport> {
  if (nodeIpc === true) {
    if (process.send === undefined) throw new Error("--node-ipc: this process was not forked by Node");
    process.on("disconnect", () => process.exit(1));
    return transportOver(new IPCMessageReader(process), new IPCMessageWriter(process), setImmediate, complain);
  }
  if (socket !== undefined) {
    const client = await acceptClient(socket);
    const flush = (callback: () => void) => client.end(callback);
    return transportOver(readMessages(client), new SocketMessageWriter(client), flush, complain, client);
  }
  const { stdin, stdout } = process;
  stdout.on("error", () => process.exit(1));
  const flush = (callback: () => void) => stdout.write("", callback);
  return transportOver(readMessages(stdin), new StreamMessageWriter(stdout), flush, complain, stdin);
}

/** Standard output belongs to the protocol. */
export function complain(problem: string): void {
  process.stderr.write(`unitlint: ${problem}\n`);
}

/** Waits at a port that nobody but this host can reach. */
function acceptClient(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const server = createServer(client => {
      server.close();
      client.setNoDelay(true);
      resolve(client);
    });
    server.on("error", reject);
    server.listen(port, "127.0.0.1");
  });
}
