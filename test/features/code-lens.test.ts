/** Code lenses, each as the header that it stands above and what it says. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { codeLenses, lensText } from "../../server/src/features/code-lens.ts";
import { type MarkedOptions, marked, settle, workspaceOver } from "../support/marked.ts";

function checkLenses(text: string, expected: readonly string[], options?: MarkedOptions): void {
  const { snapshot, uri } = marked(text, options);
  const source = snapshot.file(uri)?.source.text ?? "";
  const shown = codeLenses(snapshot, uri).map(({ topic, span }) => {
    const { title, document } = lensText(snapshot, uri, topic) ?? {};
    return `${source.slice(span.start, span.end)} ${title} → ${document}`;
  });
  assert.deepEqual(shown, expected);
}

const service = "[Service]\nExecStart=/bin/a\n";

test("exposure, drop-ins and who starts the unit", () => {
  checkLenses(
    `[Unit]\nDescription=a\n${service}[Install]\nWantedBy=multi-user.target\n-- app.service.d/a.conf --\n[Service]\nPrivateNetwork=yes\n-- app.service.d/b.conf --\n[Unit]\n`,
    [
      "[Unit] 2 drop-ins → effective",
      "[Unit] Started by multi-user.target once enabled → graph",
      "[Service] Exposure 9.0 UNSAFE → exposure",
    ],
  );
});

test("started by lines, links and triggers", () => {
  const others = `-- b.service --\n[Unit]\nRequires=app.service\nAfter=app.service\n${service}-- c.service --\n[Unit]\nAfter=app.service\n${service}`;
  checkLenses(
    `[Unit]\n${others}-- multi-user.target.wants/app.service --\n-> ../app.service\n-- app.timer --\n[Timer]\nOnBootSec=1\n`,
    ["[Unit] Started by app.timer, b.service, multi-user.target → graph"],
  );
  checkLenses("-- app.target --\n[Unit]\nDescription=a\n", ["[Unit] Started by no unit → graph"]);
  checkLenses(`-- x.timer --\n[Timer]\nUnit=app.service\n-- app.service --\n[Unit]<|>\n`, [
    "[Unit] Started by x.timer → graph",
  ]);
});

test("templates are started as any instance, instances as their own", () => {
  const others = `-- b.service --\n[Unit]\nWants=app@x.service\n${service}-- c@.service --\n[Unit]\nWants=app@%i.service\n${service}-- d.target.wants/app@y.service --\n-> ../app@.service\n`;
  checkLenses(`-- app@.service --\n[Unit]<|>\n${others}`, [
    "[Unit] Started by b.service, c@.service, d.target → graph",
  ]);
  checkLenses(`-- app@x.service --\n[Unit]<|>\n${others}`, ["[Unit] Started by b.service → graph"]);
});

test("drop-ins show the exposure of their unit, those of a type nothing", () => {
  checkLenses(`-- app.service.d/x.conf --\n[Service]\nPrivateTmp=yes<|>\n-- app.service --\n${service}`, [
    "[Service] Exposure 9.2 UNSAFE → exposure",
  ]);
  checkLenses("-- service.d/x.conf --\n[Service]\nPrivateTmp=yes\n", []);
});

test("a service that systemd refuses has no exposure", () => {
  checkLenses("[Service]\nType=simple\n", ["[Service] Started by no unit → graph"]);
});

test("any text", () => {
  const pieces = fc.constantFrom(
    ..."[Unit]|[Service]|[Timer]|[Install]|\n|\r\n|\\\n|ExecStart=/bin/a|Wants=|WantedBy=|Unit=|%i|%|a@.service|app.service|9|\ufeff|\udc80".split(
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
        for (const { span, topic } of codeLenses(snapshot, uri)) {
          assert.ok(span.start >= 0 && span.end <= length);
          assert.notEqual(lensText(snapshot, uri, topic)?.title, "");
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("after edits, who starts a unit is what it is afresh", () => {
  const tree = { "/units/app.service": service, "/units/b.service": service, "/units/c@.service": service };
  const workspace = workspaceOver(tree);
  settle(workspace);
  const texts = [
    "",
    "[Unit]\nWants=app.service\n",
    "[Unit]\nAfter=app.service\nWants=b.service\n",
    "[Unit]\nRequires=app.service\n",
  ];
  for (const uri of ["file:///units/b.service", "file:///units/c@.service"]) {
    workspace.open({ uri, languageId: "systemd-unit", version: 1, text: service });
    texts.forEach((text, i) => {
      workspace.change(uri, i + 2, text + service);
      const { title } = lensText(workspace.snapshot(), "file:///units/app.service", "starters") ?? {};
      workspace.snapshot().findings(uri);
      const name = uri.slice("file:///units/".length);
      assert.equal(title, i % 2 === 0 ? "Started by no unit" : `Started by ${name}`);
    });
    workspace.change(uri, 9, service);
  }
});
