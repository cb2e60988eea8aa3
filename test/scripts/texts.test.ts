/** The compiler of texts: what it reads, and what it finds fault with. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { entryProblems } from "../../server/scripts/texts/check.ts";
import { parseTexts } from "../../server/scripts/texts/parse.ts";

const head = "# Service\n<!-- checked: src/core/service.c -->\n\n";

function problemsOf(markdown: string): readonly string[] {
  const { entries, problems } = parseTexts("service.md", head + markdown);
  return [...problems, ...entries.flatMap(entry => entryProblems(entry, true))];
}

const whole = `## Restart=
When the service starts again.

After \`RestartSec=\`,
in most cases.

- default: \`no\`
- empty: not allowed
- example: \`Restart=always\`

### always, on-failure
In these cases.
`;

test("an entry has a summary, paragraphs, facts and values", () => {
  const { entries, problems } = parseTexts("service.md", head + whole);
  assert.deepEqual(problems, []);
  assert.deepEqual(entries, [
    {
      file: "service.md",
      names: ["Restart="],
      summary: "When the service starts again.",
      body: ["After `RestartSec=`, in most cases."],
      facts: [
        ["default", "`no`"],
        ["empty", "not allowed"],
        ["example", "`Restart=always`"],
      ],
      values: [{ names: ["always", "on-failure"], text: "In these cases." }],
    },
  ]);
  assert.deepEqual(problemsOf(whole), []);
});

test("what is missing or wrong is told by name", () => {
  const fault = (before: string | RegExp, after: string) => problemsOf(whole.replace(before, after)).join("\n");
  assert.equal(fault("- empty: not allowed\n", ""), "service.md: Restart=: no fact tells its empty");
  assert.equal(fault("`RestartSec=`", "`RestartSecs=`"), "service.md: Restart=: there is no directive RestartSecs=");
  assert.equal(
    fault("- empty", "- emtpy"),
    "service.md: Restart=: there is no fact emtpy\nservice.md: Restart=: no fact tells its empty",
  );
  assert.match(fault("starts again.", `${"starts again and ".repeat(12)}.`), /the summary has \d+ characters of 125/);
  assert.match(fault("in most cases.", "**always**."), /is not allowed/);
  assert.match(fault("In these cases.", ""), /nothing is said of always, on-failure/);
  assert.match(problemsOf("## Restart=\n").join("\n"), /no summary/);
});
