/** Which files a run lints: trees of files in, found paths, errors and skipped files out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { discover, discoverInSteps } from "../../server/src/workspace/discover.ts";
import { checkDiscover, unit } from "../support/discover.ts";
import {
  device,
  link,
  memoryHost,
  pipe,
  socket,
  unreadableFile,
  unreadableFolder,
  vanished,
} from "../support/memory-host.ts";

checkDiscover(
  "a folder gives its unit files and drop-ins by path, and nothing else",
  {
    "units/b.timer": unit,
    "units/a.service": unit,
    "units/a.service.d/20-b.conf": unit,
    "units/a.service.d/10-a.conf": unit,
    "units/service.d/10-all.conf": unit,
    "units/user/c@.socket": unit,
    "units/d.service.in": unit,
    "units/README.md": "text",
    "units/nginx.conf": "server {}",
    "units/a.service.bak": unit,
    "elsewhere/e.service": unit,
  },
  ["units"],
  {
    files: [
      "units/a.service",
      "units/a.service.d/10-a.conf",
      "units/a.service.d/20-b.conf",
      "units/b.timer",
      "units/d.service.in",
      "units/service.d/10-all.conf",
      "units/user/c@.socket",
    ],
  },
);

checkDiscover("the current folder leaves no ./ in paths", { "a.service": unit, "b/c.path": unit }, ["."], {
  files: ["a.service", "b/c.path"],
});

checkDiscover(
  "arguments keep their order and their form",
  { "b.service": unit, "units/a.service": unit, "/abs/z.service": unit, "/next/x.service": unit },
  ["./units/", "/abs", "./b.service", "../next"],
  { files: ["units/a.service", "/abs/z.service", "b.service", "../next/x.service"] },
);

checkDiscover(
  "a named file is taken whatever its name and content",
  { "notes.txt": "<xml/>", ".#x": "" },
  [".#x", "notes.txt"],
  {
    files: [".#x", "notes.txt"],
  },
);

checkDiscover(
  "a drop-in is known by the folder it really lies in",
  { "/here/x.service.d/10-a.conf": unit, "/etc/y.service.d/20-b.conf": unit },
  ["x.service.d", "../etc/y.service.d"],
  { files: ["x.service.d/10-a.conf", "../etc/y.service.d/20-b.conf"] },
);

test("a drop-in named from within its folder has its name", () => {
  const host = memoryHost({ "/etc/y.service.d/20-b.conf": unit, here: link("/etc/y.service.d") });
  const [file] = discover(host, ["here/20-b.conf"]).files;
  assert.equal(file?.name?.unit, "y.service");
  assert.equal(file?.name?.role, "drop-in");
});

test("files say how they were found, and carry the content that was read", () => {
  const host = memoryHost({
    "units/a.service": unit,
    "notes.txt": "text",
    "units/large.service": unit + "#".repeat(1e5),
  });
  const { files } = discover(host, ["units", "notes.txt"]);
  const told = files.map(({ path, explicit, name, bytes }) => [path, explicit, name?.unit, bytes?.length]);
  assert.deepEqual(told, [
    ["units/a.service", false, "a.service", unit.length],
    ["units/large.service", false, "large.service", undefined],
    ["notes.txt", true, undefined, undefined],
  ]);
});

test("a run in steps counts the files that were found", () => {
  const host = memoryHost({ "a.service": unit, "b.service": unit, "c.service": unit });
  assert.deepEqual([...discoverInSteps(host, ["."])], [3, 1, 2, 3]);
});

// Folders and files that a walk passes by

checkDiscover(
  "hidden folders, hidden files and node_modules are passed by",
  {
    ".git/a.service": unit,
    ".cache/b.service": unit,
    "node_modules/c/d.service": unit,
    ".#e.service0123456789abcdef": unit,
    ".hidden.service": unit,
    "f.service": unit,
  },
  ["."],
  { files: ["f.service"] },
);

checkDiscover(
  "hidden folders and node_modules are walked when they are named",
  { ".config/systemd/user/a.service": unit, "node_modules/x/b.service": unit },
  [".config", "node_modules"],
  { files: [".config/systemd/user/a.service", "node_modules/x/b.service"] },
);

checkDiscover(
  "pipes, sockets and devices that are named like units are passed by",
  {
    "run/a.socket": socket,
    "run/b.service": pipe,
    "run/c.device": device,
    "run/d.service": unit,
    "run/e.path": link("b.service"),
  },
  ["run"],
  {
    files: ["run/d.service"],
    skipped: ["a.socket", "b.service", "c.device", "e.path"].map(name => `run/${name}: special file`),
  },
);

checkDiscover(
  "links in folders of dependencies are no unit files, files are",
  {
    "system/a.service": unit,
    "system/multi-user.target.wants/a.service": link("../a.service"),
    "system/multi-user.target.wants/gone.service": link("/lib/systemd/system/gone.service"),
    "system/b.service.requires/c.mount": link("/lib/c.mount"),
    "system/b.service.upholds/d.service": link("/lib/d.service"),
    "system/b.service.wants/copied.service": unit,
    "/lib/c.mount": unit,
    "/lib/d.service": unit,
  },
  ["system"],
  { files: ["system/a.service", "system/b.service.wants/copied.service"] },
);

// Errors

checkDiscover("a folder without unit files is an error", { "docs/README.md": "" }, ["docs"], {
  errors: ["docs: no unit files in this folder"],
});

checkDiscover("a folder is not empty for being named twice", { "units/a.service": unit }, ["units", "units"], {
  files: ["units/a.service"],
});

checkDiscover(
  "a folder is not empty if a unit in it is masked",
  { "units/a.service": link("/dev/null") },
  ["units", "./units"],
  {},
);

checkDiscover("what does not exist is an error", {}, ["gone.service", "gone/a.service", ""], {
  errors: [
    "gone.service: no such file or folder",
    "gone/a.service: no such file or folder",
    ": no such file or folder",
  ],
});

checkDiscover(
  "what is no file is an error when it is named",
  {
    "a.service": pipe,
    "b.socket": socket,
    "c.service": device,
    "d.service": link("d.service"),
    "d/": "",
    "e.service": link("a.service"),
  },
  ["a.service", "b.socket", "c.service", "d.service", "e.service", "/dev/null"],
  {
    errors: [
      "a.service: is a named pipe, not a file",
      "b.socket: is a socket, not a file",
      "c.service: is a device, not a file",
      "d.service: is a link that leads back to itself, or over too many others",
      "e.service: is a named pipe, not a file",
      "/dev/null: is a device, not a file",
    ],
  },
);

checkDiscover(
  "a named dangling link is an error that says where it leads",
  { "a.service": link("../b.service") },
  ["a.service"],
  {
    errors: ["a.service: is a link to ../b.service, which does not exist"],
  },
);

checkDiscover(
  "what cannot be read in a walk is an error, and the walk goes on",
  {
    "units/a.service": unreadableFile,
    "units/b": unreadableFolder,
    "units/c.service": link("/closed/c.service"),
    "units/d.service": unit,
    "units/e.service": vanished,
    "/closed": unreadableFolder,
  },
  ["units"],
  {
    files: ["units/d.service"],
    errors: [
      "units/a.service: permission denied",
      "units/b: permission denied",
      "units/c.service: permission denied",
      "units/e.service: no such file or folder",
    ],
  },
);

checkDiscover("an unreadable folder is not said to be empty", { closed: unreadableFolder }, ["closed", "closed"], {
  errors: ["closed: permission denied"],
});

checkDiscover(
  "a huge text is an error in a walk, a huge binary is something else",
  { "a.service": "#\n".repeat(9e6), "b.image.path": new Uint8Array(17e6) },
  ["."],
  { errors: ["a.service: larger than 16 MiB, which no unit file is (18 MB)"], skipped: ["b.image.path: binary"] },
);

// Links
