/** The states of unit files, in miniature roots; what is expected was measured with `systemctl --root=…`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { globTest } from "../../server/src/model/install/glob.ts";
import { listUnitFiles } from "../../server/src/model/install/list.ts";
import { unitFileState } from "../../server/src/model/install/state.ts";
import { link, type Tree } from "../support/memory-host.ts";
import { unitRoot } from "../support/unit-root.ts";

const wanted = "[Install]\nWantedBy=multi-user.target\n";
const plain = "[Service]\nExecStart=/bin/true\n";

check(
  "a unit with [Install] is disabled until a link of a target names it",
  {
    "/usr/lib/systemd/system/off.service": wanted,
    "/usr/lib/systemd/system/on.service": wanted,
    "/etc/systemd/system/multi-user.target.wants/on.service": link("/usr/lib/systemd/system/on.service"),
    "/usr/lib/systemd/system/now.service": wanted,
    "/run/systemd/system/multi-user.target.requires/now.service": link("/usr/lib/systemd/system/now.service"),
    "/usr/lib/systemd/system/shipped.service": wanted,
    "/usr/lib/systemd/system/multi-user.target.wants/shipped.service": link("../shipped.service"),
  },
  {
    "off.service": "disabled",
    "on.service": "enabled",
    "now.service": "enabled-runtime",
    "shipped.service": "disabled",
  },
);

check(
  "without [Install] a unit is static, and a bare link still enables it, whatever it leads to; a file in its place does not",
  {
    "/usr/lib/systemd/system/a.service": plain,
    "/usr/lib/systemd/system/b.service": plain,
    "/usr/lib/systemd/system/c.service": plain,
    "/etc/systemd/system/odd name.wants/b.service": link("/nowhere"),
    "/etc/systemd/system/multi-user.target.wants/c.service": "",
  },
  { "a.service": "static", "b.service": "enabled", "c.service": "static", "d.service": "not-found" },
);

check(
  "links of .upholds count since 254",
  {
    "/usr/lib/systemd/system/a.service": "[Install]\nUpheldBy=multi-user.target\n",
    "/etc/systemd/system/multi-user.target.upholds/a.service": link("/usr/lib/systemd/system/a.service"),
  },
  { "a.service": "enabled" },
  { "a.service": "static" },
);

check(
  "a folder of links that is a link itself is passed over",
  {
    "/usr/lib/systemd/system/a.service": wanted,
    "/opt/wants/a.service": link("/usr/lib/systemd/system/a.service"),
    "/etc/systemd/system/multi-user.target.wants": link("/opt/wants"),
  },
  { "a.service": "disabled" },
);

check(
  "a template is indirect while only instances are enabled, and enabled with its default instance",
  {
    "/usr/lib/systemd/system/t@.service": wanted,
    "/etc/systemd/system/multi-user.target.wants/t@a.service": link("/usr/lib/systemd/system/t@.service"),
    "/usr/lib/systemd/system/u@.service": `${wanted}DefaultInstance=a\n`,
    "/etc/systemd/system/multi-user.target.wants/u@a.service": link("/usr/lib/systemd/system/u@.service"),
    "/usr/lib/systemd/system/v@.service": plain,
    "/usr/lib/systemd/system/multi-user.target.wants/v@a.service": link("../v@.service"),
    "/usr/lib/systemd/system/m@.mount": plain,
  },
  {
    "t@.service": "indirect",
    "t@a.service": "enabled",
    "t@b.service": "disabled",
    "u@.service": "enabled",
    "v@.service": "static",
    "v@a.service": "static",
    "m@.mount": "untemplated",
  },
);

check(
  "an alias is one under its own name, and enables the unit where Alias= asks for it",
  {
    "/usr/lib/systemd/system/a.service": "[Install]\nAlias=b.service\n",
    "/etc/systemd/system/b.service": link("/usr/lib/systemd/system/a.service"),
    "/usr/lib/systemd/system/c.service": plain,
    "/etc/systemd/system/d.service": link("/usr/lib/systemd/system/c.service"),
    "/usr/lib/systemd/system/e.service": plain,
    "/usr/lib/systemd/system/f.service": link("e.service"),
    "/usr/lib/systemd/system/g.service": plain,
    "/etc/systemd/system/g": link("/usr/lib/systemd/system/g.service"),
  },
  {
    "a.service": "enabled",
    "b.service": "alias",
    "c.service": "indirect",
    "d.service": "alias",
    "e.service": "static",
    "g.service": "indirect",
  },
);

check(
  "links that systemd rejects have no state",
  {
    "/etc/systemd/system/self.service": link("/usr/lib/systemd/system/self.service"),
    "/usr/lib/systemd/system/self.service": plain,
    "/etc/systemd/system/type.service": link("/usr/lib/systemd/system/basic.target"),
    "/usr/lib/systemd/system/basic.target": plain,
    "/etc/systemd/system/gone.service": link("/usr/lib/systemd/system/missing.service"),
    "/etc/systemd/system/x.service": link("y.service"),
    "/etc/systemd/system/y.service": link("x.service"),
  },
  {
    "self.service": "bad-alias",
    "type.service": "bad-alias",
    "gone.service": "dangling-alias",
    "x.service": "loop",
  },
);

check(
  "a unit from outside is linked; with another name it is an alias; from nowhere it is not found",
  {
    "/opt/a.service": plain,
    "/etc/systemd/system/a.service": link("/opt/a.service"),
    "/run/systemd/system/b.service": link("/opt/b.service"),
    "/opt/b.service": plain,
    "/etc/systemd/system/c.service": link("/opt/a.service"),
    "/etc/systemd/system/d.service": link("/opt/missing/d.service"),
    "/opt/e.service": wanted,
    "/etc/systemd/system/e.service": link("/opt/e.service"),
    "/etc/systemd/system/multi-user.target.wants/e.service": link("/etc/systemd/system/e.service"),
  },
  {
    "a.service": "linked",
    "b.service": "linked-runtime",
    "c.service": "alias",
    "d.service": "not-found",
    "e.service": "enabled",
  },
);

check(
  "masks: empty files and links to /dev/null",
  {
    "/usr/lib/systemd/system/a.service": wanted,
    "/etc/systemd/system/a.service": link("/dev/null"),
    "/usr/lib/systemd/system/b.service": wanted,
    "/run/systemd/system/b.service": "",
    "/etc/systemd/system/c.service": link("b.service"),
  },
  { "a.service": "masked", "b.service": "masked-runtime", "c.service": "masked-runtime" },
);

check(
  "generated and transient units are called so, though links name them",
  {
    "/run/systemd/generator/a.service": wanted,
    "/run/systemd/generator.late/b.service": plain,
    "/run/systemd/transient/c.service": plain,
    "/run/systemd/generator/multi-user.target.wants/b.service": link("../../generator.late/b.service"),
  },
  { "a.service": "generated", "b.service": "generated", "c.service": "transient" },
);

check(
  "Also= alone makes a unit indirect; a drop-in of the unit or its template may bring [Install], one of its type does not",
  {
    "/usr/lib/systemd/system/a.service": "[Install]\nAlso=b.service\n",
    "/usr/lib/systemd/system/b.service": plain,
    "/etc/systemd/system/b.service.d/x.conf": wanted,
    "/usr/lib/systemd/system/c.service": plain,
    "/etc/systemd/system/service.d/x.conf": wanted,
    "/usr/lib/systemd/system/t@.service": plain,
    "/etc/systemd/system/t@.service.d/x.conf": wanted,
  },
  { "a.service": "indirect", "b.service": "disabled", "c.service": "static", "t@a.service": "disabled" },
);

check(
  "an empty line clears its own list; what stands in other sections does not count",
  {
    "/usr/lib/systemd/system/a.service": `${wanted}WantedBy=\n`,
    "/usr/lib/systemd/system/b.service": `[Unit]\n${wanted.split("\n")[1]}\n`,
    "/usr/lib/systemd/system/g.mount": "[Install]\nAlias=h.mount\n",
  },
  { "a.service": "static", "b.service": "static", "g.mount": "static" },
);

check(
  "a line in broken quotes keeps the words before it in old releases",
  { "/usr/lib/systemd/system/a.service": '[Install]\nWantedBy=multi-user.target "x\n' },
  { "a.service": "static" },
  { "a.service": "disabled" },
);

check(
  "systemctl gives up on broken headers, on Also= without a unit and on a bad DefaultInstance=",
  {
    "/usr/lib/systemd/system/a.service": "[Install\n",
    "/usr/lib/systemd/system/b.service": "[Install]\nAlso=nothing\n",
    "/usr/lib/systemd/system/c.service": "[Install]\nAlso=%z.service\n",
    "/usr/lib/systemd/system/t@.service": "[Install]\nDefaultInstance=a b\n",
    "/usr/lib/systemd/system/d.service": "[Install]\nDefaultInstance=a b\n",
    "/usr/lib/systemd/system/e.service": "[Install]\nAlso=%p.socket\n",
  },
  {
    "a.service": "bad-file",
    "b.service": "bad-file",
    "c.service": "bad-file",
    "t@.service": "bad-file",
    "t@a.service": "static",
    "d.service": "static",
    "e.service": "indirect",
  },
);

test("a list has each name once, by type and name, hidden files left out, with the wish of the presets", () => {
  const { search, presets } = unitRoot({
    "/usr/lib/systemd/system/b.service": wanted,
    "/usr/lib/systemd/system/a.timer": wanted,
    "/usr/lib/systemd/system/.h.service": wanted,
    "/usr/lib/systemd/system/A.service": plain,
    "/etc/systemd/system/a.timer": link("/dev/null"),
    "/etc/systemd/system/self.path": link("/usr/lib/systemd/system/self.path"),
    "/usr/lib/systemd/system-preset/90-vendor.preset": "disable *.timer\nenable *\n",
    "/usr/lib/systemd/system-preset/10-b.preset": "enable b.*\n",
    "/etc/systemd/system-preset/10-b.preset": "# nothing of b\n  ignore self.*\n",
  });
  const files = listUnitFiles(search, presets, { patterns: [], states: [], types: [] });
  assert.deepEqual(
    files.map(({ name, state, preset }) => `${name} ${state} ${preset ?? "-"}`),
    ["self.path bad ignore", "A.service static -", "b.service disabled enable", "a.timer masked disable"],
  );
});

checkPreset("the first line that matches decides; nothing said is enabled", "enable a.*\ndisable a.service\n", {
  "a.service": "enable",
  "b.service": "enable",
});
checkPreset("instances behind a template play no part for other names", "enable t@.service a\ndisable *\n", {
  "t@.service": "enable",
  "t@a.service": "disable",
});
checkPreset("instances behind a plain name make the line void", "enable a.service b\ndisable *\n", {
  "a.service": "disable",
});
checkPreset("words behind other actions are part of the pattern", "disable a.service b\n", { "a.service": "enable" });
checkPreset("ignore came with 254", "ignore *\n", { "a.service": "ignore" }, { "a.service": "enable" });
checkPreset("other words mean nothing", "enabled *\nDisable *\n; disable *\ndisable\n", { "a.service": "enable" });

test("an initial RAM disk has presets of its own since 258", () => {
  const tree = {
    "/etc/initrd-release": "",
    "/usr/lib/systemd/initrd-preset/x.preset": "disable *\n",
    "/usr/lib/systemd/system/a.service": wanted,
  };
  const wish = (version: number) => {
    const { search, presets } = unitRoot(tree, version);
    return listUnitFiles(search, presets, { patterns: [], states: [], types: [] })[0]?.preset;
  };
  assert.deepEqual([wish(257), wish(262)], ["enable", "disable"]);
});

test("shell patterns", () => {
  const rows: readonly [pattern: string, matching: string, other: string][] = [
    ["*.service", ".a/b.service", "a.socket"],
    ["a?.service", "ab.service", "a.service"],
    ["[a-c]x", "bx", "dx"],
    ["[!a-c]x", "dx", "bx"],
    ["[^a]x", "bx", "ax"],
    ["[]x]", "]", "["],
    ["[[:digit:]_]", "7", "x"],
    ["[z-am]b", "mb", "zb"],
    ["[a", "[a", "a"],
    ["a\\*", "a\\b", "a*"],
    ["a.b", "a.b", "axb"],
    ["[a-]", "-", "b"],
  ];
  for (const [pattern, matching, other] of rows) {
    assert.equal(globTest(pattern)(matching), true, `${pattern} matches ${matching}`);
    assert.equal(globTest(pattern)(other), false, `${pattern} does not match ${other}`);
  }
});

/** Asks for names at 262, and at 252 too: the same is expected there where nothing else is said. */
function check(
  title: string,
  tree: Tree,
  states: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>> = states,
): void {
  test(title, () => {
    for (const [version, expected] of [
      [262, states],
      [252, before],
    ] as const) {
      const { search } = unitRoot(tree, version);
      const actual = Object.keys(expected).map(name => {
        const outcome = unitFileState(search, name);
        return [name, "state" in outcome ? outcome.state : outcome.fault];
      });
      assert.deepEqual(Object.fromEntries(actual), expected, `systemd ${version}`);
    }
  });
}

/** What one preset file wishes for units with [Install], at 262 and at 252. */
function checkPreset(
  title: string,
  text: string,
  wishes: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>> = wishes,
): void {
  test(`presets: ${title}`, () => {
    for (const [version, expected] of [
      [262, wishes],
      [252, before],
    ] as const) {
      const units = Object.keys(expected).map(name => [`/usr/lib/systemd/system/${name}`, wanted]);
      const { search, presets } = unitRoot(
        { ...Object.fromEntries(units), "/etc/systemd/system-preset/x.preset": text },
        version,
      );
      const files = listUnitFiles(search, presets, { patterns: [], states: [], types: [] });
      assert.deepEqual(Object.fromEntries(files.map(({ name, preset }) => [name, preset])), expected);
    }
  });
}
