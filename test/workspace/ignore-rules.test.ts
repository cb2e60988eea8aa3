/** What git ignores is not linted, unless it was named. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { gitIgnore } from "../../server/src/platform/git-ignore.ts";
import { discover } from "../../server/src/workspace/discover.ts";
import { link, memoryHost, type Tree } from "../support/memory-host.ts";

const unit = "[Unit]\nDescription=x\n";

function checkFound(what: string, tree: Tree, paths: readonly string[], expected: readonly string[]): void {
  test(what, () => {
    const { files, errors } = discover(memoryHost(tree), paths, { ignoreRules: gitIgnore });
    assert.deepEqual(
      [...files.map(({ path }) => path), ...errors.map(({ path, message }) => `${path}: ${message}`)],
      expected,
    );
  });
}

checkFound(
  "files and folders that git ignores are left out",
  {
    ".git/": "",
    ".gitignore": "build/\n*.tmp.service\n/top.service\n",
    "a.service": unit,
    "a.tmp.service": unit,
    "top.service": unit,
    "build/b.service": unit,
    "sub/build/c.service": unit,
    "sub/top.service": unit,
  },
  ["."],
  ["a.service", "sub/top.service"],
);

checkFound(
  "outside of a checkout ignore files say nothing",
  { ".gitignore": "*\n", "a.service": unit },
  ["."],
  ["a.service"],
);

checkFound(
  "ignore files above the named folder count, up to the root of the checkout",
  {
    "../.gitignore": "*\n",
    "repo/.git/": "",
    "repo/.gitignore": "*.tmp.service\nunits/x/*.timer\n",
    "repo/units/.gitignore": "/b.service\n",
    "repo/units/x/a.service": unit,
    "repo/units/x/a.timer": unit,
    "repo/units/x/a.tmp.service": unit,
    "repo/units/x/b.service": unit,
  },
  ["repo/units/x"],
  ["repo/units/x/a.service", "repo/units/x/b.service"],
);

checkFound(
  "an inner ignore file has the last word",
  {
    ".git/": "",
    ".gitignore": "*.service\nlogs/\n",
    "a.service": unit,
    "sub/.gitignore": "!keep.service\n!logs/\n",
    "sub/keep.service": unit,
    "sub/drop.service": unit,
    "sub/logs/b.timer": unit,
    "sub/logs/drop.service": unit,
  },
  ["."],
  ["sub/keep.service", "sub/logs/b.timer"],
);

checkFound(
  "a named folder is walked even if it is ignored, or lies in a folder that is",
  {
    ".git/": "",
    ".gitignore": "build/\nout [1]/\n*.tmp.service\n",
    "build/a.service": unit,
    "build/a.tmp.service": unit,
    "build/deep/b.service": unit,
    "out [1]/c.service": unit,
  },
  ["build", "build/deep", "out [1]"],
  ["build/a.service", "build/deep/b.service", "out [1]/c.service"],
);

checkFound(
  "a named file is taken even if it is ignored",
  { ".git/": "", ".gitignore": "*\n", "a.service": unit },
  ["a.service"],
  ["a.service"],
);

checkFound(
  "a walk that leaves all out says why",
  { ".git/": "", ".gitignore": "*.service\n", "a.service": unit },
  ["."],
  [".: no unit files in this folder, apart from what git ignores"],
);

checkFound(
  "a checkout within a checkout has its own rules",
  {
    ".git/": "",
    ".gitignore": "*.timer\n",
    "module/.git": "gitdir: ../.git/modules/module\n",
    "module/.gitignore": "*.path\n",
    "module/a.timer": unit,
    "module/a.path": unit,
    "b.timer": unit,
    "b.path": unit,
  },
  ["."],
  ["b.path", "module/a.timer"],
);

checkFound(
  "a checkout's private patterns count, weaker than its ignore file",
  { ".git/info/exclude": "*.service\n", ".gitignore": "!b.service\n", "a.service": unit, "b.service": unit },
  ["."],
  ["b.service"],
);

checkFound(
  "a worktree has the private patterns of its repository",
  {
    "/repo/.git/info/exclude": "a.service\n",
    "/repo/.git/worktrees/w/commondir": "../..\n",
    ".git": "gitdir: /repo/.git/worktrees/w\n",
    "a.service": unit,
    "b.service": unit,
  },
  ["."],
  ["b.service"],
);

checkFound(
  "a link to a folder is ignored as a file is, and its content by where it lies",
  {
    ".git/": "",
    ".gitignore": "/result\n*.tmp.service\n",
    "a.service": unit,
    result: link("/store/x"),
    now: link("../store"),
    "/store/x/b.service": unit,
    "/store/x/b.tmp.service": unit,
  },
  ["."],
  ["a.service", "now/x/b.service", "now/x/b.tmp.service"],
);

checkFound(
  "case counts, comments and escapes are git's",
  { ".git/": "", ".gitignore": "# c.service\r\nA.service\r\n\\!b.service\n", "a.service": unit, "c.service": unit },
  ["."],
  ["a.service", "c.service"],
);
