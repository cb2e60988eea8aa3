/** One path, lists of paths, bind mounts and temporary file systems. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("a path is absolute, simplified and without ..", () => {
  checkValues("path", [
    ["/a//b/./c/", "/a/b/c"],
    ["", ""],
    ["%t/app", "/run/app"],
    ["/../x", "/x"],
    ["«a/b»", "The path a/b must be absolute: it starts with no /"],
    ["/x/«..»/y", "The path /x/../y must not contain .."],
    ["/«%z»", "There is no specifier %z; write %%z for a percent sign"],
    ['«"/a"»', 'The quotes are taken as part of the path "/a"; write it without them'],
    ["«$HOME/a»", "The path $HOME/a must be absolute: variables are not replaced here"],
    ["«file:///a»", "file:///a is no path; write /a"],
    ["«~/a»", "The path ~/a must be absolute: ~ stands for no home folder here, %h for that of the manager's user"],
    [`«/${"x".repeat(256)}»`, "A name in the path is longer than 255 bytes"],
    [`«${"/".repeat(4096)}»`, "The path is longer than 4,095 bytes"],
  ]);
  checkValues("path", [["/«..»/x", "The path /../x must not contain .."]], { version: 254 });
});

test("the roots of services refuse the unit", () => {
  checkValues("path", [["«img»", "fatal: The path img must be absolute: it starts with no /"]], { name: "RootImage" });
  checkValues("path", [["/«%z»", "fatal: There is no specifier %z; write %%z for a percent sign"]], {
    name: "RootDirectory",
  });
});

test("a path that comes out empty clears some settings, and is wrong for others", () => {
  checkValues("path", [["%i", ""]], { name: "TTYPath" });
  checkValues("path-glob", [["«%i»", "A path is missing"]], { name: "PathExistsGlob" });
});

test("FIFOs", () => {
  const notes = "notes: /var/run is the old name of /run; systemd takes the path for one below /run";
  const api = "The path /proc/x lies below /proc, /sys or /dev, where it is not allowed";
  checkValues(
    "path",
    [
      ["«/var/run»/x", notes],
      ["«/proc/x»", api],
    ],
    { name: "ListenFIFO" },
  );
  checkValues("path", [["/proc/x", "/proc/x"]], { name: "ListenFIFO", version: 255 });
});

test("lists of paths", () => {
  const [first, second] = ["b", "d"].map(word => `piece: The path ${word} must be absolute: it starts with no /`);
  checkValues("path-list", [[`/a «b» /c «d»`, `${first} | ${second}`]], { name: "RequiresMountsFor" });
  checkValues("path-list", [["/a «b» /c d", `${first}`]], { name: "Symlinks" });
  checkValues("path-list", [
    ['"/a b" /c', '["/a b","/c"]'],
    ["/a«,»/b", "silent: /a,/b is one path; separate paths by blanks"],
    ["/a «'»/b", "piece: The quote ' is never closed"],
    ["«'»/b", "The quote ' is never closed"],
  ]);
});

test("prefixes of sandbox paths", () => {
  checkValues("sandbox-path-list", [
    ["-/a +/b -+/c //d/", '["-/a","+/b","-+/c","/d"]'],
    ["«+-»/a", "piece: The prefix - stands before +, as in -+/a"],
    ["-«a» /b", "piece: The path a must be absolute: it starts with no /"],
  ]);
});

test("search paths end at the first wrong one", () => {
  checkValues("search-path", [
    ["/a:/b/", '["/a","/b"]'],
    ["/a:«b»:c", "piece: The path b must be absolute: it starts with no /"],
    ["«b»:/c", "The path b must be absolute: it starts with no /"],
    ["/a:«»:/b", "piece: A path is missing"],
    ["/a« »/b", "silent: /a /b is one path; separate folders by colons"],
  ]);
});

test("temporary file systems", () => {
  checkValues("temporary-filesystem-list", [
    ["/var:ro,size=10% /x", '["/var:ro,size=10%","/x"]'],
    ["«x»:ro", "piece: The path x must be absolute: it starts with no /"],
    ["/a:«/b»", "silent: Behind the colon stand mount options, such as ro or size=10%, and no path like /b"],
  ]);
});

test("bind mounts", () => {
  checkValues("bind-path-list", [
    ["/a:/b:norbind -/c", '["/a:/b:norbind","-/c:/c:rbind"]'],
    ["/a  /b", '["/a:/a:rbind","/b:/b:rbind"]'],
    ["/a\\:b", '["/a:b:/a:b:rbind"]'],
    ["/a:«b»", "piece: The path b must be absolute: it starts with no /"],
    ["/a:/b:«bind»", "piece: bind is no option of a bind mount; write rbind or norbind"],
    ["/a:/b:rbind:«x»", "piece: x is too much: a bind mount is source:destination:options"],
    ["/a«\\q»", "piece: There is no escape \\q; write \\\\ for a backslash"],
  ]);
});

test("bind mounts until 261: a second blank makes an empty path", () => {
  checkValues(
    "bind-path-list",
    [
      ["/a:/b:norbind /c", '["/a:/b:norbind","/c:/c:rbind"]'],
      ["/a «» /b", "piece: A path is missing"],
      ["/a:/b: «/c»", "piece: /c is no option of a bind mount; write rbind or norbind"],
    ],
    { version: 257 },
  );
});

test("working directories: fatal without -", () => {
  checkValues("working-directory", [
    ["~", "~"],
    ["-~", "-~"],
    ["-/a/", "-/a"],
    ["«a»", "fatal: The path a must be absolute: it starts with no /"],
    ["-«a»", "The path a must be absolute: it starts with no /"],
    [
      "«~/a»",
      "fatal: The path ~/a must be absolute: ~ stands for no home folder here, %h for that of the manager's user",
    ],
  ]);
});

test("PID files lie below /run", () => {
  checkValues("pid-file", [
    ["app.pid", "/run/app.pid"],
    ["/a//b", "/a/b"],
    ["«/var/run»/x", "notes: /var/run is the old name of /run; systemd takes the path for one below /run"],
    ["a/«..»/b", "fatal: The path a/../b must not contain .."],
    ["«/dev/x»", "fatal: The path /dev/x lies below /proc, /sys or /dev, where it is not allowed"],
    ["«%z»", "There is no specifier %z; write %%z for a percent sign"],
    [`«${"/".repeat(4096)}»`, "The path is longer than 4,095 bytes"],
    ["«$X»", "silent: $X is taken for the name of a file below /run: quotes, ~ and variables mean nothing here"],
  ]);
  checkValues("pid-file", [["/dev/x", "/dev/x"]], { version: 252 });
  checkValues("pid-file", [["x", "/run/user/1000/x"]], { manager: "user" });
});

test("environment files", () => {
  checkValues("environment-file", [
    ["-/etc/default/app", "-/etc/default/app"],
    ["«app.env»", "The path app.env must be absolute: it starts with no /"],
    ["/a« »-/b", "silent: /a -/b is one path; write EnvironmentFile= once for each file"],
  ]);
});
