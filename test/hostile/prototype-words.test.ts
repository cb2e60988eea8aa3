/** Words that every JavaScript object knows, wherever a file or an argument can say one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import { inFolder } from "../support/cli-folder.ts";
import { bug, runIn } from "../support/hostile.ts";

const words = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

test("as values of every directive, as keys and as sections", async () => {
  const catalog = catalogAt(262);
  const lines = (section: string) =>
    catalog
      .directivesIn(section)
      .flatMap(({ name }) =>
        words.flatMap(word => [`${name}=${word}`, `${name}=${word}:${word}=${word}`, `${name}=@${word} %${word}`]),
      );
  const sections = ["Unit", "Service", "Socket", "Timer", "Path", "Mount", "Automount", "Swap", "Slice", "Install"];
  const oddSections = words.map(word => `[${word}]\n${word}=${word}\n`);
  const files = Object.fromEntries(
    sections.map(section => [
      section === "Unit" || section === "Install" ? `${section}.target` : `${section}.${section.toLowerCase()}`,
      [`[${section}]`, ...lines(section), ...words.map(word => `${word}=1`), ...oddSections].join("\n"),
    ]),
  );
  await inFolder(files, folder => {
    for (const command of [["--preset", "all", "--hardening"], ["security"], ["graph"]]) {
      const { stdout, stderr } = runIn(folder, [...command, "."]);
      assert.doesNotMatch(stdout + stderr, bug, command.join(" "));
    }
    assert.ok(Object.values(files).join("\n").length > 10_000, "the catalog was read");
  });
});

test("as names of units, drop-ins, instances, users and dependencies", async () => {
  const files = Object.fromEntries(
    words.flatMap(word => [
      [
        `${word}.service`,
        `[Unit]\nAfter=${words.map(other => `${other}.service`).join(" ")}\n[Service]\nUser=${word}\nExecStart=${word}\n`,
      ],
      [
        `${word}.service.d/${word}.conf`,
        `[Service]\nEnvironment=${word}=1\nExecStartPre=/bin/a $${word} \${${word}}\n`,
      ],
      [
        `${word}@.service`,
        `[Service]\nExecStart=/bin/a %i\n[Install]\nWantedBy=${word}.target\nDefaultInstance=${word}\n`,
      ],
      [`${word}.target.wants/x.txt`, ""],
    ]),
  );
  await inFolder(files, folder => {
    for (const word of words) {
      for (const command of [["cat", "--effective"], ["simulate", "start"], ["security"], ["list-dependencies"]]) {
        const { stdout, stderr } = runIn(folder, [...command, "--unit-path", ".", `${word}.service`]);
        assert.doesNotMatch(stdout + stderr, bug, command.join(" "));
        assert.ok(stdout.includes(word), `${command.join(" ")} ${word}: ${stdout}${stderr}`);
      }
    }
    const { jobs } = JSON.parse(
      runIn(folder, ["simulate", "start", "constructor.service", "--unit-path", ".", "--format", "json"]).stdout,
    );
    assert.ok(JSON.stringify(jobs).includes("constructor.service"));
    for (const command of [["."], ["graph", "."], ["list-unit-files", "--unit-path", ".", "[[:constructor:]]*", "*"]])
      assert.doesNotMatch(Object.values(runIn(folder, command)).join("\n"), bug);
  });
});

test("as keys and values of configurations, in comments, and as arguments", async () => {
  const config = words.map(word => `"${word}": {"${word}": 1}`).join(", ");
  const rules = words.map(word => `"${word}": "off"`).join(", ");
  const files = {
    "a.service": `[Service]\n# unitlint-disable-next-line ${words.join(" ")} -- ${words[0]}\nExecStart=/bin/a\n`,
    "one/.unitlint.json": `{ ${config}, "rules": { ${rules} }, "overrides": [{ "files": "*", ${config} }] }`,
    "one/a.service": "[Service]\nExecStart=/bin/a\n",
    "known.json": `{ "unitlintBaseline": 1, "findings": [], ${config} }`,
  };
  await inFolder(files, folder => {
    const { stdout } = runIn(folder, ["--format", "compact", "."]);
    for (const word of words) {
      assert.match(stdout, new RegExp(`invalid-suppression\\] There is no rule ${word}`));
      assert.match(stdout, new RegExp(`invalid-config\\] Unknown key ${word}; there are`));
      assert.match(stdout, new RegExp(`invalid-config\\] There is no rule ${word}`));
    }
    for (const word of words)
      for (const command of [
        ["explain", word],
        ["explain", `Type=${word}`],
        ["explain", `${word}=1`],
        ["explain", `[${word}]`],
        ["--rule", `${word}=off`, "."],
        ["--target", word, "."],
        ["--preset", word, "."],
        ["--format", word, "."],
        ["--output-file", `${word}=x`, "."],
        ["diff-targets", word, word],
        ["timespan", word],
        ["calendar", word],
        ["cat", word],
        ["--baseline", "known.json", "."],
      ])
        assert.doesNotMatch(Object.values(runIn(folder, command)).join("\n"), bug, command.join(" "));
  });
});
