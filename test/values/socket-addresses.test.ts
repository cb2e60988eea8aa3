/** What sockets listen on. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("ports, addresses, paths and names", () => {
  checkValues(
    "socket-address",
    [
      ["", ""],
      ["80", "[::]:80"],
      ["127.0.0.1:80", "127.0.0.1:80"],
      ["[::1]:80", "[::1]:80"],
      ["[fe80::1]:80%%eth0", "[fe80::1]:80%eth0"],
      ["/run/%p.sock", "/run/app.sock"],
      ["@app", "@app"],
      ["vsock:2:1234", "vsock:2:1234"],
      ["vsock-stream:any:80", "vsock-stream:any:80"],
    ],
    { section: "Socket", type: "socket", name: "ListenStream", unit: "app.socket" },
  );
});

test("what is no address, and what people mean by it", () => {
  checkValues(
    "socket-address",
    [
      ["«0»", "0 is no port; ports go from 1 to 65535"],
      ["«65536»", "65536 is no port; ports go from 1 to 65535"],
      ["«:80»", ":80 is no address; the port 80 alone means all addresses"],
      ["«*:80»", "*:80 is no address; the port 80 alone means all addresses"],
      ["«127.0.0.1»", "127.0.0.1 has no port; write 127.0.0.1:PORT"],
      ["«::1»", "::1 has no port; write [::1]:PORT"],
      ["«127.0.0.1:http»", "http is no port; ports go from 1 to 65535"],
      ["«localhost:80»", "localhost:80 is no address: host names are not resolved; write 127.0.0.1:80 or [::1]:80"],
      ["«example.com:80»", "example.com:80 is no address: host names are not resolved; write an IP address"],
      ["«tcp://127.0.0.1:80»", "tcp://127.0.0.1:80 must be written without tcp://"],
      ["«unix:/run/a»", "unix:/run/a must be written without unix:"],
      ["«run/a»", "The path run/a must start with a /"],
      ["«[fe80::1%%eth0]:80»", "The interface goes behind the port: [fe80::1]:80%eth0, and % is written %%"],
      ["«nonsense»", "nonsense is no address; write a port, an IP address with a port, a path or @name"],
      ["«%Z»", "There is no specifier %Z; write %%Z for a percent sign"],
    ],
    { section: "Socket", type: "socket", name: "ListenStream", unit: "app.socket" },
  );
});

test("paths: not too long, and not below /var/run", () => {
  checkValues(
    "socket-address",
    [
      ["«/»", "A path must follow the /"],
      ["«@»", "A name must follow the @"],
      [
        "«/run/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa»",
        "The path of a socket has at most 107 bytes, this one 108",
      ],
      ["«/var/run»/a", "notes: /var/run is the old name of /run; systemd takes the path for one below /run"],
    ],
    { section: "Socket", type: "socket", name: "ListenStream", unit: "app.socket" },
  );
});

test("vsock needs a CID and a port", () => {
  checkValues(
    "socket-address",
    [
      ["«vsock:2»", "vsock:2 has no port; write vsock:CID:PORT"],
      ["«vsock:x:1»", "x is no CID; write a number, hypervisor, local, host, any, -1 or nothing for any"],
      ["«vsock:2:x»", "x is no port of a vsock address; write a number up to 4294967294"],
      ["«vsock:1:4294967295»", "4294967295 is no port of a vsock address; write a number up to 4294967294"],
    ],
    { section: "Socket", type: "socket", name: "ListenStream", unit: "app.socket" },
  );
});

test("252 knows only vsock:", () => {
  checkValues(
    "socket-address",
    [
      ["«vsock-stream:2:3»", "vsock-stream: is unknown before systemd 253; write vsock:"],
      ["«vsock:host:1»", "host is no CID; write a number or nothing for any"],
      ["vsock:1:4294967295", "vsock:1:4294967295"],
    ],
    { section: "Socket", type: "socket", name: "ListenStream", unit: "app.socket", version: 252 },
  );
});

test("257 has no word for any CID", () => {
  checkValues(
    "socket-address",
    [
      ["vsock:host:1", "vsock:host:1"],
      ["«vsock:any:1»", "any is no CID; write a number, hypervisor, local, host or nothing for any"],
    ],
    { section: "Socket", type: "socket", name: "ListenStream", unit: "app.socket", version: 257 },
  );
});

test("sequential packets only on UNIX sockets", () => {
  checkValues(
    "socket-address-sequential",
    [
      ["", ""],
      ["/run/a", "/run/a"],
      ["@a", "@a"],
      ["«80»", "80 is no address of a UNIX socket, which ListenSequentialPacket= needs; write a path or @name"],
      [
        "«127.0.0.1:80»",
        "127.0.0.1:80 is no address of a UNIX socket, which ListenSequentialPacket= needs; write a path or @name",
      ],
    ],
    { section: "Socket", type: "socket", name: "ListenSequentialPacket", unit: "app.socket" },
  );
});

test("netlink families and groups", () => {
  checkValues(
    "netlink-address",
    [
      ["", ""],
      ["kobject-uevent 1", "kobject-uevent 1"],
      ["16", "16"],
      ["route", "route"],
      ["«NETLINK_ROUTE»", "NETLINK_ROUTE is no netlink family; write one such as kobject-uevent or a number"],
      ["«foo»", "foo is no netlink family; write one such as kobject-uevent or a number"],
      ["audit «x»", "x is no group of a netlink family; write one number up to 4294967295"],
      ["audit «1 2»", "1 2 is no group of a netlink family; write one number up to 4294967295"],
    ],
    { section: "Socket", type: "socket", name: "ListenNetlink", unit: "app.socket" },
  );
});

test("message queues", () => {
  checkValues(
    "message-queue",
    [
      ["", ""],
      ["/app", "/app"],
      ["«app»", "The path app must be absolute: it starts with no /"],
      ["«/a/b»", "silent: /a/b is no name of a message queue: a slash and a name without slashes"],
      ["«/dev/mqueue/a»", "The path /dev/mqueue/a lies below /proc, /sys or /dev, where it is not allowed"],
      ["/a/«..»", "The path /a/.. must not contain .."],
    ],
    { section: "Socket", type: "socket", name: "ListenMessageQueue", unit: "app.socket" },
  );
});
