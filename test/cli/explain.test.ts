/** `unitlint explain`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import { explain } from "../../server/src/cli/commands/explain.ts";
import type { Texts } from "../../server/src/texts/texts.ts";

const text = (summary: string) => ({ summary, body: [], facts: [] });
const texts: Texts = {
  directives: {
    Restart: {
      summary: "When the service starts again.",
      body: ["After `RestartSec=`."],
      facts: [
        ["default", "`no`"],
        ["example", "`Restart=on-failure`"],
      ],
      values: { always: "Also after a clean exit.", "on-failure": "After a failure." },
    },
  },
  words: {
    sections: { Service: text("What runs.") },
    specifiers: { i: text("The instance.") },
    capabilities: { CAP_KILL: text("Signals anybody.") },
    "exit-statuses": { "203/EXEC": text("The program could not be run.") },
    "special-units": { "network-online.target": text("The network is up.") },
  },
};

function shown(word: string, version = 262): string {
  const clock = { now: BigInt(Date.UTC(2026, 0, 1)) * 1000n, timezone: "UTC" };
  return explain(word, { texts, catalog: catalogAt(version), clock, width: 100 });
}

test("a directive: what it does, its facts, its values", () => {
  assert.equal(
    shown("Restart="),
    `\
Restart= in [Service]

When the service starts again.

After RestartSec=.

- Takes no, always, on-success, on-failure, on-abnormal, on-abort or on-watchdog
- Assigned again, the last one counts
- Default: no
- Example: Restart=on-failure
- Manual: systemd.service(5)

Values:
  always: Also after a clean exit.
  on-failure: After a failure.
`,
  );
  assert.equal(shown("Restart"), shown("Restart="));
});

test("a value: what is written about it, or what it comes to", () => {
  assert.match(shown("Restart=on-failure"), /After a failure\./);
  assert.match(shown("OnCalendar=weekly"), /Mon \*-\*-\* 00:00:00[\s\S]*Mon 2026-01-05/);
  assert.match(shown("TimeoutStartSec=90"), /1min 30s/);
});

test("a directive that the target lacks says when it came", () => {
  assert.match(shown("PrivatePIDs=", 247), /New in systemd 257; your target is 247/);
});

test("sections, specifiers, capabilities, exit statuses, units", () => {
  assert.match(shown("[Service]"), /^\[Service\]\n\nWhat runs\.[\s\S]*In \.service units/);
  assert.equal(shown("%i"), "%i\n\nThe instance.\n");
  assert.match(shown("CAP_KILL"), /Signals anybody/);
  for (const status of ["exit-status 203", "203", "203/EXEC"]) assert.match(shown(status), /could not be run/);
  assert.match(shown("network-online.target"), /The network is up/);
});

test("rules are explained as before", () => {
  assert.match(shown("inline-comment"), /^inline-comment \(warning/);
});

test("an unknown word is answered with the nearest", () => {
  assert.throws(() => shown("Restrat="), /nothing is known of Restrat=; did you mean Restart=\?/);
  assert.throws(() => shown("inline-coment"), /did you mean inline-comment\?/);
});
