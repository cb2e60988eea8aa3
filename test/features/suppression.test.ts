/** Comments that suppress findings, in editors: writing them, completing them, and what they mean. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { codeActions } from "../../server/src/features/code-actions.ts";
import { hover } from "../../server/src/features/hover.ts";
import { applyEdits } from "../../server/src/text/text-edit.ts";
import { noTexts } from "../../server/src/texts/texts.ts";
import { checkChosen, checkDetail, checkMissing, checkOffered } from "../support/completions.ts";
import { marked, settle, workspaceOver } from "../support/marked.ts";

/** The titles at the cursor that speak of comments, and what one of them makes of the file. */
function offers(text: string): string[] {
  const { snapshot, uri, offset } = marked(text);
  return codeActions(snapshot, uri, { start: offset, end: offset }, ["quickfix"]).map(({ title }) => title);
}

function checkSuppressed(text: string, title: string, expected: string): void {
  const { snapshot, uri, offset } = marked(text);
  const action = codeActions(snapshot, uri, { start: offset, end: offset }).find(action => action.title === title);
  assert.ok(action, `${title} is among ${offers(text).join("; ")}`);
  assert.equal(action.kind, "quickfix");
  assert.equal(action.isPreferred, false);
  const [edit] = action.change().edits;
  assert.equal(applyEdits(edit?.file.text ?? "", edit?.edits ?? []), expected);
  const workspace = workspaceOver({ "/units/app.service": expected });
  settle(workspace);
  const rule = title.split(" ")[1];
  const left = workspace.snapshot().findings("file:///units/app.service");
  assert.deepEqual(
    left
      .filter(finding => finding.rule === rule || finding.rule.endsWith("-suppression"))
      .map(({ message }) => message),
    [],
  );
}

test("suppressing comes after the fixes", () => {
  assert.deepEqual(offers("[Service]\nExecStart=/usr/bin/app\nRestr<|>at=no\n"), [
    "Rename to Restart=",
    "Suppress unknown-directive here",
    "Suppress unknown-directive in this file",
  ]);
  assert.deepEqual(offers("[Service]\nExecStart=/usr/b<|>in/app\n"), []);
});

test("a comment goes above the logical line, with its indentation and line end", () => {
  checkSuppressed(
    "[Service]\r\nExecStart=/usr/bin/app\r\n\tRestr<|>at=no\r\n",
    "Suppress unknown-directive here",
    "[Service]\r\nExecStart=/usr/bin/app\r\n\t# unitlint-disable-next-line unknown-directive\r\n\tRestrat=no\r\n",
  );
  checkSuppressed(
    "[Service]\nExecStart=/usr/bin/app\nRestrictAddressFamilies=AF_UNIX \\\n  # why\n  AF_UNI<|>CORN\n",
    "Suppress ignored-value here",
    "[Service]\nExecStart=/usr/bin/app\n# unitlint-disable-next-line ignored-value\nRestrictAddressFamilies=AF_UNIX \\\n  # why\n  AF_UNICORN\n",
  );
});

test("a comment that is there gets one more name", () => {
  checkSuppressed(
    "[Service]\nExecStart=/usr/bin/app\n# unitlint-disable-next-line invalid-value -- hm\nRestart=x\nType=exec\nTy<|>pe=simple\n",
    "Suppress duplicate-directive here",
    "[Service]\nExecStart=/usr/bin/app\n# unitlint-disable-next-line invalid-value -- hm\nRestart=x\nType=exec\n# unitlint-disable-next-line duplicate-directive\nType=simple\n",
  );
  checkSuppressed(
    "[Service]\nExecStart=/usr/bin/app\nType=exec\n# unitlint-disable-next-line invalid-value -- hm\n\nTy<|>pe=x\n",
    "Suppress duplicate-directive here",
    "[Service]\nExecStart=/usr/bin/app\nType=exec\n# unitlint-disable-next-line invalid-value, duplicate-directive -- hm\n\nType=x\n",
  );
});

test("for the file it goes below the comments at the top", () => {
  checkSuppressed(
    "# SPDX-License-Identifier: MIT\n\n[Service]\nExecStart=/usr/bin/app\nFrobni<|>cate=1\n",
    "Suppress unknown-directive in this file",
    "# SPDX-License-Identifier: MIT\n# unitlint-disable-file unknown-directive\n\n[Service]\nExecStart=/usr/bin/app\nFrobnicate=1\n",
  );
  checkSuppressed(
    "# unitlint-disable-file invalid-value -- ours\n[Service]\nExecStart=/usr/bin/app\nRestart=x\nFrobni<|>cate=1\n",
    "Suppress unknown-directive in this file",
    "# unitlint-disable-file invalid-value, unknown-directive -- ours\n[Service]\nExecStart=/usr/bin/app\nRestart=x\nFrobnicate=1\n",
  );
});

test("what is unused can be removed, and cannot be suppressed", () => {
  const text = "[Service]\nExecStart=/usr/bin/app\n# unitlint-dis<|>able-next-line unknown-directive\nRestart=no\n";
  assert.deepEqual(offers(text), ["Remove the comment"]);
});

test("in a comment, the word and then the rules are offered", () => {
  const words = "unitlint-disable-next-line unitlint-disable unitlint-enable unitlint-disable-file";
  checkOffered("[Service]\n# unitlint<|>\nExecStart=/bin/a\n", words);
  checkChosen(
    "[Service]\n# unitlint-dis<|>able\nExecStart=/bin/a\n",
    "unitlint-disable-file",
    "[Service]\n# unitlint-disable-file<|>\nExecStart=/bin/a\n",
  );
  const rules = "[Service]\nExecStart=/bin/a\nFrobnicate=1\n; unitlint-disable-file unkn<|> -- why\n";
  checkOffered(
    rules,
    "unknown-directive unknown-section unknown-specifier unknown-unit install-target-unknown user-unknown",
  );
  checkDetail(rules, "unknown-section", "A section that systemd does not know in this type of unit");
  checkChosen(rules, "unknown-unit", rules.replace("unkn<|>", "unknown-unit<|>"));
  checkMissing("[Service]\n# unitlint-disable unknown-unit, <|>\n", "unknown-unit unused-suppression invalid-config");
});

test("nothing is offered in comments for people, and behind the dashes", () => {
  checkOffered("[Service]\n# un<|>\n", "");
  checkOffered("[Service]\n# see Restart<|>\n", "");
  checkOffered("[Service]\n# unitlint-disable-file unknown-unit -- un<|>\n", "");
});

test("hover tells what a rule is about, and what the word does", () => {
  const told = (text: string) => {
    const { snapshot, uri, offset } = marked(text);
    return hover(snapshot, uri, offset, { texts: noTexts, clock: { now: 0n, timezone: "UTC" } });
  };
  const rule = told("[Service]\n# unitlint-disable-next-line invalid-value, unknown-u<|>nit\nWants=x\n");
  assert.match(rule?.plainText ?? "", /^unknown-unit: .*\n/);
  const word = told("[Service]\n# unitlint-dis<|>able unknown-unit\n");
  assert.match(word?.plainText ?? "", /to unitlint-enable or to the end of the file/);
  assert.equal(told("[Service]\n# for peo<|>ple\n"), undefined);
});
