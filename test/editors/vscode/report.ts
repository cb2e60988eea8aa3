/** Shows what the suite inside the extension host found as tests of this side. */
import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { SuiteResult } from "./in-host.ts";

/** A test for each case; what was measured is told as a comment. */
export async function reportSuite(t: TestContext, { cases, host, console }: SuiteResult): Promise<void> {
  t.diagnostic(`VS Code ${host?.version}, extension host ${host?.host}, ${cases.length} cases`);
  for (const { name, ok, milliseconds, note, problem } of cases) {
    await t.test(`${name} (${milliseconds} ms)`, () => assert.ok(ok, problem));
    if (note !== undefined) t.diagnostic(`${name}: ${note}`);
  }
  assert.ok(cases.length > 0, `the suite did not run:\n${console}`);
}
