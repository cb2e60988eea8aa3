/** The comparison with a service manager: drawing sets, and reading what the manager prints. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readDump } from "../../server/scripts/oracle/manager-dump.ts";
import { readCycles, readDeleted } from "../../server/scripts/oracle/manager-messages.ts";
import { Random } from "../../server/scripts/oracle/random.ts";
import { drawSet } from "../../server/scripts/oracle/set-draft.ts";

describe("a dump of units", () => {
  const dump = `-> By units:
\t→ Unit app.service:
\t\tAlias: web.service
\t\tUnit Load State: loaded
\t\tFragment Path: /etc/systemd/system/app.service
\t\tDropIn Path: /etc/systemd/system/app.service.d/a.conf
\t\tRequires: sysinit.target (origin-default)
\t\tBefore: shutdown.target (origin-default)
\t\tBefore: late.target (destination-file)
\t\t→ ExecStart:
\t\t\tCommand Line: /bin/true
\t-> Unit late.target:
\t\tUnit Load State: not-found
`;

  test("holds each unit with its files and relations, whatever the arrow looks like", () => {
    const units = readDump(dump);
    const app = units.get("app.service");
    assert.deepEqual([...units.keys()], ["app.service", "late.target"]);
    assert.deepEqual([app?.load, app?.aliases], ["loaded", ["web.service"]]);
    assert.deepEqual(app?.dropIns, ["/etc/systemd/system/app.service.d/a.conf"]);
    assert.deepEqual(
      [...(app?.relations.get("Before") ?? [])],
      [
        ["shutdown.target", "origin-default"],
        ["late.target", "destination-file"],
      ],
    );
  });
});

describe("messages about cycles", () => {
  test("in one line each since 258", () => {
    const messages = "a.service: Found ordering cycle: a.service/start after b.service/start - after a.service\n";
    assert.deepEqual(readCycles(messages), [["a.service", "b.service"]]);
  });

  test("in a line for each member before", () => {
    const messages = `a.service: Found ordering cycle on b.service/start
a.service: Found dependency on a.service/start
a.service: Job b.service/start deleted to break ordering cycle starting with a.service/start
`;
    assert.deepEqual(readCycles(messages), [["b.service", "a.service"]]);
    assert.deepEqual(readDeleted(messages), ["b.service"]);
  });
});

test("a seed always draws the same set, which asks for no template", () => {
  for (let seed = 0; seed < 50; seed++) {
    const set = drawSet(new Random(seed));
    assert.deepEqual(drawSet(new Random(seed)), set);
    assert.deepEqual(
      set.names.filter(name => name.includes("@.")),
      [],
    );
  }
});
