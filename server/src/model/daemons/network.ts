/** Daemons of the network: names, addresses, links. */
import type { DaemonRow } from "./row.ts";

/** In no order. */
export const networkRows: readonly DaemonRow[] = [
  {
    names: "named",
    ordinary: true,
    from: "bind9 9.18.49",
    foreground: "-[46]*[fg]+",
    other: "-[vVhC]\\S*",
    usually: "background",
    stay: "-f",
  },
  { names: "dnsmasq", from: "dnsmasq-base 2.90", foreground: "-[kd]|--keep-in-foreground|--no-daemon" },
  { names: "unbound", from: "unbound 1.17.1", foreground: "-[dpv]*d[dpv]*" },
  { names: "nsd", from: "nsd 4.6.1", foreground: "-d" },
  {
    names: "pdns_server",
    from: "pdns-server 4.7.3",
    background: "--daemon(?:=yes)?",
    foreground: "--daemon=no",
    stay: "--daemon=no",
  },
  { names: "avahi-daemon", from: "avahi-daemon 0.8", background: "-D|--daemonize" },
  {
    names: "dhcpd",
    from: "isc-dhcp-server 4.4.3",
    foreground: "-[fd]",
    other: "-[tT]|--version",
    usually: "background",
    stay: "-f",
  },
  { names: "dhclient", from: "isc-dhcp-client 4.4.3", foreground: "-d" },
  {
    names: "radvd",
    from: "radvd 2.19, its unit",
    foreground: "-n|--nodaemon",
    other: "-[vhcd]\\S*|--(?:version|help|configtest|debug)\\S*",
    usually: "background",
    stay: "--nodaemon",
  },
  {
    names: "rpcbind",
    from: "rpcbind 1.2.6",
    foreground: "-[ailswr]*f[ailswr]*",
    other: "-[ailswr]*d\\S*",
    usually: "background",
    stay: "-f",
  },
];
