/** Settings of sockets that do nothing for what they listen on. Each row names the functions in src/core/socket.c that decide, as read in 252, 257 and 262. */
import { type Asked, needs, type Row } from "./row.ts";

const addresses = ["ListenStream", "ListenDatagram", "ListenSequentialPacket"];

/** In no order. */
export const socketRows: readonly Row[] = [
  // systemd: socket_address_listen(), src/shared/socket-label.c
  {
    ...needs(
      ["Socket"],
      ["Backlog"],
      ["ListenStream", "ListenSequentialPacket"],
      "nothing here has connections that could wait",
    ),
    harmless: true,
  },
  // systemd: socket_enter_running()
  {
    ...socket(["MaxConnections", "MaxConnectionsPerSource"], ["Accept"]),
    why: ({ flag, text }) =>
      flag("Accept", false) || text("MaxConnections") === "0" ? undefined : "without Accept=yes",
    effect: "the service takes the connections itself, and as many as it likes",
  },
  {
    ...socket(["FlushPending"], ["Accept", "FlushPending"]),
    why: ({ flag }) => (flag("Accept", false) && flag("FlushPending", false) ? "with Accept=yes" : undefined),
    effect: "nothing is thrown away",
  },
  // systemd: socket_apply_fifo_options(), special_address_create(), mq_address_create()
  needs(["Socket"], ["PipeSize"], ["ListenFIFO"], "there is no pipe that could have this size"),
  needs(["Socket"], ["Writable"], ["ListenSpecial"], "there is no special file to open"),
  {
    ...needs(
      ["Socket"],
      ["MessageQueueMaxMessages"],
      ["MessageQueueMessageSize"],
      "the queue gets the sizes of the kernel",
    ),
  },
  needs(["Socket"], ["MessageQueueMessageSize"], ["MessageQueueMaxMessages"], "the queue gets the sizes of the kernel"),
  // systemd: socket_chown(), which takes message queues along in 257 and 262, but not in 252
  {
    ...socket(["SocketUser", "SocketGroup"], addresses),
    why: asked =>
      hasPath(asked) || asked.has("ListenFIFO") || asked.has("ListenMessageQueue") ? undefined : nothingInFiles,
    effect: "any user may connect",
  },
  // systemd: socket_address_listen(), src/shared/socket-label.c; fifo_address_create(), mq_address_create(), socket_symlink()
  {
    ...socket(["SocketMode"], addresses),
    why: asked =>
      hasPath(asked) || asked.has("ListenFIFO") || asked.has("ListenMessageQueue") ? undefined : nothingInFiles,
    effect: "any user may connect",
  },
  {
    ...socket(["DirectoryMode"], addresses),
    why: asked => (hasPath(asked) || asked.has("ListenFIFO") || asked.has("Symlinks") ? undefined : nothingInFiles),
    effect: "systemd makes no folder that could have this mode",
    harmless: true,
  },
  // systemd: socket_close_fds()
  {
    ...socket(["RemoveOnStop"], addresses),
    why: asked =>
      !asked.flag("RemoveOnStop", false) ||
      hasPath(asked) ||
      ["ListenFIFO", "ListenMessageQueue", "Symlinks"].some(asked.has)
        ? undefined
        : nothingInFiles,
    effect: "there is nothing to remove",
    harmless: true,
  },
  // systemd: socket_apply_socket_options()
  {
    ...socket(["NoDelay", "DeferAcceptSec", "TCPCongestion"], addresses),
    why: ({ texts }) =>
      texts("ListenStream").length > 0 && texts("ListenStream").every(isLocal)
        ? "for sockets that are no TCP sockets"
        : undefined,
    effect: "systemd complains when it opens the socket, and goes on",
  },
  // systemd: socket_address_listen(), src/shared/socket-label.c
  {
    ...socket(["BindIPv6Only"], addresses),
    why: ({ texts }) =>
      addresses.flatMap(texts).every(address => isLocal(address) || /^\d+\.\d+\.\d+\.\d+:\d+$/.test(address))
        ? "without an address of IPv6, or a port alone"
        : undefined,
    effect: "nothing here could be bound to both families",
    harmless: true,
  },
];

const nothingInFiles = "for what has no path: ports, abstract names, netlink";

function socket(names: readonly string[], reads: readonly string[]): Pick<Row, "names" | "sections" | "reads"> {
  return { names, sections: ["Socket"], reads };
}

/** Whether a socket in the file system may be among the addresses; a specifier may stand for one. */
function hasPath({ texts }: Asked): boolean {
  return addresses.flatMap(texts).some(address => address.startsWith("/") || address.startsWith("%"));
}

/** A path, an abstract name or a virtual machine's. */
function isLocal(address: string): boolean {
  return /^(?:[/@]|vsock:)/.test(address);
}
