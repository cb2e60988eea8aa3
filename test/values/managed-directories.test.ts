/** Folders that systemd makes for a unit. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("names, links and flags", () => {
  checkValues("managed-directory-list", [
    ["app app/cache:link:ro x::ro y:", '["app","app/cache:link:ro","x:ro","y"]'],
    ["a:«/b»", "piece: The path /b must be relative"],
    ["a::«rw»", "piece: rw is no flag of a folder; the only one is ro"],
    ["a:b:ro:«x»", "silent: x is skipped: a folder is name:link:ro"],
    ["«private/x» b", "piece: The folder private is systemd's own; choose another name"],
    ["«..»/a", "piece: The path ../a must not contain .."],
    ["«.»", "piece: The path . names nothing but the folder itself"],
    ["a«\\q» b:/c", "piece: There is no escape \\q; write \\\\ for a backslash"],
    ["«a\\xff»", "piece: The path is not valid UTF-8"],
  ]);
});

test("absolute paths are told by the name that is meant", () => {
  const told = "piece: StateDirectory= takes names below its own folder, no absolute path like";
  checkValues(
    "managed-directory-list",
    [
      ["«/var/lib/app»", `${told} /var/lib/app: write app for it`],
      ["«%S/app»", `${told} %S/app: write app for it`],
      ["«/srv/app»", `${told} /srv/app`],
    ],
    { name: "StateDirectory" },
  );
});

test("flags came with 257, links with 250", () => {
  const told = "silent: systemd 252 knows no flag ro for folders and skips it; 257 brings it";
  checkValues("managed-directory-list", [["a:b:«ro»", told]], { version: 252 });
  checkValues("managed-directory-list", [["a:/b", '["a:/b"]']], { version: 249 });
});

test("folders of configuration make no links", () => {
  const told = "piece: ConfigurationDirectory= makes no links: nothing like :b may follow a folder";
  checkValues(
    "configuration-directory-list",
    [
      ["a:«b»", told],
      ["a::ro", '["a:ro"]'],
    ],
    {
      name: "ConfigurationDirectory",
    },
  );
});
