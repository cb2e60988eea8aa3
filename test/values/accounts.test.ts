/** Users and groups. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("names and numbers", () => {
  checkValues("user", [
    ["app", "app"],
    ["DOMAIN\\Some One", "DOMAIN\\Some One"],
    ["4294967294", "4294967294"],
    ["%p", "app"],
    ["", ""],
    ["«65535»", "fatal: 65535 is no user ID: it stands for none"],
    ["«4294967295»", "fatal: 4294967295 is no user ID: the highest is 4294967294"],
    ["«007»", "fatal: 007 is no user ID: it begins with a needless 0; write 7"],
    ["«-1»", "fatal: -1 is no user ID: it must not be negative"],
    ["«-»", "fatal: - is no name of a user"],
    ["«..»", "fatal: .. is no name of a user"],
    ["«a/b»", "fatal: a/b is no name of a user: it holds /"],
    ["«app:www»", "fatal: app:www is no name of a user: it holds a colon; the group goes to Group="],
    ["«a\tb»", "fatal: The name of the user holds a control character"],
    ["a«%z»", "fatal: There is no specifier %z; write %%z for a percent sign"],
    ["«%i»", "fatal: The name of the user comes out empty"],
  ]);
});

test("what systemd takes for a name", () => {
  checkValues("group", [
    ['«"app"»', 'silent: The quotes are taken as part of the name "app"; write it without them'],
    ["«a,b»", "silent: a,b is taken for the name of one group: commas separate none"],
  ]);
});

test("nobody is noted where it is a user", () => {
  const told =
    "notes: The user nobody is shared with all that belongs to no one; write a user of its own or DynamicUser=yes";
  checkValues("user", [["«nobody»", told]], { name: "User" });
  const number =
    "silent: The user 65534 is nobody, who is shared with all that belongs to no one; write a user of its own or DynamicUser=yes";
  checkValues("user", [["«65534»", number]], { name: "User" });
  checkValues("group", [["nobody", "nobody"]], { name: "Group" });
});

test("the first wrong group of a list counts", () => {
  checkValues("group-list", [
    ["adm 4", '["adm","4"]'],
    ["", "[]"],
    ["adm «a:b» c:d", "fatal: a:b is no name of a group: it holds :"],
  ]);
});
