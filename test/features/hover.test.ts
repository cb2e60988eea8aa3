/** Hover, as text: the stretch that it is about in «», then what is said, a paragraph or item a line. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { hover } from "../../server/src/features/hover.ts";
import { noTexts, type Texts } from "../../server/src/texts/texts.ts";
import { type MarkedOptions, marked } from "../support/marked.ts";
import { link } from "../support/memory-host.ts";

/** A Thursday morning in Berlin. */
const clock = { now: BigInt(Date.UTC(2026, 0, 1, 8)) * 1000n, timezone: "Europe/Berlin" };

interface HoverOptions extends MarkedOptions {
  readonly texts?: Texts;
}

function shown(text: string, options: HoverOptions = {}): readonly string[] {
  const { snapshot, uri, offset } = marked(text, options);
  const found = hover(snapshot, uri, offset, { clock, texts: options.texts ?? noTexts });
  const source = snapshot.file(uri)?.source.text ?? "";
  if (found === undefined) return [];
  const lines = found.plainText.split("\n").filter(line => line !== "");
  return [`«${source.slice(found.span.start, found.span.end)}»`, ...lines];
}

function checkHover(text: string, expected: readonly string[], options?: HoverOptions): void {
  assert.deepEqual(shown(text, options), expected);
}

/** Below `[Service]`. */
function checkLine(line: string, expected: readonly string[], options?: HoverOptions): void {
  checkHover(`[Service]\n${line}\n`, expected, options);
}

test("sections", () => {
  checkHover("[Serv<|>ice]\n", [
    "«[Service]»",
    "[Service]",
    "286 directives in systemd 262. Manual: systemd.service(5)",
  ]);
  checkHover("[X-Mine<|>]\n", ["«[X-Mine]»", "[X-Mine]: systemd skips sections that start with X-"]);
  checkHover("[Foo<|>]\n", ["«[Foo]»", "[Foo]: systemd knows no such section and skips it"]);
  checkHover("[Sock<|>et]\n", [
    "«[Socket]»",
    "[Socket] belongs to .socket units; systemd skips it here, where it reads [Unit], [Service], [Install]",
  ]);
});

test("keys: facts, and what an old name became", () => {
  checkLine("TimeoutStart<|>Sec=5", [
    "«TimeoutStartSec»",
    "TimeoutStartSec= in [Service]",
    "- Takes a time span such as 5min 20s",
    "- Assigned again, the last one counts",
    "- Since systemd 188",
    "- Manual: systemd.service(5)",
  ]);
  checkLine("CPUSh<|>ares=100", [
    "«CPUShares»",
    "CPUShares= in [Service]",
    "- Ignored since systemd 258, which removed its support",
    "An old name: write CPUWeight=, with other values, since systemd 232",
  ]);
  checkLine("On<|>Calendar=daily", ["«OnCalendar»", "OnCalendar= has no effect in [Service]; it belongs to [Timer]"]);
  checkLine("Foo<|>=bar", []);
});

test("keys: whether the assignment counts", () => {
  const last = (text: string) => shown(text).at(-1);
  assert.equal(
    last("[Service]\nRes<|>tart=no\n-- app.service.d/x.conf --\n[Service]\nRestart=always\n"),
    "Without effect: app.service.d/x.conf:2 takes its place",
  );
  assert.equal(last("[Service]\nEnviron<|>ment=A=1\nEnvironment=\n"), "Without effect: app.service:3 clears it");
  assert.equal(last("[Service]\nRes<|>tart=nope\n"), "Without effect: systemd refuses the value");
  assert.equal(
    last("[Service]\nExecStart=./x\nRes<|>tart=no\n"),
    "systemd reads no further than a line above, and so does not come to this one",
  );
});

test("words of tables", () => {
  checkLine("Restart=on-fail<|>ure", [
    "«on-failure»",
    "on-failure: a value of Restart=",
    "Allowed: no, always, on-success, on-failure, on-abnormal, on-abort, on-watchdog",
  ]);
  checkLine("Restart=on-fia<|>lure", [
    "«on-fialure»",
    "on-fialure: no value of Restart=",
    "Takes no, always, on-success, on-failure, on-abnormal, on-abort or on-watchdog",
  ]);
  checkLine("DynamicUser=o<|>n", ["«on»", "on: a value of DynamicUser=", "Takes yes or no", "Means yes"]);
  checkLine("SuccessExitStatus=TEMP<|>FAIL", ["«TEMPFAIL»", "TEMPFAIL: exit status 75"]);
  checkLine("Environment=<|>", ["«»", "Clears what stands above"]);
});

test("time spans and sizes in plain units", () => {
  checkLine("TimeoutStartSec=9<|>0", ["«90»", "90 is 1min 30s: 1 minute 30 seconds (90 seconds)"]);
  checkLine("RestartSec=1m<|>in 30s", ["«1min 30s»", "1min 30s: 1 minute 30 seconds (90 seconds)"]);
  checkLine("RestartSec=100m<|>s", ["«100ms»", "100ms: 100 milliseconds (100,000 microseconds)"]);
  checkLine("TimeoutStopSec=<|>0", ["«0»", "0 is infinity: without end"]);
  checkLine("LimitCPU=5min:1<|>0min", [
    "«5min:10min»",
    "soft limit 5min: 5 minutes (300 seconds)",
    "hard limit 10min: 10 minutes (600 seconds)",
  ]);
  checkLine("MemoryMax=51<|>2M", ["«512M»", "512M: 512 MiB, 536,870,912 bytes"]);
  checkLine("MemoryMax=1.<|>5G", ["«1.5G»", "1536M: 1.5 GiB, 1,610,612,736 bytes"]);
  checkLine("MemoryMax=50<|>%", ["«50%»", "50%: of the memory of the machine"]);
  checkLine("LimitAS=4G:inf<|>inity", [
    "«4G:infinity»",
    "soft limit 4G: 4 GiB, 4,294,967,296 bytes",
    "hard limit infinity",
  ]);
});

test("file modes", () => {
  checkLine("RuntimeDirectoryMode=17<|>50", ["«1750»", "1750: rwxr-x--T"]);
  checkLine("UMask=00<|>27", ["«0027»", "0027: new files get at most rw-r-----, new folders rwxr-x---"]);
});

test("calendar events: the normal form and the next five times", () => {
  checkHover("-- t.timer --\n[Timer]\nOnCalendar=Mon..Fri 0<|>9:00\n", [
    "«Mon..Fri 09:00»",
    "Mon..Fri 09:00 is Mon..Fri *-*-* 09:00:00",
    "Elapses next:",
    "- Fri 2026-01-02 09:00:00 CET (24h left)",
    "- Mon 2026-01-05 09:00:00 CET (4 days left)",
    "- Tue 2026-01-06 09:00:00 CET (5 days left)",
    "- Wed 2026-01-07 09:00:00 CET (6 days left)",
    "- Thu 2026-01-08 09:00:00 CET (1 week 0 days left)",
  ]);
  checkHover("-- t.timer --\n[Timer]\nOnCalendar=2020-<|>01-01\n", [
    "«2020-01-01»",
    "2020-01-01 is 2020-01-01 00:00:00",
    "Elapses never again",
  ]);
});

test("command lines: what is handed over, and the prefixes", () => {
  checkLine("ExecStart=-@/bin/sh sh<|> -c 'echo %p %H' ; /bin/true", [
    "«-@/bin/sh sh -c 'echo %p %H' ; /bin/true»",
    "Runs /bin/sh",
    "- argv[0] sh",
    "- argv[1] -c",
    "- argv[2] echo app %H",
    "- - a failure counts as success",
    "- @ the word behind the program is its argv[0]",
  ]);
  checkLine("ExecStart=/bin/a ; /bin/tr<|>ue x", [
    "«/bin/a ; /bin/true x»",
    "Runs /bin/true",
    "- argv[0] /bin/true",
    "- argv[1] x",
    "/bin/true does not exist on this machine",
  ]);
  checkLine("ExecStart=/bin/x \\\n# in be<|>tween\n  arg", []);
  checkLine("ExecStart=/bin/x \\\n# in between\n  ar<|>g", [
    "«/bin/x \\\n# in between\n  arg»",
    "Runs /bin/x",
    "- argv[0] /bin/x",
    "- argv[1] arg",
  ]);
});

test("variables, and who sets them", () => {
  checkLine("ExecStart=/bin/echo '${FO<|>O}'\nEnvironment=FOO=bar", [
    "«${FOO}»",
    "${FOO}: replaced by the value of the variable FOO, as one word, whatever it holds",
    "Set in app.service:3: FOO=bar",
    "Runs /bin/echo",
    "- argv[0] /bin/echo",
    "- argv[1] ${FOO}",
  ]);
  assert.equal(
    shown("[Service]\nExecReload=/bin/kill $MAINP<|>ID\n")[2],
    "Set by systemd: the main process of the service, where there is one",
  );
  assert.equal(
    shown("[Service]\nExecStart=/bin/a $X<|>Y\nEnvironmentFile=/etc/a\n")[2],
    "Set by no Environment= of the unit; its EnvironmentFile= may",
  );
});

test("capabilities, system calls, address families, signals", () => {
  checkLine("CapabilityBoundingSet=~CAP_SYS_TI<|>ME", [
    "«CAP_SYS_TIME»",
    "CAP_SYS_TIME: a capability",
    "What is not in the set can never be had by the processes of the unit",
  ]);
  checkLine("SystemCallFilter=@sy<|>nc", [
    "«@sync»",
    "@sync: a group of system calls",
    "7 in systemd 262: fdatasync, fsync, msync, sync, sync_file_range, sync_file_range2, syncfs",
    "Allowed here, where the first line of the unit is a list of allowed ones",
  ]);
  checkLine("SystemCallFilter=~mo<|>unt:EPERM", [
    "«mount:EPERM»",
    "mount: a system call, in @mount",
    "Forbidden here, with the error EPERM",
  ]);
  checkLine("RestrictAddressFamilies=~AF_NET<|>LINK", [
    "«AF_NETLINK»",
    "AF_NETLINK: a family of addresses",
    "Forbidden here",
  ]);
  checkLine("KillSignal=SIG<|>INT", ["«SIGINT»", "SIGINT: signal 2"]);
  checkLine("KillSignal=<|>9", ["«9»", "SIGKILL: signal 9"]);
});

test("users and groups, of this machine or of a root", () => {
  const passwd = "root:x:0:0:root:/root:/bin/bash\nwww:x:33:33::/var/www:/bin/false\n";
  const disk = { "/etc/passwd": passwd, "/srv/image/etc/group": "adm:x:4:syslog,ann\n" };
  checkLine("User=ww<|>w", ["«www»", "User www: ID 33, group ID 33, home folder /var/www, shell /bin/false"], { disk });
  checkLine("Group=a<|>dm", ["«adm»", "Group adm: ID 4, members syslog, ann"], {
    disk,
    settings: { roots: ["/srv/image"] },
  });
  checkLine("User=no<|>pe", [
    "«nope»",
    "No local user is called nope on this machine; others may be made at boot (sysusers.d) or come from the network",
  ]);
});

test("paths: what lies there", () => {
  const disk = { "/etc/default/app": "A=1", "/etc/link": link("/etc/default"), "/srv/image/etc/only": "" };
  checkLine(
    "EnvironmentFile=-/etc/default/ap<|>p",
    ["«/etc/default/app»", "/etc/default/app is a file on this machine"],
    { disk },
  );
  checkLine(
    "WorkingDirectory=/etc/li<|>nk",
    ["«/etc/link»", "/etc/link is a link to /etc/default on this machine, a folder"],
    { disk },
  );
  checkLine("EnvironmentFile=/etc/on<|>ly", ["«/etc/only»", "/etc/only is a file in /srv/image"], {
    disk,
    settings: { roots: ["/srv/image"] },
  });
  checkLine("StateDirectory=ap<|>p", ["«app»", "app is /var/lib/app", "/var/lib/app does not exist on this machine"]);
  checkLine("EnvironmentFile=<|>-/etc/a", ["«-»", "- it is no error where the path is missing"]);
});

test("specifiers: their meaning, and their value where it is certain", () => {
  checkLine("SyslogIdentifier=%<|>p", ["«%p»", "%p: the name up to the @, or without its suffix", "Here: app"]);
  checkLine("SyslogIdentifier=%<|>i", [
    "«%i»",
    "%i: the instance, as written",
    "Empty here: app.service has no instance",
  ]);
  checkLine("SyslogIdentifier=%<|>H", ["«%H»", "%H: the host name", "Known when the unit runs"]);
  checkHover("-- app@x.service --\n[Service]\nSyslogIdentifier=%<|>i\n", [
    "«%i»",
    "%i: the instance, as written",
    "Here: x",
  ]);
  checkHover("-- app@.service --\n[Service]\nSyslogIdentifier=%<|>i\n", [
    "«%i»",
    "%i: the instance, as written",
    "Another for each instance of app@.service",
  ]);
  checkHover("-- service.d/x.conf --\n[Service]\nSyslogIdentifier=%<|>n\n", [
    "«%n»",
    "%n: the full name of the unit",
    "Another for each unit that this drop-in serves",
  ]);
  checkHover("-- user/a.service --\n[Service]\nExecStart=%<|>h/bin/x\n", [
    "«%h»",
    "%h: the home folder of the service manager's user",
    "Here: ~",
    "Runs ~/bin/x",
    "- argv[0] ~/bin/x",
  ]);
});

test("conditions as a sentence", () => {
  checkHover("[Unit]\nConditionPathExists=|!/et<|>c/x\n", [
    "«/etc/x»",
    "/etc/x does not exist on this machine",
    "|: of all conditions with this sign, one is enough",
    "The unit only starts unless /etc/x exists; else it is skipped, which is no failure",
  ]);
  checkHover("[Unit]\nAssertVirtualization=!kv<|>m\n", [
    "«!kvm»",
    "Starting the unit fails if the system runs in a virtual machine or container of this kind: kvm",
  ]);
  checkHover("[Unit]\nConditionACPower=fal<|>se\n", [
    "«false»",
    "The unit only starts if the machine is on battery power; else it is skipped, which is no failure",
  ]);
});

test("documentation", () => {
  checkHover("[Unit]\nDocumentation=man:fo<|>o(8) https://x.example\n", ["«man:foo(8)»", "The manual page foo(8)"]);
});

test("what was written about directives, values and words is told with the facts", () => {
  const text = (summary: string) => ({ summary, body: [], facts: [] });
  const texts: Texts = {
    directives: {
      Restart: {
        summary: "When the service starts again.",
        body: ["After `RestartSec=`."],
        facts: [["default", "`no`"]],
        values: { always: "Also after a clean exit, unless `systemctl stop` asked for it." },
      },
    },
    words: { sections: { Service: text("What runs.") }, signals: { SIGHUP: text("Hangs up.") } },
  };
  checkLine(
    "Rest<|>art=always",
    [
      "«Restart»",
      "Restart= in [Service]",
      "When the service starts again.",
      "After RestartSec=.",
      "- Takes no, always, on-success, on-failure, on-abnormal, on-abort or on-watchdog",
      "- Assigned again, the last one counts",
      "- Default: no",
      "- Manual: systemd.service(5)",
    ],
    { texts },
  );
  checkLine(
    "Restart=al<|>ways",
    ["«always»", "always: a value of Restart=", "Also after a clean exit, unless systemctl stop asked for it."],
    { texts },
  );
  checkLine("KillSignal=SIG<|>HUP", ["«SIGHUP»", "SIGHUP: signal 1", "Hangs up."], { texts });
});
