/** Networks, ports and network interfaces. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("networks", () => {
  checkValues("ip-prefix-list", [
    ["", "[]"],
    [
      "any 10.0.0.0/8 ::1 a.localhost fe80::/64 1.2.3.4",
      '["any","10.0.0.0/8","::1","a.localhost","fe80::/64","1.2.3.4"]',
    ],
  ]);
});

test("what is no network", () => {
  checkValues("ip-prefix-list", [
    ["10.0.0.0/«33»", "piece: 33 is no length of an IPv4 prefix: 0 to 32"],
    ["fe80::/«129»", "piece: 129 is no length of an IPv6 prefix: 0 to 128"],
    ["10.0.0.0/«255.0.0.0»", "piece: Write the mask 255.0.0.0 as its length 8"],
    ["«all»", "piece: all is no network; write one such as 10.0.0.0/8, or any, localhost, link-local"],
    ["«localhst»", "piece: localhst is no network; write one such as 10.0.0.0/8, or any, localhost, link-local"],
    ["«10.0.0.0/8,127.0.0.1»", "piece: 10.0.0.0/8,127.0.0.1 has a comma; separate networks by blanks"],
    [
      "«10.0.0/8» any «256.1.1.1»",
      "piece: 10.0.0/8 is no network; write one such as 10.0.0.0/8, or any, localhost, link-local | piece: 256.1.1.1 is no network; write one such as 10.0.0.0/8, or any, localhost, link-local",
    ],
    ["any «\\»", "piece: Nothing follows the backslash"],
  ]);
});

test("ports that may be bound", () => {
  checkValues("socket-bind-rule", [
    ["", ""],
    ["any", "any"],
    ["ipv4:tcp:80-90", "ipv4:tcp:80-90"],
    ["TCP", "TCP"],
    ["0", "0"],
  ]);
});

test("fields in a wrong order, or wrong", () => {
  checkValues("socket-bind-rule", [
    ["«ipv5»", "ipv5 is not allowed here; write ipv4, ipv6, tcp, udp, any, a port or ports such as 80-90"],
    ["tcp:«ipv4»", "ipv4 is not allowed here; write any, a port or ports such as 80-90"],
    ["«90-80»", "90-80 is no range of ports from 0 to 65535"],
    ["80:«tcp»", "Nothing may follow the ports"],
    ["ipv4«:»:80", "A field is empty; leave out its colon"],
    ["ipv4«:»", "A field is empty; leave out its colon"],
    ["«65536»", "65536 is no range of ports from 0 to 65535"],
  ]);
});

test("252 knows no port 0", () => {
  checkValues(
    "socket-bind-rule",
    [
      ["«0»", "0 is no range of ports from 1 to 65535"],
      ["«0-80»", "0-80 is no range of ports from 1 to 65535"],
    ],
    { version: 252 },
  );
});

test("sets of nftables", () => {
  checkValues("nft-set-list", [
    ["", "[]"],
    ["cgroup:inet:filter:my_set user:ip:t:s", '["cgroup:inet:filter:my_set","user:ip:t:s"]'],
    ["«address»:inet:t:s", "address is no source of a set; write cgroup, user or group"],
    ["cgroup:«ipv4»:t:s", "ipv4 is no family of nftables; write arp, bridge, inet, ip, ip6 or netdev"],
    ["«cgroup:inet:t»", "cgroup:inet:t needs four fields: source:family:table:set"],
    ["cgroup:inet:«1t»:s", "The name of the table must start with a letter: 1t"],
    ["cgroup:inet:t:a«-»b", "- is not allowed in the name of the set: letters, digits and / \\ _ . are"],
    ["cgroup:inet:t:s group:«x»:t:s", "piece: x is no family of nftables; write arp, bridge, inet, ip, ip6 or netdev"],
    ["cgroup:inet:t:«\\q»", "There is no such escape; write \\\\ for a backslash"],
    ["cgroup:inet:t:ssssssssssssssssssssssssssssssss", '["cgroup:inet:t:ssssssssssssssssssssssssssssssss"]'],
  ]);
});

test("names of sets were shorter in 257", () => {
  checkValues(
    "nft-set-list",
    [["cgroup:inet:t:«ssssssssssssssssssssssssssssssss»", "The name of the set is longer than 31 letters"]],
    { version: 257 },
  );
});

test("network interfaces", () => {
  checkValues("network-interface-list", [
    ["", '{"inverted":false,"names":[]}'],
    ["eth0 lo", '{"inverted":false,"names":["eth0","lo"]}'],
    ["~eth0", '{"inverted":true,"names":["eth0"]}'],
    ["«eth0,lo»", "silent: eth0,lo is taken for one name; separate names by blanks"],
    ["eth0 «~»lo", "silent: ~ may only stand before the whole list, where it turns all of it around"],
    [
      "eth0 a«/»b «5» lo",
      "piece: / is not allowed in an interface name | piece: 5 is a number; write the name of the network interface",
    ],
    ["eth0 «'»x", "piece: The quote ' is never closed"],
    ["aaaaaaaaaaaaaaaa", '{"inverted":false,"names":["aaaaaaaaaaaaaaaa"]}'],
  ]);
});

test("alternative names came with 256", () => {
  checkValues(
    "network-interface-list",
    [["«aaaaaaaaaaaaaaaa»", "piece: aaaaaaaaaaaaaaaa is longer than the 15 bytes of an interface name"]],
    { version: 255 },
  );
});
