/** Completion of headers and keys, and how what was typed chooses among them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { completion, resolveCompletion } from "../../server/src/features/completion.ts";
import { noTexts } from "../../server/src/texts/texts.ts";
import { checkChosen, checkMissing, checkOffered, checkResolved, itemNamed, offered } from "../support/completions.ts";
import { marked } from "../support/marked.ts";

test("an empty file begins with a section of its type", () => {
  checkOffered("<|>", "[Unit] [Service] [Install]");
  checkOffered("-- a.timer --\n<|>", "[Unit] [Timer] [Install]");
  checkOffered("-- service.d/x.conf --\n\n<|>", "[Unit] [Service] [Install]");
  checkOffered("\uFEFF<|>", "[Unit] [Service] [Install]");
  checkChosen("Serv<|>", "[Service]", "[Service]<|>");
  checkChosen("# what it is for\n<|>\n", "[Unit]", "# what it is for\n[Unit]<|>\n");
});

test("a bracket begins a header, and the one that closes it is not doubled", () => {
  checkOffered("[Unit]\n[<|>", "[Service] [Install] [Unit]");
  checkChosen("[Unit]\n[Se<|>", "[Service]", "[Unit]\n[Service]<|>");
  checkChosen("[Unit]\n[Se<|>]\nType=simple\n", "[Service]", "[Unit]\n[Service]<|>\nType=simple\n");
  checkChosen("[Serivce<|>]\n", "[Service]", "[Service]<|>\n");
  checkOffered("[Unit]<|>\n", "");
});

test("a line offers keys, then the sections that are not there yet", () => {
  const keys = "Alias= Also= DefaultInstance= RequiredBy= UpheldBy= WantedBy=";
  checkOffered("[Install]\n<|>", `${keys} [Unit] [Service] [Install]`);
  checkOffered("[Service]\nExecSt<|>", "ExecStart= ExecStartPost= ExecStartPre= ExecStop= ExecStopPost= …");
  checkMissing("[Service]\n<|>", "ListenStream= OnCalendar= After=");
  checkOffered("-- a.timer --\n[Timer]\nOnCal<|>", "OnCalendar= …");
  checkOffered("[X-Mine]\n<|>", "[Unit] [Service] [Install]");
});

test("a key is written with its =, unless that is there", () => {
  checkChosen("[Service]\nExecStar<|>\n", "ExecStart=", "[Service]\nExecStart=<|>\n");
  checkChosen("[Service]\nExecSt<|>ar=/bin/x\n", "ExecStart=", "[Service]\nExecStart<|>=/bin/x\n");
  checkChosen("[Service]\n  Res<|>\r\nType=simple\r\n", "Restart=", "[Service]\n  Restart=<|>\r\nType=simple\r\n");
});

test("what is set already is not offered again, unless lines add up", () => {
  checkMissing("[Service]\nType=simple\n<|>\n", "Type=");
  checkMissing("[Service]\nType=simple\n[Unit]\n[Service]\n<|>\n", "Type=");
  checkOffered("[Service]\nExecStart=/a\nExecStart<|>\n", "ExecStart= ExecStartPost= ExecStartPre= …");
  checkOffered("[Unit]\nAfter=a.service\nAfte<|>\n", "After= …");
  checkOffered("[Service]\nType<|>=simple\n", "Type= …");
  checkOffered("-- app.service.d/x.conf --\n[Service]\nTyp<|>\n-- app.service --\n[Service]\nType=simple\n", "Type= …");
});

test("old names come last and are marked, those that are gone or of later releases do not come", () => {
  const keys = offered(marked("[Unit]\n<|>\n")).filter(({ kind }) => kind === "key");
  assert.equal(keys.at(0)?.deprecated, undefined);
  assert.equal(keys.at(-1)?.deprecated, true);
  checkMissing("[Service]\n<|>\n", "MemoryLimit=");
  checkMissing("[Service]\n<|>\n", "RestartMode= PrivateBPF=", { version: 252 });
  checkMissing("[Service]\n<|>\n", "NetClass=");
  checkOffered("[Service]\nRestartMod<|>\n", "RestartMode=", { version: 254 });
});

test("after a typo the nearest comes first, and clients find it by what was typed", () => {
  checkOffered("[Service]\nRestrat<|>\n", "Restart= …");
  checkOffered("[Unit]\nAfetr<|>", "After= …");
  checkChosen("[Service]\nRestrat<|>\n", "Restart=", "[Service]\nRestart=<|>\n");
  assert.equal(itemNamed(marked("[Service]\nRestrat<|>\n"), "Restart=").filterText, "Restrat");
  const { snapshot, uri, offset } = marked("[Service]\nRestrat<|>\n");
  assert.equal(completion(snapshot, uri, offset).incomplete, true);
});

test("what begins as typed comes before what holds it, whatever the case", () => {
  checkOffered("[Service]\nexecreloa<|>\n", "ExecReload= ExecReloadPost=");
  checkOffered("[Service]\nidentifier<|>\n", "SyslogIdentifier= UtmpIdentifier=");
});

test("the order is that of sortText", () => {
  const items = offered(marked("[Service]\n<|>\n"));
  const sorted = [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
  assert.deepEqual(items, sorted);
  assert.equal(new Set(items.map(({ sortText }) => sortText)).size, items.length);
});

test("nothing is offered in comments, behind a key without =, in values of keys that nobody knows, in free text", () => {
  checkOffered("# Typ<|>", "");
  checkOffered("[Service]\n; Typ<|>\n", "");
  checkOffered("[Service]\nExecStart=/bin/x \\\n# Typ<|>\n  y\n", "");
  checkOffered("[Service]\nType <|>\n", "");
  checkOffered("[Service]\nTyp=<|>\n", "");
  checkOffered("[X-Mine]\nType=<|>\n", "");
  checkOffered("[Service]\nDescription=<|>\n", "");
  checkOffered("Type=<|>\n", "");
  checkOffered("[Unit]\nDescription=What it is <|>\n", "");
});

test("what nobody looks at is told lazily", () => {
  checkResolved("[Service]\nTyp<|>", "Type=", [
    "simple, exec, forking, oneshot, dbus, notify, notify-reload or idle",
    "Of several lines the last one counts.",
    "See systemd.service(5).",
  ]);
  const older = ["Of several lines the last one counts."];
  const limit = [
    "a size such as 512M, a percentage of the memory, or infinity",
    "Deprecated: write `MemoryMax=` in [Service].",
  ];
  checkResolved("[Service]\nMemoryLimi<|>", "MemoryLimit=", [...limit, ...older], { version: 252 });
  checkResolved("[Service]\nRestartMod<|>", "RestartMode=", [
    "normal, direct or debug",
    "Of several lines the last one counts.",
    "Since systemd 254.",
    "See systemd.service(5).",
  ]);
});

test("what is resolved may be anything", () => {
  const { snapshot, uri } = marked("[Service]\n");
  const unknown = { uri, of: "key", name: "Nothing", section: "Service" };
  const odd = [
    undefined,
    null,
    7,
    "x",
    {},
    unknown,
    { uri, of: "__proto__", name: "x" },
    { ...unknown, uri: "file:///x" },
  ];
  assert.deepEqual(
    odd.map(data => resolveCompletion(snapshot, data, noTexts)),
    odd.map(() => ({})),
  );
});
