/** The ways to a client: standard input and output, a port of this host, Node's channel between processes. */
import { createServer, type Socket } from "node:net";
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
  SocketMessageWriter,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { readMessages } from "./message-reader.ts";

/** Which way to take; standard input and output by default. */
export interface TransportOptions {
  /** The port of the loopback interface at which to wait for one client. */
  readonly socket?: number | undefined;
  readonly nodeIpc?: boolean | undefined;
}

/** An open way. */
export interface Transport {
  readonly connection: MessageConnection;
  /** Whether nothing came in or was served since the last call. */
  readonly isIdle: () => boolean;
  /** Calls back once what was sent is on its way. */
  readonly flush: (callback: () => void) => void;
}

/** Opens the way; throws an error for people where that fails. */
export async function openTransport({ socket, nodeIpc }: TransportOptions): Promise<Transport> {
  if (nodeIpc === true) {
    if (process.send === undefined) throw new Error("--node-ipc: this process was not forked by Node");
    process.on("disconnect", () => process.exit(1));
    return transportOver(new IPCMessageReader(process), new IPCMessageWriter(process), setImmediate);
  }
  if (socket !== undefined) {
    const client = await acceptClient(socket);
    const flush = (callback: () => void) => client.end(callback);
    return transportOver(readMessages(client), new SocketMessageWriter(client), flush);
  }
  const { stdin, stdout } = process;
  stdout.on("error", () => process.exit(1));
  const flush = (callback: () => void) => stdout.write("", callback);
  return transportOver(readMessages(stdin), new StreamMessageWriter(stdout), flush);
}

function transportOver(reader: MessageReader, writer: MessageWriter, flush: Transport["flush"]): Transport {
  let events = 0;
  let seen = 0;
  const counting: MessageReader = {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: callback =>
      reader.listen(message => {
        events++;
        callback(message);
      }),
  };
  const connection = createMessageConnection(counting, writer, logger, {
    messageStrategy: {
      handleMessage(message, next) {
        events++;
        return next(message);
      },
    },
  });
  connection.onError(([error]) => logger.error(error.message));
  return {
    connection,
    isIdle() {
      const isIdle = events === seen;
      seen = events;
      return isIdle;
    },
    flush,
  };
}

/** Standard output belongs to the protocol. */
const logger = {
  error: (message: string) => process.stderr.write(`unitlint: ${message}\n`),
  warn: (message: string) => process.stderr.write(`unitlint: ${message}\n`),
  info: () => {},
  log: () => {},
};

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
