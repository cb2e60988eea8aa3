/** Where systemd looks for units. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { searchPath } from "../../server/src/model/search-path.ts";

test("the system's folders, what was set at run time before what packages bring", () => {
  const paths = searchPath("system").map(({ path }) => path);
  assert.deepEqual(paths.slice(0, 5), [
    "/etc/systemd/system.control",
    "/run/systemd/system.control",
    "/run/systemd/transient",
    "/run/systemd/generator.early",
    "/etc/systemd/system",
  ]);
  assert.ok(paths.indexOf("/run/systemd/system") < paths.indexOf("/usr/local/lib/systemd/system"));
  assert.equal(paths.at(-1), "/run/systemd/generator.late");
});

test("a user's folders come before those for all users of the same sort", () => {
  const home = { config: "/home/ann/.config", data: "/home/ann/.local/share", runtime: "/run/user/1000" };
  assert.deepEqual(
    searchPath("user", home).map(({ path }) => path),
    [
      "/home/ann/.config/systemd/user.control",
      "/run/user/1000/systemd/user.control",
      "/run/user/1000/systemd/transient",
      "/run/user/1000/systemd/generator.early",
      "/home/ann/.config/systemd/user",
      "/home/ann/.config/systemd/user.attached",
      "/etc/xdg/systemd/user",
      "/etc/systemd/user",
      "/run/user/1000/systemd/user",
      "/run/user/1000/systemd/user.attached",
      "/run/systemd/user",
      "/run/user/1000/systemd/generator",
      "/home/ann/.local/share/systemd/user",
      "/usr/local/share/systemd/user",
      "/usr/share/systemd/user",
      "/usr/local/lib/systemd/user",
      "/usr/lib/systemd/user",
      "/run/user/1000/systemd/generator.late",
    ],
  );
});

test("without a home, only what is for all users", () => {
  assert.equal(searchPath("user")[0]?.path, "/etc/xdg/systemd/user");
});
