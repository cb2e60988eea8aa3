/** Lists of units in meson.build, and the lines of a unit that the table of stock units keeps. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { mesonVariable } from "../../server/scripts/generate/meson.ts";
import { stockLines } from "../../server/scripts/generate/stock-lines.ts";

const build = { holds: new Set(["WITH_LOGIN"]), fills: new Map([["SEED", "/var/lib/seed"]]) };

test("a list in meson.build, old and new, with a choice, a comment and an addition", () => {
  const meson = `# a list
units = [
        ['app.target', '',
         'default.target' + (old ? ' runlevel5.target' : '')],   # two links
        { 'file' : 'a\\\\x2db.slice', 'symlinks' : ['boot.target.wants/'] + (old ? [] : ['b.slice']) },
]
if conf.get('ENABLE_MORE') == 1
        units += 'more.service'
endif
`;
  assert.deepEqual(mesonVariable(meson, "units", new Map([["old", true]])), [
    ["app.target", "", "default.target runlevel5.target"],
    new Map<string, unknown>([
      ["file", "a\\x2db.slice"],
      ["symlinks", ["boot.target.wants/"]],
    ]),
    "more.service",
  ]);
  assert.equal(mesonVariable(meson, "in_units", new Map()), undefined);
  assert.throws(() => mesonVariable(meson, "units", new Map()), /the variable old, at line 4/);
});

test("what decides loading and dependencies stays, each list in one line and commands shortened", () => {
  const unit = `# a comment
[Unit]
Description=An app
After=a.service b.service
Wants=a.service
After=c.service
RequiresMountsFor={{SEED}}

[Service]
ExecStart={{BIN}}/app \\
  --all
ExecStart=/bin/more
ExecStop=/bin/end
StateDirectory=app
User=app
{% if not WITH_LOGIN %}
StandardInput=tty
{% endif %}
{% if WITH_LOGIN %}
StandardOutput=null
{% endif %}

[Install]
WantedBy=multi-user.target
WantedBy=app.target
`;
  assert.equal(
    stockLines(unit, build),
    `[Unit]
After=a.service b.service c.service
Wants=a.service
RequiresMountsFor=/var/lib/seed
[Service]
ExecStart=/bin/true
StateDirectory=app
StandardOutput=null
[Install]
WantedBy=multi-user.target app.target
`,
  );
});

test("each thing that starts a timer or that a socket listens on stays a line", () => {
  assert.equal(
    stockLines("[Timer]\nOnBootSec=5min\nOnCalendar=daily\nOnCalendar=12:00\nAccuracySec=1h\n", build),
    "[Timer]\nOnBootSec=5min\nOnCalendar=daily\nOnCalendar=12:00\n",
  );
  assert.equal(
    stockLines("[Socket]\nListenStream=1\nListenStream=2\nSocketMode=0600\n", build),
    "[Socket]\nListenStream=1\nListenStream=2\n",
  );
});

test("what it cannot follow stops it by name", () => {
  assert.throws(() => stockLines("[Unit]\nAfter={{OTHER}}\n", build), /\{\{OTHER\}\}/);
  assert.throws(() => stockLines("[Unit]\nAfter=a.service\nAfter=\n", build), /clears After=/);
});
