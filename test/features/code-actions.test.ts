/** What is offered where, and what it makes of the files. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import { actionKinds, type CodeAction, codeActions } from "../../server/src/features/code-actions.ts";
import { applyEdits } from "../../server/src/text/text-edit.ts";
import { fixtureTexts, randomText } from "../support/laws.ts";
import { type MarkedOptions, marked } from "../support/marked.ts";

/** What is offered at the cursor but for suppressing, as `kind title`; those that are preferred have a star. */
function offered(text: string, options: MarkedOptions & { readonly only?: readonly string[] } = {}): string[] {
  const { snapshot, uri, offset } = marked(text, options);
  return codeActions(snapshot, uri, { start: offset, end: offset }, options.only)
    .filter(({ title }) => !title.startsWith("Suppress "))
    .map(({ kind, title, isPreferred }) => `${kind} ${title}${isPreferred ? " *" : ""}`);
}

/** What an action makes of the marked file, or of a file that it creates, shown as `-- path --`. */
function checkAction(text: string, title: string, expected: string, options?: MarkedOptions): void {
  const { snapshot, uri, offset } = marked(text, options);
  const actions = codeActions(snapshot, uri, { start: offset, end: offset });
  const action = actions.find(action => action.title === title);
  assert.ok(action, `offered are ${actions.map(({ title }) => title).join("; ")}`);
  assert.equal(applied(action), expected);
}

function applied({ change }: CodeAction): string {
  const { edits, created } = change();
  const edited = edits.map(({ file, edits }) => applyEdits(file.text, edits));
  return [...edited, ...created.map(({ path, text }) => `-- ${path} --\n${text}`)].join("");
}

test("every fix of a finding is offered where it stands, and nowhere else", () => {
  const text = "[Service]\nExecStart=/usr/bin/app\nRes<|>trat=no\n";
  assert.deepEqual(offered(text), ["quickfix Rename to Restart="]);
  assert.deepEqual(offered(text.replace("<|>", "").replace("ExecStart=", "ExecStart=<|>")), []);
  checkAction(text, "Rename to Restart=", "[Service]\nExecStart=/usr/bin/app\nRestart=no\n");
});

test("a comment behind a value gets a line of its own", () => {
  checkAction(
    "[Service]\nExecStart=/usr/bin/app\nRestart=no # for <|>now\n",
    "Move the comment to a line of its own",
    "[Service]\nExecStart=/usr/bin/app\n# for now\nRestart=no\n",
  );
});

test("what means the same to systemd is preferred, and fixed with all that is safe", () => {
  const text = "[Unit]\nBind<|>To=a.socket\n[Service]\nExecStart=/usr/bin/app\nStandardOutput=syslog\nKillMode=none\n";
  assert.deepEqual(offered(text), [
    "quickfix Rename to BindsTo= *",
    "source.fixAll.unitlint Fix all that is safe to fix",
  ]);
  checkAction(
    text,
    "Fix all that is safe to fix",
    "[Unit]\nBindsTo=a.socket\n[Service]\nExecStart=/usr/bin/app\nStandardOutput=journal\nKillMode=none\n",
  );
});

test("what is not safe for all targets is not safe", () => {
  const targets = [262, 257].map(version => ({ name: String(version), catalog: catalogAt(version) }));
  const [first, ...others] = targets;
  assert.ok(first);
  const text = "[Service]\nExecStart=!<|>!/usr/bin/app\n";
  assert.deepEqual(offered(text), ["quickfix Delete it *", "source.fixAll.unitlint Fix all that is safe to fix"]);
  assert.deepEqual(offered(text, { settings: { targets: [first, ...others] } }), ["quickfix Delete it"]);
});

test("only the kinds that are asked for come", () => {
  const text = "[Unit]\nBind<|>To=a.socket\n[Service]\nExecStart=/usr/bin/app\n";
  assert.deepEqual(offered(text, { only: ["source.fixAll"] }), ["source.fixAll.unitlint Fix all that is safe to fix"]);
  assert.deepEqual(offered(text, { only: ["quick"] }), []);
  assert.deepEqual(offered(text, { only: [""] }).length, 2);
});

test("a misplaced key moves to its section, which is made where it is missing", () => {
  checkAction(
    "[Unit]\nRest<|>art=no\n\n[Service]\nExecStart=/usr/bin/app\n",
    "Move to [Service]",
    "[Unit]\n\n[Service]\nExecStart=/usr/bin/app\nRestart=no\n",
  );
  checkAction(
    "[Service]\nExecStart=/usr/bin/app\nWanted<|>By = a.target",
    "Move to a new [Install] section",
    "[Service]\nExecStart=/usr/bin/app\n\n[Install]\nWantedBy = a.target\n",
  );
  checkAction(
    "[Service]\r\nExecStart=/usr/bin/app\r\nDescri<|>ption=a \\\r\n  b\r\n",
    "Move to a new [Unit] section",
    "[Unit]\r\nDescription=a \\\r\n  b\r\n\r\n[Service]\r\nExecStart=/usr/bin/app\r\n",
  );
});

test("a misspelt key of another section is renamed and moved", () => {
  checkAction(
    "[Service]\nExecStart=/usr/bin/app\nWantdBy<|>=a.target\n",
    "Rename to WantedBy= and move to a new [Install] section",
    "[Service]\nExecStart=/usr/bin/app\n\n[Install]\nWantedBy=a.target\n",
  );
});

test("a command with shell syntax is given to a shell", () => {
  const title = "Run it by /bin/sh -c '…'";
  checkAction(
    "[Service]\nExecStart=-/usr/bin/a 'x y' <|>| /usr/bin/b \\\n  --c\\n\n",
    title,
    "[Service]\nExecStart=-/bin/sh -c '/usr/bin/a \\'x y\\' | /usr/bin/b \\\n  --c\\\\n'\n",
  );
  checkAction(
    "[Service]\nType=oneshot\nExecStart=/usr/bin/a ; /usr/bin/b >/tmp/<|>x ; /usr/bin/c\n",
    title,
    "[Service]\nType=oneshot\nExecStart=/usr/bin/a ; /bin/sh -c '/usr/bin/b >/tmp/x' ; /usr/bin/c\n",
  );
  for (const rest of ["&<|>& /usr/bin/b", "2><|>/dev/null"])
    assert.deepEqual(offered(`[Service]\nExecStart=/usr/bin/a ${rest}\n`), ["quickfix Let a shell run it"]);
});

test("a command without shell syntax, or that is given to a shell already, stays", () => {
  for (const command of ["/usr/bin/a '<|>|'", "/bin/sh -c 'a | b<|>'", "/bin/sh -c a | b<|>", "@/usr/bin/a b | c<|>"])
    assert.ok(!offered(`[Service]\nExecStart=${command}\n`).some(shown => shown.includes("/bin/sh")), command);
});

test("an assignment of the environment gets quotes", () => {
  checkAction("[Service]\nEnvironment=A=b C=<|>d\n", "Quote C=d", '[Service]\nEnvironment=A=b "C=d"\n');
  checkAction("[Service]\nEnvironment=A=b <|>c\n", 'Write "A=b c"', '[Service]\nEnvironment="A=b c"\n');
  const offer = offered('[Service]\nExecStart=/usr/bin/a\nEnvironment="A=<|>b"\n');
  assert.deepEqual(offer, []);
});

test("the other half of a dependency is offered once", () => {
  const db = "-- db.service --\n[Service]\nExecStart=/usr/bin/db\n";
  const unit = (lines: string) => `[Unit]\n${lines}[Service]\nExecStart=/usr/bin/app\n${db}`;
  checkAction(
    unit("Wants=d<|>b.service\n"),
    "Add After=db.service",
    "[Unit]\nWants=db.service\nAfter=db.service\n[Service]\nExecStart=/usr/bin/app\n",
  );
  const both = offered(unit("Requires=d<|>b.service\n"));
  assert.deepEqual(
    both.filter(shown => shown.includes("After")),
    ["quickfix Add After=db.service"],
  );
  assert.ok(!offered(unit("Wants=d<|>b.service\nAfter=db.service\n")).some(shown => shown.includes("Add ")));
  assert.ok(offered(unit("After=d<|>b.service\n")).includes("refactor Add Wants=db.service"));
});

test("a unit that is named and not there is created beside the one that names it", () => {
  checkAction(
    "[Unit]\nAfter=wor<|>ker@one.service\n[Service]\nExecStart=/usr/bin/app\n",
    "Create worker@.service",
    "-- /units/worker@.service --\n[Unit]\nDescription=worker %i\n\n[Service]\nExecStart=/usr/bin/worker\n",
  );
  checkAction(
    "-- app.service.d/x.conf --\n[Unit]\nAfter=wor<|>ker.target\n-- app.service --\n[Service]\nExecStart=/usr/bin/app\n",
    "Create worker.target",
    "-- /units/worker.target --\n[Unit]\nDescription=worker\n",
  );
  checkAction(
    "-- app.timer --\n[Ti<|>mer]\nOnCalendar=daily\n-- b.service --\n[Service]\nExecStart=/usr/bin/b\n",
    "Create app.service",
    "-- /units/app.service --\n[Unit]\nDescription=app\n\n[Service]\nExecStart=/usr/bin/app\n",
  );
  checkAction(
    "-- app.socket --\n[Socket]\nListenStream=80\nAcc<|>ept=yes\n-- b.service --\n[Service]\nExecStart=/usr/bin/b\n",
    "Create app@.service",
    "-- /units/app@.service --\n[Unit]\nDescription=app %i\n\n[Service]\nExecStart=/usr/bin/app\n",
  );
  assert.ok(!offered("[Unit]\nAfter=dev-s<|>da.device\n").some(shown => shown.includes("Create")));
});

test("a drop-in is created for a unit by its header, and for one that is named", () => {
  const app = "[Ser<|>vice]\nExecStart=/usr/bin/app\n";
  checkAction(app, "Create a drop-in for app.service", "-- /units/app.service.d/override.conf --\n[Service]\n");
  checkAction(
    `${app}-- app.service.d/override.conf --\n[Service]\nUser=app\n`,
    "Create a drop-in for app.service",
    "-- /units/app.service.d/override-2.conf --\n[Service]\n",
  );
  checkAction(
    "[Unit]\nAfter=systemd-journ<|>ald.service\n[Service]\nExecStart=/usr/bin/app\n",
    "Create a drop-in for systemd-journald.service",
    "-- /units/systemd-journald.service.d/override.conf --\n[Service]\n",
  );
});

test("a service is hardened at its header, by a drop-in or by lines here", () => {
  const app = "[Ser<|>vice]\nExecStart=/usr/bin/app\nUser=app\n\n[Install]\nWantedBy=multi-user.target\n";
  const { snapshot, uri, offset } = marked(app);
  const actions = codeActions(snapshot, uri, { start: offset, end: offset }, ["refactor"]);
  const [inDropIn, here] = ["Harden app.service by a drop-in", "Harden app.service here"].map(wanted =>
    actions.find(({ title }) => title === wanted),
  );
  assert.ok(inDropIn && here);
  assert.match(
    applied(inDropIn),
    /^-- \/units\/app\.service\.d\/50-hardening\.conf --\n# .*\[Service\]\n.*NoNewPrivileges=yes\n/s,
  );
  assert.match(applied(here), /\nUser=app\n\n## .*NoNewPrivileges=yes\n.*\n\n\[Install\]\n/s);
  assert.ok(
    offered("-- app@.service --\n[Ser<|>vice]\nExecStart=/usr/bin/app\n").some(shown =>
      shown.includes("Harden app@.service"),
    ),
  );
  assert.ok(!offered(applied(here).replace("[Service]", "[Ser<|>vice]")).some(shown => shown.includes("Harden")));
});

test("nothing is offered for what is no unit file", () => {
  const { snapshot } = marked("[Unit]\n");
  assert.deepEqual(codeActions(snapshot, "file:///units/none.txt", { start: 0, end: 0 }), []);
});

test("at any offset of any text, what is offered can be done", () => {
  for (const { path, text } of fixtureTexts()) assertSound(path, text);
  fc.assert(
    fc.property(randomText, text => assertSound("app.service", text)),
    { numRuns: 150 },
  );
});

test("all safe fixes of any text leave none, and add no finding", () => {
  fc.assert(
    fc.property(randomText, text => {
      const { snapshot, uri } = marked(`-- app.service --\n${text}`);
      const whole = { start: 0, end: 0 };
      const [action] = codeActions(snapshot, uri, whole, ["source.fixAll"]);
      if (action === undefined) return;
      const fixed = marked(`-- app.service --\n${applied(action)}`).snapshot;
      assert.deepEqual(codeActions(fixed, uri, whole, ["source.fixAll"]), []);
      assert.ok(fixed.findings(uri).length < snapshot.findings(uri).length);
    }),
    { numRuns: 300 },
  );
});

function assertSound(path: string, text: string): void {
  const { snapshot, uri } = marked(`-- ${path} --\n${text}`);
  const length = snapshot.file(uri)?.source.text.length ?? 0;
  const step = Math.max(1, Math.floor(length / 20));
  for (let offset = 0; offset <= length; offset += step) {
    for (const { kind, change } of codeActions(snapshot, uri, { start: offset, end: Math.min(length, offset + 3) })) {
      assert.ok(actionKinds.includes(kind));
      const { edits, created } = change();
      assert.ok(edits.length + created.length > 0);
      for (const { file, edits: inFile } of edits) {
        for (const { span } of inFile)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= file.text.length);
        applyEdits(file.text, inFile);
      }
    }
  }
}
