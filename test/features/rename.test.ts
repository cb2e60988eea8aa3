/** Renaming units: changed texts, moved files, and what a person is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { prepareRename, type Refusal, type Rename, rename } from "../../server/src/features/rename.ts";
import { applyEdits } from "../../server/src/text/text-edit.ts";
import { pathOfUri } from "../../server/src/workspace/file-uri.ts";
import { type MarkedOptions, marked } from "../support/marked.ts";
import { checkNavigationLaw } from "../support/navigation-law.ts";

/** What typing a name over the one under the cursor changes: a line for each changed line, each move and each note. */
function checkRename(text: string, typed: string, expected: readonly string[], options?: MarkedOptions): void {
  const { snapshot, uri, offset } = marked(text, options);
  const outcome = rename(snapshot, uri, offset, typed);
  assert.deepEqual(outcome && rendered(outcome), expected, text);
}

/** What is offered for renaming: the chosen text, what it starts from, or why there is nothing. */
function checkPrepared(text: string, expected: string | undefined, options?: MarkedOptions): void {
  const { snapshot, uri, offset } = marked(text, options);
  const prepared = prepareRename(snapshot, uri, offset);
  const source = snapshot.file(uri)?.source;
  const shown =
    prepared === undefined || "refusal" in prepared
      ? prepared?.refusal
      : `${source?.text.slice(prepared.span.start, prepared.span.end)}: ${prepared.text}`;
  assert.equal(shown, expected, text);
}

function rendered(outcome: Rename | Refusal): string[] {
  if ("refusal" in outcome) return [outcome.refusal];
  const short = (path: string) => path.replaceAll("/units/", "");
  const texts = outcome.edits.flatMap(({ file, edits }) => {
    const before = new Set(file.text.split("\n"));
    const after = applyEdits(file.text, edits).split("\n");
    return after.filter(line => !before.has(line)).map(line => `${short(file.path)}: ${line}`);
  });
  const moves = outcome.moves.map(({ from, to }) => short(`${pathOfUri(from)} -> ${pathOfUri(to)}`));
  return [...texts.sort(), ...moves, ...outcome.notes.map(short)];
}

const db = "-- db.service --\n[Service]\nExecStart=/usr/bin/db\n";

test("a unit is renamed in every value and on disk", () => {
  const text = `[Unit]
After=a.service d<|>b.service \\
  db.service
BindsTo=db.service-old.service
${db}-- db.service.d/x.conf --
[Service]
Restart=no
-- db.timer --
[Timer]
OnBootSec=1
Unit=db.service
-- b.service --
[Install]
WantedBy=other.target "db.service"
Alias=db.service.wants/b.service
-- multi-user.target.wants/b.service --
-> ../b.service
`;
  checkRename(text, "store.service", [
    "app.service:   store.service",
    "app.service: After=a.service store.service \\",
    "b.service: Alias=store.service.wants/b.service",
    'b.service: WantedBy=other.target "store.service"',
    "db.timer: Unit=store.service",
    "db.service -> store.service",
    "db.service.d -> store.service.d",
  ]);
});

test("a path is renamed wherever it is written alike, and its file where it lies in the workspace", () => {
  const text = `[Service]
EnvironmentFile=-/units/app<|>.env
ExecStart=/bin/a --from=/units/app.env /units/app.env /units/app.env.old
-- b.service --
[Unit]
ConditionPathExists=/units/app.env
`;
  checkPrepared(text, "/units/app.env: /units/app.env");
  checkRename(text, "app.env", ["app.env is no absolute path"]);
  checkRename(text, "/units/a b", ["/units/a b holds characters that each place would have to quote"]);
  const edits = [
    "app.service: EnvironmentFile=-/etc/app.env",
    "app.service: ExecStart=/bin/a --from=/units/app.env /etc/app.env /units/app.env.old",
    "b.service: ConditionPathExists=/etc/app.env",
  ];
  const rest = "app.service spells app.env in other places, too";
  checkRename(text, "/etc/app.env", [...edits, rest]);
  const disk = { "/units/app.env": "A=1\n" };
  checkRename(text, "/etc/app.env", [...edits, "app.env -> /etc/app.env", rest], { disk });
  const taken = { ...disk, "/etc/app.env": "" };
  checkRename(text, "/etc/app.env", [...edits, "/etc/app.env is there already: app.env stays", rest], { disk: taken });
});

test("the suffix may be left out, and the cursor may stand on a header of the unit itself", () => {
  checkRename("[Un<|>it]\n-- b.service --\n[Unit]\nAfter=app.service\n", "web", [
    "b.service: After=web.service",
    "app.service -> web.service",
  ]);
  checkPrepared("[Un<|>it]\n", "Unit: app.service");
});

test("links are renamed, and what they say is told", () => {
  checkRename(
    "[Un<|>it]\n-- multi-user.target.wants/app.service --\n-> ../app.service\n-- old.service --\n-> app.service\n",
    "web.service",
    [
      "app.service -> web.service",
      "multi-user.target.wants/app.service -> multi-user.target.wants/web.service",
      "The link old.service leads to app.service: make it lead to web.service",
      "The link multi-user.target.wants/app.service leads to ../app.service: make it lead to web.service",
    ],
  );
});

test("an alias is a name of its own", () => {
  const text = "[Unit]\nAfter=ol<|>d.service db.service\n-- db.service --\n[Unit]\n[Install]\nAlias=old.service\n";
  checkRename(text, "older.service", [
    "app.service: After=older.service db.service",
    "db.service: Alias=older.service",
  ]);
  checkRename(`${text}-- old.service --\n-> db.service\n`, "older.service", [
    "app.service: After=older.service db.service",
    "db.service: Alias=older.service",
    "old.service -> older.service",
  ]);
});

const template = "-- db@.service --\n[Service]\n";

test("a template is renamed with its instances; their names stay", () => {
  const users = `-- b.service --\n[Unit]\nAfter=db@x.service db@%i.service db@.service\nWants=%p@x.service\n${template}-- db@x.service.d/a.conf --\n[Service]\n`;
  const expected = [
    "app.service: After=pg@%i.service",
    "b.service: After=pg@x.service pg@%i.service pg@.service",
    "db@.service -> pg@.service",
    "db@x.service.d -> pg@x.service.d",
  ];
  checkRename(`[Unit]\nAfter=db@%<|>i.service\n${users}`, "pg@%i.service", expected);
  checkRename(`[Unit]\nAfter=db@%<|>i.service\n${users}`, "pg@", expected);
  checkRename(`[Unit]\nAfter=db@%<|>i.service\n${users}`, "pg@y.service", [
    "Only the piece of db@%i.service before the @ can be renamed",
  ]);
});

test("an instance is renamed alone, or its template by it", () => {
  const text = `[Unit]\nAfter=db@x<|>.service db@y.service\nWants=db@%i.service\n${template}-- a.target.wants/db@x.service --\n-> ../db@.service\n`;
  checkRename(text, "db@z.service", [
    "app.service: After=db@z.service db@y.service",
    "a.target.wants/db@x.service -> a.target.wants/db@z.service",
  ]);
  checkRename(text, "pg@x.service", [
    "app.service: After=pg@x.service pg@y.service",
    "app.service: Wants=pg@%i.service",
    "db@.service -> pg@.service",
    "a.target.wants/db@x.service -> a.target.wants/pg@x.service",
    "The link a.target.wants/db@x.service leads to ../db@.service: make it lead to pg@.service",
  ]);
});

test("units that start one another by their names say so from then on", () => {
  const timer = "-- app.timer --\n[Timer]\nOnBootSec=1\n\n[Install]\n";
  checkRename(`[Un<|>it]\n${timer}`, "web", ["app.timer: Unit=web.service", "app.service -> web.service"]);
  checkRename(`-- app.timer --\n[Ti<|>mer]\nOnBootSec=1${"\n"}-- app.service --\n[Unit]\n`, "web", [
    "app.timer: Unit=app.service",
    "app.timer -> web.timer",
  ]);
  checkRename("[Un<|>it]\n-- app.socket --\n[Socket]\nListenStream=1", "web", [
    "app.socket: Service=web.service",
    "app.service -> web.service",
  ]);
  checkRename("-- app@.service --\n[Un<|>it]\n-- app@.timer --\n[Timer]\nOnBootSec=1\n", "web@", [
    "app@.timer: Unit=web@%i.service",
    "app@.service -> web@.service",
  ]);
  checkRename("-- app@.service --\n[Un<|>it]\n-- app.socket --\n[Socket]\nListenStream=1\nAccept=yes\n", "web@", [
    "app@.service -> web@.service",
    "app.socket starts app@.service by its own name: rename it, too",
  ]);
});

test("a name that leads nowhere is renamed in values", () => {
  checkRename(`[Unit]\nAfter=dd<|>b.service\n${db}-- b.service --\n[Unit]\nAfter=ddb.service\n`, "db.service", [
    "app.service: After=db.service",
    "b.service: After=db.service",
  ]);
});

test("a unit of that name in another folder is left alone", () => {
  checkRename(
    "-- one/app.service --\n[Un<|>it]\n-- one/b.service --\n[Unit]\nAfter=app.service\n-- two/app.service --\n[Unit]\nAfter=app.service\n",
    "web",
    ["one/b.service: After=web.service", "one/app.service -> one/web.service"],
  );
});

test("skeletons keep their endings", () => {
  checkRename("[Unit]\nAfter=d<|>b.service\n-- db.service.in --\n[Service]\n", "pg", [
    "app.service: After=pg.service",
    "db.service.in -> pg.service.in",
  ]);
});

test("what cannot be renamed, and why", () => {
  checkRename(`[Unit]\nAfter=d<|>b.service\n${db}`, "app.service", ["There is a unit called app.service already"]);
  checkRename(`[Unit]\nAfter=d<|>b.service\n${db}`, "basic.service x", [
    "basic.service x.service is no name of a unit",
  ]);
  checkRename(`[Unit]\nAfter=d<|>b.service\n${db}`, "db.socket", [
    "db.socket is no service: the name must end in .service",
  ]);
  checkRename(`[Unit]\nAfter=d<|>b.service\n${db}`, "db@x", ["db.service is no template: its name must have no @"]);
  checkRename(`[Unit]\nAfter=d<|>b.service\n${db}`, "db.service", []);
  checkPrepared("[Unit]\nAfter=basic.tar<|>get\n", "basic.target comes with the system");
  checkPrepared("[Unit]\nAfter=%p<|>.socket\n", "%p.socket is made of specifiers, and follows the name of its unit");
  checkPrepared(
    "[Unit]\nAfter=srv.mou<|>nt\n-- srv.mount --\n[Mount]\n",
    "srv.mount is named after a path; change that instead",
  );
  checkPrepared("[Unit]\nDescription=Ab<|>c\n", undefined);
  checkPrepared("[Unit]\n# After=d<|>b.service\n", undefined);
  const disk = { "/img/usr/lib/systemd/system/v.service": "[Unit]\n" };
  checkPrepared(
    "[Unit]\nAfter=v.ser<|>vice\n",
    "v.service lies outside of the workspace: /img/usr/lib/systemd/system/v.service",
    {
      disk,
      settings: { roots: ["/img"] },
    },
  );
});

test("in a root, what lies above and below is renamed alike", () => {
  const text = `-- /img/etc/systemd/system/app.service --
[Unit]
After=v.ser<|>vice
-- /img/etc/systemd/system/v.service.d/a.conf --
[Unit]
-- /img/usr/lib/systemd/system/v.service --
[Unit]
Before=v.service
`;
  checkRename(
    text,
    "w",
    [
      "/img/etc/systemd/system/app.service: After=w.service",
      "/img/usr/lib/systemd/system/v.service: Before=w.service",
      "/img/usr/lib/systemd/system/v.service -> /img/usr/lib/systemd/system/w.service",
      "/img/etc/systemd/system/v.service.d -> /img/etc/systemd/system/w.service.d",
    ],
    { settings: { roots: ["/img"], folders: ["/img"] } },
  );
});

test("law: at any offset nothing throws, and spans lie in their files", () => {
  checkNavigationLaw((snapshot, uri, offset) => {
    const prepared = prepareRename(snapshot, uri, offset);
    const outcome = rename(snapshot, uri, offset, "other");
    const source = snapshot.file(uri)?.source;
    const chosen =
      prepared === undefined || "refusal" in prepared ? [] : [{ span: prepared.span, ...(source && { source }) }];
    const edits = outcome === undefined || "refusal" in outcome ? [] : outcome.edits;
    return [...chosen, ...edits.flatMap(({ file, edits }) => edits.map(({ span }) => ({ span, source: file })))];
  });
});
