/** Names with rules of their own. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("namespaces of the journal", () => {
  checkValues("log-namespace", [
    ["app@%p", "app@app"],
    ["a«/»b", "/ is not allowed in the name; it takes letters, digits and @ : _ . -"],
    ["a« »b", "“ ” is not allowed in the name; it takes letters, digits and @ : _ . -"],
    ["«..»", ".. is no name of a log namespace"],
    [`«${"a".repeat(223)}»`, "The text is longer than 222 bytes"],
  ]);
});

test("names of file descriptors", () => {
  checkValues("fd-name", [
    ["a b", "a b"],
    ["«é»", "é is not allowed in the name of a file descriptor: it is ASCII without colons"],
  ]);
});

test("names on D-Bus", () => {
  checkValues("bus-name", [
    ["org.example.%p", "org.example.app"],
    [":1.5", ":1.5"],
    ["«»", "A bus name must not be empty; it looks like org.example.App"],
    ["«example»", "The bus name example needs a dot, as in org.example.App"],
    ["«org..App»", "The bus name org..App has nothing beside a dot"],
    ["org.«1»password", "No piece of the bus name may start with the digit 1"],
    ["org.example«/»App", "/ is not allowed in the name; it takes letters, digits, _ - and dots"],
  ]);
});

test("the default instance, which only enabling reads", () => {
  checkValues("instance-name", [
    ["tty1", "tty1"],
    ["a«/»b", "silent: / is not allowed in the name; it takes letters, digits and @ : _ . - \\"],
    ["«%t»", "silent: There is no specifier %t in this place; write %%t for a percent sign"],
  ]);
});

test("control groups below the unit's", () => {
  checkValues("cgroup-name", [
    ["supervisor", "supervisor"],
    ["«cpu.max»", "Names that start with cpu. belong to the kernel"],
    ["«_a»", "The name of a control group must not start with _"],
    ["«a/b»", "a/b is no name of one control group: it has a slash"],
  ]);
  checkValues("cgroup-name", [["«»", "Key= works only in services and scopes"]], { type: "slice" });
});

test("network interfaces", () => {
  checkValues("bind-to-device", [
    ["*", ""],
    ["%p0", "app0"],
    ["«0x10»", "0x10 is a number; write the name of the network interface"],
    ["eth«:»0", ": is not allowed in an interface name"],
    ["«abcdefghijklmnop»", "abcdefghijklmnop is longer than the 15 bytes of an interface name"],
  ]);
  checkValues("bind-to-device", [["«%»p", "% is not allowed in an interface name"]], { version: 257 });
  checkValues("network-interface", [["abcdefghijklmnop", "abcdefghijklmnop"]]);
});
