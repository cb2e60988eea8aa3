/** Standard input and output, and the data behind them. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

const outputs =
  "inherit, null, tty, journal, journal+console, kmsg, kmsg+console, file:PATH, append:PATH, truncate:PATH, socket or fd:NAME";

test("where output goes", () => {
  checkValues("standard-output", [
    ["journal", "journal"],
    ["fd:", "fd:"],
    ["fd:log.socket", "fd:log.socket"],
    ["append:%t/a.log", "append:/run/a.log"],
    ["«/var/log/a»", `/var/log/a is not allowed; write ${outputs}`],
    ["file:«var/log/a»", "The path var/log/a must be absolute: it starts with no /"],
    ["truncate:«»", "Behind truncate: stands no path"],
    ["fd:a«:»b", ": is not allowed in the name of a file descriptor: it is ASCII without colons"],
    ["file:/a/«%Q»", "There is no specifier %Q; write %%Q for a percent sign"],
  ]);
});

test("outdated words, and words without the file", () => {
  checkValues("standard-output", [
    ["«syslog»", "notes: syslog is outdated and means journal; write that, or leave the line out"],
    ["«append»", "silent: append names no file; write append: and a path"],
  ]);
});

test("where input comes from", () => {
  checkValues("standard-input", [
    ["tty-force", "tty-force"],
    ["file:/a//b", "file:/a//b"],
    [
      "«append:/a»",
      "append:/a is not allowed; write null, tty, tty-force, tty-fail, data, file:PATH, socket or fd:NAME",
    ],
  ]);
});

test("lines of input: escapes first, then specifiers", () => {
  checkValues("input-text", [
    ["a\\x41 %p", "aA app"],
    ["a«\\q»", "There is no escape \\q; write \\\\ for a backslash"],
    ["a«\\x25Q»", "There is no specifier %Q; write %%Q for a percent sign"],
  ]);
});

test("input as base64", () => {
  checkValues("input-data", [
    ["Y Q = =", "Y Q = ="],
    ["«YQ»", "The base64 must be filled up with = at its end"],
    ["YQ==«x»", "Nothing may stand behind the = that end base64"],
    ["«YR==»", "The last letter of the base64 is wrong"],
    ["Y«%»==", "% is no letter of base64"],
    ["YW-_", "YW-_"],
  ]);
  checkValues("input-data", [["YW«-»_", "- is no letter of base64"]], { version: 252 });
});

test("hashes of the root image", () => {
  checkValues("root-hash", [
    ["/a/../b", "/a/../b"],
    ["0123456789abcdef 0123456789ABCDEF", "0123456789abcdef 0123456789ABCDEF"],
    ["«0123»", "The hash is shorter than 32 hexadecimal digits"],
    ["012«x»", "x is no hexadecimal digit; write a hash, or an absolute path"],
  ]);
  checkValues("root-hash-signature", [
    ["base64:YQ==", "base64:YQ=="],
    ["«YQ==»", "Write base64: and the signature, or an absolute path"],
    ["base64:Y«?»", "? is no letter of base64"],
  ]);
});
