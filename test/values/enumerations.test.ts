/** Kinds that are a word of a table. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { allValueKinds, valueKind } from "../../server/src/values/index.ts";
import type { ValueContext } from "../../server/src/values/kind.ts";
import { checkValues } from "../support/values.ts";

test("a word of the table, in its own case, without quotes", () => {
  checkValues("service-type", [
    ["oneshot", "oneshot"],
    ["«Oneshot»", "Oneshot is not allowed; write simple, exec, forking, oneshot, dbus, notify, notify-reload or idle"],
    [
      '«"simple"»',
      '"simple" is not allowed; write simple, exec, forking, oneshot, dbus, notify, notify-reload or idle',
    ],
  ]);
  checkValues("exit-type", [["«»", "ExitType= must not be empty; write main or cgroup"]], { name: "ExitType" });
});

test("an empty value resets where systemd says so", () => {
  checkValues("kill-mode", [["", ""]]);
  checkValues("personality", [["", ""]]);
  checkValues("mount-propagation", [["", ""]]);
  checkValues("cpuset-partition", [["", ""]]);
});

test("words have their release", () => {
  const before = { version: 252 };
  checkValues(
    "service-type",
    [
      [
        "«notify-reload»",
        "notify-reload is known from systemd 253 on, not in 252; write simple, exec, forking, oneshot, dbus, notify or idle",
      ],
    ],
    before,
  );
  checkValues(
    "private-users",
    [
      ["yes", "yes"],
      ["«identity»", "identity is known from systemd 257 on, not in 252; write yes or no"],
    ],
    before,
  );
  checkValues("private-users", [
    ["yes", "self"],
    ["managed", "managed"],
  ]);
});

test("every spelling of a boolean", () => {
  checkValues("protect-home", [
    ["1", "yes"],
    ["T", "yes"],
    ["oFF", "no"],
    ["read-only", "read-only"],
    ["«readonly»", "readonly is not allowed; write yes, no, read-only or tmpfs"],
  ]);
  checkValues("bind-ipv6-only", [
    ["yes", "ipv6-only"],
    ["0", "both"],
  ]);
  checkValues("socket-timestamping", [
    ["µs", "us"],
    ["On", "ns"],
  ]);
});

test("numbers in place of words of syslog", () => {
  checkValues("syslog-level", [
    ["0x7", "7"],
    ["«8»", "8 is not allowed; write emerg, alert, crit, err, warning, notice, info or debug"],
  ]);
  checkValues("syslog-facility", [
    ["127", "127"],
    ["«128»", "128 is not allowed; write a syslog facility such as daemon, user or local0 … local7"],
  ]);
});

test("KillMode=none is honoured with a complaint", () => {
  checkValues("kill-mode", [
    [
      "«none»",
      "notes: KillMode=none is deprecated and unsafe: nothing ends the processes of the unit; write control-group or mixed",
    ],
  ]);
});

test("what people write for it", () => {
  checkReplacements("restart", {
    "on-failed": "on-failure",
    "always-restart": "always",
    true: "always",
    False: "no",
    "always # really": "always",
    alwyas: "always",
    "on-suc": "on-success",
    whenever: undefined,
  });
  checkReplacements("service-type", { oneshoot: "oneshot", fork: "forking", '"notify"': "notify" });
  checkReplacements("syslog-level", { error: "err", WARN: "warning", critical: "crit" });
  checkReplacements("personality", { amd64: "x86-64", i686: "x86" });
  checkReplacements("socket-protocol", { tcp: undefined, "udp-lite": "udplite" });
});

test("actions on the whole system", () => {
  const user = { manager: "user" } as const;
  checkValues("emergency-action", [["halt-immediate", "halt-immediate"]]);
  checkValues("emergency-action", [["exit-force", "exit-force"]], user);
  checkValues(
    "emergency-action",
    [["«reboot»", "reboot is for the system's manager; units of users take none, exit or exit-force"]],
    user,
  );
  checkValues(
    "emergency-action",
    [["«reboot»", "silent: reboot is for the system's manager; units of users take none, exit or exit-force"]],
    { ...user, version: 252 },
  );
});

test("systemd-oomd watches three types of units", () => {
  checkValues("managed-oom-mode", [["", ""]], { type: "slice" });
  checkValues("managed-oom-mode", [["«kill»", "Key= works only in services, scopes and slices"]], { type: "socket" });
});

test("protocols of sockets, in any case or by number", () => {
  checkValues("socket-protocol", [
    ["SCTP", "sctp"],
    ["0x88", "udplite"],
    ["«tcp»", "tcp is what the sockets use anyway; leave the line out, or write udplite, sctp or mptcp"],
  ]);
  checkValues("socket-protocol", [["«mptcp»", "mptcp is not allowed; write udplite or sctp"]], { version: 252 });
});

test("secure bits that systemd leaves out in silence", () => {
  checkValues("secure-bits", [
    ["keep-caps 'noroot-locked'", "keep-caps noroot-locked"],
    [
      "noroot «no_root»",
      "silent: no_root is no secure bit and is left out; there are keep-caps, keep-caps-locked, no-setuid-fixup, no-setuid-fixup-locked, noroot, noroot-locked",
    ],
  ]);
  checkValues(
    "secure-bits",
    [["«exec-restrict-file»", "silent: exec-restrict-file is known from systemd 262 on; 257 leaves it out"]],
    { version: 257 },
  );
});

test("the host name: a boolean, and since 258 a name", () => {
  checkValues("protect-hostname", [
    ["", ""],
    ["private:web.example", "private:web.example"],
    ["«no»:web", "A host name needs yes or private before the colon"],
    ["yes:«web_1»", "web_1 is no host name"],
  ]);
  checkValues("protect-hostname", [["«private:web»", "private:web is not allowed; write yes or no"]], { version: 257 });
});

test("every word that is offered is accepted, in every release", () => {
  for (const kind of allValueKinds()) {
    for (const version of [247, 252, 257, 262]) {
      const context: ValueContext = { version, manager: "system", section: "Service", name: "Key", type: "service" };
      for (const word of tables.has(kind.id) ? (kind.words?.(context) ?? []) : [])
        assert.deepEqual(kind.parse(word, context).problems, [], `${kind.id} ${word} in ${version}`);
    }
  }
});

const tables: ReadonlySet<string> = new Set(
  `bind-ipv6-only collect-mode cpuset-partition defer-trigger device-policy emergency-action exit-type job-mode keyring-mode kill-mode
  managed-oom-mode managed-oom-preference memory-thp mount-propagation notify-access oom-policy preserve-mode private-bpf private-pids private-tmp
  private-users proc-subset protect-control-groups protect-home protect-hostname protect-proc protect-system restart restart-mode service-type
  socket-protocol socket-timestamping syslog-facility syslog-level timeout-failure-mode utmp-mode personality secure-bits`.split(
    /\s+/,
  ),
);

/** Checks what each wrong value is to be replaced by. */
function checkReplacements(id: string, expected: Readonly<Record<string, string | undefined>>): void {
  const context: ValueContext = { version: 262, manager: "system", section: "Service", name: "Key", type: "service" };
  const found = Object.keys(expected).map(text => [
    text,
    valueKind(id)
      ?.parse(text, context)
      .problems.map(({ replacement }) => replacement),
  ]);
  assert.deepEqual(
    found,
    Object.entries(expected).map(([text, replacement]) => [text, [replacement]]),
  );
}
