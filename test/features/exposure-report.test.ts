/** The exposure of a service row by row, and the edits that lower it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { hardenings } from "../../server/src/exposure/advice/index.ts";
import { adviceName } from "../../server/src/exposure/advise.ts";
import { exposureChange, exposureReport } from "../../server/src/features/exposure-report.ts";
import { applyEdits } from "../../server/src/text/text-edit.ts";
import { marked } from "../support/marked.ts";

const app = "[Service]\nUser=app\nExecStart=/usr/bin/app\n\n[Install]\nWantedBy=multi-user.target\n";

function reportOf(text: string) {
  const { snapshot, uri } = marked(text);
  const report = exposureReport(snapshot, uri);
  assert.ok(typeof report === "object", String(report));
  return report;
}

test("every piece of advice has a name of its own", () => {
  assert.equal(new Set(hardenings.map(adviceName)).size, hardenings.length);
});

test("each row tells its share and what to write, with the score that this brings", () => {
  const { unit, score, level, rows, safe } = reportOf(app);
  assert.deepEqual([unit, score, level], ["app.service", 90, "UNSAFE"]);
  const home = rows.find(({ field }) => field === "ProtectHome");
  assert.deepEqual(
    { good: home?.good, share: home?.share, advice: home?.advice.map(({ name, score }) => `${name} ${score}`) },
    { good: false, share: 2, advice: ["ProtectHome=yes 88", "ProtectHome=read-only 89"] },
  );
  const user = rows.find(({ field }) => field === "UserOrDynamicUser");
  assert.deepEqual([user?.good, user?.share, user?.advice], [true, 0, []]);
  assert.equal(safe.score, 16);
});

test("the score promised is the one that the edited unit has", () => {
  for (const place of ["drop-in", "file"] as const) {
    for (const names of [["ProtectHome=yes"], ["PrivateTmp=yes", "NoNewPrivileges=yes"], "all-safe"] as const) {
      const { snapshot, uri } = marked(app);
      const found = exposureChange(snapshot, uri, names, place);
      assert.ok(found !== undefined);
      const { edits, created } = found.change;
      const text = edits.reduce((text, { edits }) => applyEdits(text, edits), app);
      const dropIns = created.map(({ path, text }) => `-- ${path} --\n${text}`).join("");
      assert.equal(reportOf(`${text}${dropIns}`).score, found.after, `${names} ${place}`);
      assert.ok(found.after < found.before);
    }
  }
});

test("advice goes into a new drop-in, and then into the same one", () => {
  const { snapshot, uri } = marked(app);
  const first = exposureChange(snapshot, uri, ["ProtectHome=yes"], "drop-in")?.change.created;
  assert.deepEqual(first, [
    {
      path: "/units/app.service.d/50-hardening.conf",
      text: "[Service]\n## Files\n# Sees nothing of /home, /root and /run/user\nProtectHome=yes\n",
    },
  ]);
  const before = "[Service]\nProtectHome=yes";
  const again = marked(`${app}-- app.service.d/50-hardening.conf --\n${before}`);
  const change = exposureChange(again.snapshot, again.uri, ["PrivateTmp=yes"], "drop-in")?.change;
  assert.deepEqual(change?.created, []);
  assert.deepEqual(
    change?.edits.map(({ file, edits }) => [file.path, applyEdits(file.text, edits)]),
    [
      [
        "/units/app.service.d/50-hardening.conf",
        "[Service]\nProtectHome=yes\n## Files\n# Has a /tmp and /var/tmp of its own\nPrivateTmp=yes\n",
      ],
    ],
  );
});

test("lines in the file itself stand at the end of [Service], which a drop-in may still lack", () => {
  const { snapshot, uri } = marked(app);
  const [edit] = exposureChange(snapshot, uri, ["ProtectHome=yes"], "file")?.change.edits ?? [];
  assert.match(
    applyEdits(app, edit?.edits ?? []),
    /ExecStart=\/usr\/bin\/app\n## Files\n# .*\nProtectHome=yes\n\n\[Install\]/,
  );
  const dropIn = marked(`-- app.service.d/x.conf --\n[Unit]\nDescription=x<|>\n-- app.service --\n${app}`);
  const [other] = exposureChange(dropIn.snapshot, dropIn.uri, ["ProtectHome=yes"], "file")?.change.edits ?? [];
  assert.match(
    applyEdits("[Unit]\nDescription=x\n", other?.edits ?? []),
    /^\[Unit\]\nDescription=x\n\n\[Service\]\n## Files/,
  );
});

test("why there is no report", () => {
  const problem = (text: string) => {
    const { snapshot, uri } = marked(text);
    return exposureReport(snapshot, uri);
  };
  assert.match(String(problem("-- a.timer --\n[Timer]\nOnBootSec=1\n")), /a\.timer is none/);
  assert.match(String(problem("[Service]\nType=simple\n")), /would not load app\.service/);
  assert.match(String(problem("-- service.d/x.conf --\n[Service]\n")), /all units of a type/);
  const { snapshot, uri } = marked(app);
  assert.equal(exposureReport(snapshot, "file:///units/x.txt"), undefined);
  assert.equal(exposureChange(snapshot, uri, ["Nonsense=yes"], "drop-in"), undefined);
});
