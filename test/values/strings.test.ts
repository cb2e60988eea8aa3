/** Texts, labels, options and sources of mounts. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("texts with specifiers", () => {
  checkValues("string", [
    ["", ""],
    ["100% of %n", "100% of app.service"],
    ["«%Q»", "There is no specifier %Q; write %%Q for a percent sign"],
  ]);
  checkValues("literal-string", [["%Q", "%Q"]]);
  checkValues("filesystem-type", [["ext4", "ext4"]]);
  checkValues("mount-options", [["noatime,x-systemd.automount,data=%p", "noatime,x-systemd.automount,data=app"]]);
});

test("the argument of a reboot is ASCII since 252", () => {
  checkValues("reboot-argument", [["caf«é»", "é is not allowed here: the text must be ASCII"]]);
  checkValues("reboot-argument", [["café", "café"]], { version: 251 });
  checkValues("reboot-argument", [[`«${"a".repeat(256)}»`, "The text is longer than 255 bytes"]]);
});

test("labels: an unknown specifier is fatal without -", () => {
  checkValues("selinux-context", [
    ["-system_u:system_r:%p_t", "-system_u:system_r:app_t"],
    ["«%Q»", "fatal: There is no specifier %Q; write %%Q for a percent sign"],
    ["-«%Q»", "There is no specifier %Q; write %%Q for a percent sign"],
  ]);
});

test("sources of mounts, and of swaps before 256", () => {
  checkValues("mount-source", [
    ["UUID=1-2", "UUID=1-2"],
    ["//server/share", "//server/share"],
    [`«LABEL=${"(".repeat(1100)}»`, "The source is longer than 4,095 bytes"],
  ]);
  checkValues("mount-source", [["«UUID=1»", "The path UUID=1 must be absolute: it starts with no /"]], {
    version: 252,
    section: "Swap",
    type: "swap",
  });
});

test("extended attributes of sockets", () => {
  checkValues("extended-attribute", [
    ["user.origin=%p=1", "user.origin=app=1"],
    ["«user.origin»", "user.origin has no =; write a name and a value such as user.origin=unit"],
    ["«origin»=unit", "The name origin must start with user."],
  ]);
});
