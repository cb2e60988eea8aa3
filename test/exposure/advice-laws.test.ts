/** What holds of every suggestion: systemd loads the unit with it, nothing is found in it, and it makes nothing worse. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { lintTexts } from "../../server/src/lint/lint-texts.ts";
import { rules } from "../../server/src/rules/index.ts";
import { decodeUtf8 } from "../../server/src/text/utf8.ts";
import { suggestionFor } from "../support/advice.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const services = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .filter(path => path.endsWith(".service"))
  .map(path => ({ path, name: basename(path).replace("@.", "@x."), text: readText(fixtures + path) }))
  .filter(({ text }) => text !== "");

function readText(path: string): string {
  try {
    return decodeUtf8(readFileSync(path));
  } catch {
    return "";
  }
}

test("there are services to try", () => assert.ok(services.length > 10));

for (const level of ["safe", "strict"] as const)
  for (const version of [245, 252, 262])
    test(`${level} suggestions at ${version} bring no finding and lower the exposure`, () => {
      for (const { path, name, text } of services) {
        const suggestion = suggestionFor(text, { name, level, version });
        assert.ok(suggestion.rows.length === 0 || suggestion.after <= suggestion.before, path);
        assert.deepEqual(found({ [name]: text, [`${name}.d/x.conf`]: suggestion.text }, version), [], path);
      }
    });

/** Findings in a drop-in of its own beside the unit, less those that an empty one has. */
function found(texts: Readonly<Record<string, string>>, version: number): string[] {
  const [, dropIn = ""] = Object.keys(texts);
  if (texts[dropIn] === "") return [];
  const messages = (all: Readonly<Record<string, string>>) =>
    lintTexts(all, rules, version).map(({ rule, message }) => `${rule}: ${message}`);
  const before = messages({ ...texts, [dropIn]: "[Service]\n" });
  return messages(texts).filter(message => !before.includes(message));
}
