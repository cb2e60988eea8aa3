/** Inlay hints, put into the text as `⟨…⟩`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { type MarkedOptions, marked } from "../support/marked.ts";

/** A Thursday morning in Berlin. */
const clock = { now: BigInt(Date.UTC(2026, 0, 1, 8)) * 1000n, timezone: "Europe/Berlin" };

function rendered(text: string, implicit = false, options: MarkedOptions = {}): string {
  const { snapshot, uri } = marked(text, options);
  const source = snapshot.file(uri)?.source.text ?? "";
  const hints = inlayHints(snapshot, uri, { start: 0, end: source.length }, { clock, implicit });
  return hints.reduceRight(
    (shown, { offset, label }) => `${shown.slice(0, offset)}⟨${label}⟩${shown.slice(offset)}`,
    source,
  );
}

/** Lines below `[Service]`. */
function checkLines(lines: string, expected: string): void {
  assert.equal(rendered(`[Service]\n${lines}\n`), `[Service]\n${expected}\n`);
}

test("time spans whose units are not plain", () => {
  checkLines("TimeoutStartSec=90", "TimeoutStartSec=90⟨1min 30s⟩");
  checkLines("TimeoutStopSec=0", "TimeoutStopSec=0⟨infinity⟩");
  checkLines("RuntimeMaxSec=86400s", "RuntimeMaxSec=86400s⟨1d⟩");
  checkLines("RestartSec=1 minute 30sec", "RestartSec=1 minute 30sec");
  checkLines("RestartSec=5min", "RestartSec=5min");
  checkLines("RestartSec=infinity", "RestartSec=infinity");
  checkLines("LimitCPU=60:5min", "LimitCPU=60:5min⟨1min:5min⟩");
  checkLines("RestartSec=5 parsecs", "RestartSec=5 parsecs");
});

test("sizes whose units are not plain", () => {
  checkLines("MemoryMax=1073741824", "MemoryMax=1073741824⟨1 GiB⟩");
  checkLines("MemoryMax=1000000", "MemoryMax=1000000⟨about 976.56 KiB⟩");
  checkLines("MemoryMax=2048M", "MemoryMax=2048M⟨2 GiB⟩");
  checkLines("MemoryMax=512M", "MemoryMax=512M");
  checkLines("MemoryMax=50%\nMemoryHigh=infinity", "MemoryMax=50%\nMemoryHigh=infinity");
});

test("specifiers, where their value is certain", () => {
  checkLines("ExecStart=/bin/a %p \\\n  %H %S/x", "ExecStart=/bin/a %p⟨app⟩ \\\n  %H %S⟨/var/lib⟩/x");
  assert.equal(
    rendered("-- app@x.service --\n[Service]\nSyslogIdentifier=%i-%n\n"),
    "[Service]\nSyslogIdentifier=%i⟨x⟩-%n⟨app@x.service⟩\n",
  );
  assert.equal(
    rendered("-- app@.service --\n[Service]\nSyslogIdentifier=%i-%p\n"),
    "[Service]\nSyslogIdentifier=%i-%p⟨app⟩\n",
  );
});

test("the instance that a template stands for", () => {
  assert.equal(
    rendered("[Unit]\nAfter=a@.service b@%p.service c.service\n"),
    "[Unit]\nAfter=a@.service⟨a@app.service⟩ b@%p.service⟨b@app.service⟩ c.service\n",
  );
  assert.equal(
    rendered("-- app@.service --\n[Unit]\nAfter=a@.service\n[Install]\nAlso=b@.service\n"),
    "[Unit]\nAfter=a@.service⟨a@%i.service⟩\n[Install]\nAlso=b@.service\n",
  );
});

test("the next elapse of a timer", () => {
  assert.equal(
    rendered("-- t.timer --\n[Timer]\nOnCalendar=Mon 09:00\nOnCalendar=2020-01-01\nOnBootSec=600\n"),
    "[Timer]\nOnCalendar=Mon 09:00⟨Mon 2026-01-05 09:00:00 CET⟩\nOnCalendar=2020-01-01⟨never again⟩\nOnBootSec=600⟨10min⟩\n",
  );
});

test("implicit dependencies, on request", () => {
  const text = "[Unit]\nAfter=a.service\n[Service]\nExecStart=/bin/a\n";
  assert.equal(rendered(text), text);
  assert.equal(
    rendered(text, true),
    `[Unit]⟨InSlice=system.slice⟩⟨After=sysinit.target basic.target⟩⟨Requires=sysinit.target⟩⟨Before=shutdown.target⟩⟨Conflicts=shutdown.target⟩${text.slice("[Unit]".length)}`,
  );
});

test("only what is in the stretch that is asked for", () => {
  const { snapshot, uri } = marked("[Service]\nRestartSec=90\nTimeoutSec=90\n");
  const hints = inlayHints(snapshot, uri, { start: 0, end: 24 }, { clock, implicit: true });
  assert.deepEqual(
    hints.filter(({ offset }) => offset > 10).map(({ offset, label }) => [offset, label]),
    [[23, "1min 30s"]],
  );
});

test("any text: hints lie in the file", () => {
  const pieces = fc.constantFrom(
    ..."[Unit]|[Service]|[Timer]|\n|\r\n|\\\n|# c\n|ExecStart=|After=|OnCalendar=|MemoryMax=|RestartSec=|%i|%p|%|a@.service|9|:|5min|\ufeff|\udc80".split(
      "|",
    ),
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 20 }),
      fc.constantFrom("app.service", "t@.timer", "service.d/x.conf"),
      (parts, name) => {
        const { snapshot, uri } = marked(`-- ${name} --\n${parts.join("")}`);
        const length = snapshot.file(uri)?.source.text.length ?? 0;
        const hints = inlayHints(snapshot, uri, { start: 0, end: length }, { clock, implicit: true });
        assert.deepEqual(
          hints.filter(({ offset, label }) => offset < 0 || offset > length || label === ""),
          [],
        );
      },
    ),
    { numRuns: 150 },
  );
});
