/** The published schema and the reader agree on what a configuration may say; layers count in their order. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { findInTexts } from "../../server/scripts/find-in-texts.ts";
import { effectiveFor } from "../../server/src/lint/config/effective.ts";
import { readConfig } from "../../server/src/lint/config/read.ts";
import { gitPatterns } from "../../server/src/platform/git-ignore.ts";
import { readJsonText } from "../../server/src/platform/json-text.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";
import { matcher } from "../../server/src/workspace/config/match.ts";

const schema = JSON.parse(readFileSync(new URL("../../server/docs/config.schema.json", import.meta.url), "utf8"));
const conforms = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

const good: readonly object[] = [
  {},
  { $schema: "https://example.com/x.json", targets: ["debian-12", 262], scope: "user" },
  { targets: "rhel-9.4", roots: "image", unitPaths: ["a", "b"] },
  { preset: "verify", hardening: true, threshold: 0, requireReasons: false },
  { hardening: "safe", threshold: 100, rules: { "unknown-unit": "off", "invalid-value": "info" } },
  { ignores: ["vendor/", "!x"], overrides: [] },
  { overrides: [{ files: "*.timer" }, { files: ["a", "b"], rules: {}, preset: "all", targets: 257 }] },
];

const bad: readonly object[] = [
  [],
  { target: [] },
  { targets: true },
  { targets: [{}] },
  { scope: "global" },
  { preset: "some" },
  { hardening: "very" },
  { threshold: 101 },
  { threshold: 1.5 },
  { requireReasons: "yes" },
  { roots: [1] },
  { rules: [] },
  { rules: { "no-such-rule": "off" } },
  { rules: { "unknown-unit": "warn" } },
  { rules: { "invalid-config": "off" } },
  { ignores: {} },
  { overrides: { files: "x" } },
  { overrides: [{ rules: {} }] },
  { overrides: [{ files: "x", roots: "y" }] },
  { overrides: [{ files: "x", extends: "y.json" }] },
  { files: "x" },
];

for (const config of good) {
  test(`${JSON.stringify(config)} is fine`, () => {
    assert.ok(conforms(config), JSON.stringify(conforms.errors));
    assert.deepEqual(
      findInTexts({ ".unitlint.json": JSON.stringify(config) }).map(({ message }) => message),
      [],
    );
  });
}

for (const config of bad) {
  test(`${JSON.stringify(config)} is not`, () => {
    assert.equal(conforms(config), false);
    assert.notEqual(findInTexts({ ".unitlint.json": JSON.stringify(config) }).length, 0);
  });
}

/** What counts for a path below `/repo`, as `name=value`. */
function counting(config: object, path: string): string {
  const text = JSON.stringify(config);
  const { root } = readJsonText(text);
  assert.ok(root);
  const file = new SourceFile("/repo/.unitlint.json", text);
  const knowledge = { ruleIds: ["a", "b"], targetProblem: () => undefined };
  const { layers, mistakes } = readConfig(root, { file, folder: "/repo" }, knowledge);
  assert.deepEqual(mistakes, []);
  const { options, rules, ignoredBy } = effectiveFor(layers, path, matcher(gitPatterns));
  const said = [...Object.entries(options), ...rules].map(([name, { value }]) => `${name}=${value}`);
  return [...said, ...(ignoredBy === undefined ? [] : [`ignored by ${ignoredBy.value}`])].join(" ");
}

describe("what counts", () => {
  test("later overrides win, rule by rule and option by option", () => {
    const config = {
      preset: "all",
      rules: { a: "off", b: "info" },
      overrides: [
        { files: "*.timer", rules: { a: "error" } },
        { files: "/vendor/", rules: { a: "warning" }, preset: "verify" },
      ],
    };
    assert.equal(counting(config, "/repo/x.service"), "preset=all a=off b=info");
    assert.equal(counting(config, "/repo/deep/x.timer"), "preset=all a=error b=info");
    assert.equal(counting(config, "/repo/vendor/deep/x.timer"), "preset=verify a=warning b=info");
    assert.equal(counting(config, "/repo/deep/vendor/x.service"), "preset=all a=off b=info");
  });

  test("patterns are those of git", () => {
    const config = { ignores: ["generated/**", "!keep.service", "*.d/10-*.conf", "a\\[1\\].service"] };
    assert.equal(counting(config, "/repo/generated/x.service"), "ignored by generated/**");
    assert.equal(counting(config, "/repo/generated/keep.service"), "");
    assert.equal(counting(config, "/repo/x.service.d/10-x.conf"), "ignored by *.d/10-*.conf");
    assert.equal(counting(config, "/repo/a[1].service"), "ignored by a\\[1\\].service");
    assert.equal(counting(config, "/repo/A.SERVICE.D/10-x.conf"), "");
  });

  test("what lies outside of the folder is matched by its name", () => {
    const config = { ignores: ["*.tmp.service", "/other/x.service"] };
    assert.equal(counting(config, "/other/deep/y.tmp.service"), "ignored by *.tmp.service");
    assert.equal(counting(config, "/other/x.service"), "");
  });

  test("paths count from the folder of the configuration", () => {
    assert.equal(
      counting({ roots: ["./image/", "/srv/x"], unitPaths: "." }, "/x"),
      "roots=/repo/image,/srv/x unitPaths=/repo",
    );
  });
});
