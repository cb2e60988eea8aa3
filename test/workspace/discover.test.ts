/** Which files a run lints: trees of files in, found paths, errors and skipped files out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { discover } from "../../server/src/workspace/discover.ts";
import {
  device,
  link,
  memoryHost,
  pipe,
  socket,
  type Tree,
  unreadableFile,
  unreadableFolder,
  vanished,
} from "../support/memory-host.ts";

const unit = "[Unit]\nDescription=x\n";

/** What is expected of a run; what is left out is expected to be empty. */
interface Expected {
  readonly files?: readonly string[];
  /** `path: message` */
  readonly errors?: readonly string[];
  /** `path: reason` */
  readonly skipped?: readonly string[];
}

function checkDiscover(what: string, tree: Tree, paths: readonly string[], expected: Expected): void {
  test(what, () => {
    const { files, errors, skipped } = discover(memoryHost(tree), paths);
    const actual = {
      files: files.map(({ path }) => path),
      errors: errors.map(({ path, message }) => `${path}: ${message}`),
      skipped: skipped.map(({ path, reason }) => `${path}: ${reason}`),
    };
    assert.deepEqual(actual, { files: [], errors: [], skipped: [], ...expected });
  });
}

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

test("progress counts the files that were found", () => {
  const counts: number[] = [];
  const host = memoryHost({ "a.service": unit, "b.service": unit, "c.service": unit });
  discover(host, ["."], { onProgress: found => counts.push(found) });
  assert.deepEqual(counts, [1, 2, 3]);
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
  { files: ["run/d.service"] },
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
      "d.service: is a link that leads back to itself",
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
  { errors: ["a.service: larger than 16 MiB, which no unit file is (18 MB)"] },
);

// Links

checkDiscover(
  "a real file is linted once, under its own name rather than a link's",
  { "units/a.service": link("z.service"), "units/b.service": link("z.service"), "units/z.service": unit },
  ["units"],
  { files: ["units/z.service"] },
);

checkDiscover(
  "a link to a file elsewhere is followed once",
  { "units/b.service": link("../lib/a.txt"), "units/c.service": link("b.service"), "lib/a.txt": unit },
  ["units"],
  { files: ["units/b.service"] },
);

checkDiscover(
  "the plain path wins over a link that an earlier argument holds",
  {
    "first/a.service": link("../second/a.service"),
    "first/folder": link("../second/sub"),
    "second/a.service": unit,
    "second/sub/b.service": unit,
  },
  ["first", "second"],
  { files: ["second/a.service", "second/sub/b.service"] },
);

checkDiscover(
  "a named link wins over a file that was met",
  { "units/a.service": unit, "alias.service": link("units/a.service") },
  ["units", "alias.service"],
  { files: ["alias.service"] },
);

checkDiscover(
  "a file that is named twice is linted once",
  { "a.service": unit },
  ["a.service", "./a.service", "/here/a.service"],
  {
    files: ["a.service"],
  },
);

checkDiscover(
  "of two names for one file the one of a unit wins",
  { "store/x": unit, "a.service": link("store/x") },
  ["store/x", "a.service"],
  { files: ["a.service"] },
);

checkDiscover(
  "links to folders are followed, unless they lead to where the walk was",
  {
    "units/a.service": unit,
    "units/again": link("."),
    "units/more": link("../more"),
    "units/sub/up": link("../.."),
    "more/b.service": unit,
    "more/c": link("../units"),
  },
  ["units"],
  {
    files: ["units/a.service", "units/more/b.service"],
    skipped: ["units/again: link loop", "units/sub/up: link loop"],
  },
);

checkDiscover("a named link to a folder is walked", { "units/a.service": unit, now: link("units") }, ["now"], {
  files: ["now/a.service"],
});

checkDiscover(
  "a folder named by a link too is shown by its own path",
  { "units/a.service": unit, now: link("units") },
  ["now", "units"],
  {
    files: ["units/a.service"],
  },
);

checkDiscover(
  "a folder of drop-ins may be a link to a folder that is none",
  { "shared/10-a.conf": unit, "a.service.d": link("shared"), "b.service.d": link("shared") },
  ["."],
  { files: ["a.service.d/10-a.conf"] },
);

checkDiscover(
  "links that lead nowhere are skipped if they are named like units",
  {
    "units/a.service": unit,
    "units/b.service": link("gone"),
    "units/c.service": link("c.service"),
    "units/README": link("gone"),
  },
  ["units"],
  { files: ["units/a.service"], skipped: ["units/b.service: dangling link", "units/c.service: link loop"] },
);

checkDiscover(
  "masked units are fine, met or named, in a tree for another machine too",
  { "units/a.service": link("/dev/null"), "units/b.service": link("../../dev/null"), "units/c.service": unit },
  ["units", "units/a.service", "units/b.service"],
  { files: ["units/c.service"] },
);

// Content: what is named like a unit and is something else

checkDiscover(
  "files that are clearly something else are passed by",
  {
    "avahi/http.service": `<?xml version="1.0"?>\n<service-group/>\n`,
    "firewalld/a.service": "\ufeff\n<!-- x -->\n<service/>\n",
    "dbus-1/services/org.example.App.service": "[D-BUS Service]\nName=org.example.App\n",
    "data/org.example.B.service.in": "\n# x\n[D-BUS Service]\nExec=@bindir@/b\n",
    "kde/c.service": "[Desktop Entry]\nType=Service\n",
    "eclipse/d.target": "<target name='x'/>\n",
    "ts/e.path": `{ "paths": ["."] }\n`,
    "sh/f.swap": "#!/bin/sh\nx=1\n",
    "bin/g.slice": new Uint8Array(100),
    "h.service": unit,
  },
  ["."],
  { files: ["h.service"] },
);

checkDiscover(
  "in doubt it is a unit file",
  {
    "a.service": "",
    "b.service": "hello\n",
    "c.service": "ExecStart=/bin/a\n",
    "d.service": "[Servcie]\n",
    "e.service": `# <x>\n${unit}`,
    "f.service": `#!/usr/bin/env systemd\n${unit}`,
    "g.service": "<%= header %>\n[X]\n",
    "h.service": "{{ header }}\n",
    "i.service": new Uint8Array([0xff, 0xfe, 0x5b, 0, 0x55, 0]),
    "j.service": "[Service]\n# Gr\u00f6\u00dfe \0\n",
    "k.service": `${"\n".repeat(3000)}!`,
  },
  ["."],
  { files: [..."abcdefghijk"].map(letter => `${letter}.service`) },
);

checkDiscover(
  "a folder with nothing but D-Bus services has no unit files",
  { "dbus-1/a.service": "[D-BUS Service]\n" },
  ["dbus-1"],
  {
    errors: ["dbus-1: no unit files in this folder"],
  },
);

// Other kinds of systemd files

checkDiscover(
  "files of systemd that are no unit files yet are skipped",
  {
    "systemd/a.service": unit,
    "systemd/network/10-a.network": "[Match]\nName=*\n",
    "systemd/network/10-a.network.d/b.conf": "[DHCPv4]\n",
    "systemd/network/b.netdev": "[NetDev]\n",
    "systemd/network/c.link": "# x\n[Match]\n",
    "containers/d.container": "[Container]\r\nImage=x\r\n",
    "containers/d.container.d/e.conf": "[Container]\n",
    "containers/f.build": "[Build]\n",
    "system-preset/90-a.preset": "",
    "presets/b.preset": "# x\nenable a.service\n",
    "sysusers.d/a.conf": "u app\n",
    "tmpfiles.d/a.conf": "",
    "repart.d/a.conf": "[Partition]\n",
    "systemd/journald.conf": "[Journal]\n",
    "systemd/logind.conf.d/a.conf": "[Login]\n",
  },
  ["."],
  {
    files: ["systemd/a.service"],
    skipped: [
      "containers/d.container: unsupported",
      "containers/d.container.d/e.conf: unsupported",
      "containers/f.build: unsupported",
      "presets/b.preset: unsupported",
      "repart.d/a.conf: unsupported",
      "system-preset/90-a.preset: unsupported",
      "systemd/journald.conf: unsupported",
      "systemd/logind.conf.d/a.conf: unsupported",
      "systemd/network/10-a.network: unsupported",
      "systemd/network/10-a.network.d/b.conf: unsupported",
      "systemd/network/b.netdev: unsupported",
      "systemd/network/c.link: unsupported",
      "sysusers.d/a.conf: unsupported",
      "tmpfiles.d/a.conf: unsupported",
    ],
  },
);

checkDiscover(
  "unrelated files with such names are no concern of ours",
  {
    "a.service": unit,
    "meson.build": "project('x')\nsources = [\n  [Build]\n]\n",
    "disk.image": new Uint8Array(20e6),
    "Module.pod": "=head1 NAME\n",
    "a.link": "https://example.org\n",
    "sound.preset": "gain 3\n",
    "nginx/conf.d/a.conf": "server {}\n",
    "app/system.conf": "[Journal]\n",
    "app/user.conf.d/a.conf": "[Manager]\n",
  },
  ["."],
  { files: ["a.service"] },
);
