/** Suggestions for services that lie in a miniature root. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { hardenings } from "../../server/src/exposure/advice/index.ts";
import { objectionTo } from "../../server/src/exposure/advice/objection.ts";
import { viewOf } from "../../server/src/exposure/advice/view.ts";
import { type AdviceLevel, type Suggestion, suggestDropIn } from "../../server/src/exposure/suggest.ts";
import { drawsNothingNew } from "../../server/src/lint/drawn.ts";
import type { Manager } from "../../server/src/model/unit-file-name.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { Tree } from "./memory-host.ts";
import { unitSet } from "./unit-set.ts";

/** What may differ from a system service for the newest systemd. */
export interface Asked {
  readonly name?: string;
  readonly level?: AdviceLevel;
  readonly version?: number;
  readonly manager?: Manager;
  /** Files beside the service. */
  readonly beside?: Tree;
}

/** The suggestion for a service, called `app.service` unless told otherwise. */
export function suggestionFor(text: string, asked: Asked = {}): Suggestion {
  const { name = "app.service", level = "safe", version = 262, manager = "system", beside = {} } = asked;
  const file = name.replace(/@[^.]+/, "@");
  const set = unitSet({ [`lib/${file}`]: text, ...beside }, version, manager);
  const unit = set.unit(name);
  return suggestDropIn(unit, set, { version, manager, level, bears: drawsNothingNew(unit, set, rules) });
}

/** The lines of the drop-in that are no comments. */
export function linesFor(text: string, asked: Asked = {}): string[] {
  return suggestionFor(text, asked)
    .text.split("\n")
    .filter(line => /^[A-Z]/.test(line));
}

/** Checks what speaks against a setting, for several services; undefined where nothing does. */
export function checkObjections(setting: string, cases: readonly (readonly [unit: string, expected?: RegExp])[]): void {
  for (const [unit, expected] of cases) {
    test(`${setting} for ${JSON.stringify(unit)}`, () => {
      const reason = objection(setting, unit);
      if (expected === undefined) assert.equal(reason, undefined);
      else assert.match(reason ?? "nothing", expected);
    });
  }
}

function objection(setting: string, unit: string): string | undefined {
  const set = unitSet({ "lib/app.service": unit, "lib/socketed.socket": "[Socket]\nListenStream=/run/x\n" });
  const view = viewOf(set.unit("app.service"), set, 262, "system");
  const row = hardenings.find(
    ({ lines: [{ name, value }], suits }) => `${name}=${value}` === setting && suits?.(view) !== false,
  );
  assert.ok(row, `there is a row ${setting}`);
  return objectionTo(row, view);
}
