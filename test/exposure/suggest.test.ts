/** Suggested drop-ins, as they are written. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import { dropInPath } from "../../server/src/exposure/suggest.ts";
import { openUnitSet } from "../../server/src/model/unit-set.ts";
import { virtualFolder } from "../../server/src/model/virtual-folder.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";
import { linesFor, suggestionFor } from "../support/advice.ts";
import { unitSet } from "../support/unit-set.ts";

test("a service with an account of its own bears much", () => {
  const { text, before, after } = suggestionFor("[Service]\nUser=app\nExecStart=/usr/bin/app\n");
  assert.equal(
    text,
    `# Hardening of app.service (safe), exposure 9.0 -> 1.6.
# Try the service out with it.

[Service]
## Account
# Its shared memory and queues end with it
RemoveIPC=yes

## Processes
# Cannot gain privileges through setuid programs such as sudo
NoNewPrivileges=yes
# Cannot set the setuid and setgid bits of files and folders
RestrictSUIDSGID=yes
# Cannot switch the execution domain
LockPersonality=yes
# Cannot ask for real-time scheduling
RestrictRealtime=yes
# Cannot make namespaces
RestrictNamespaces=yes

## Files
# Cannot change /usr, /boot and /etc
ProtectSystem=full
# Sees nothing of /home, /root and /run/user
ProtectHome=yes
# Has a /tmp and /var/tmp of its own
PrivateTmp=yes

## Devices
# Sees no devices but /dev/null and its like
PrivateDevices=yes

## Kernel
# Cannot change kernel settings in /proc/sys and /sys
ProtectKernelTunables=yes
# Cannot load kernel modules, nor see them
ProtectKernelModules=yes
# Cannot read the kernel's log, nor write into it
ProtectKernelLogs=yes
# Cannot change control groups
ProtectControlGroups=yes
# Cannot set the clock
ProtectClock=yes
# Cannot change the host name, nor see it change
ProtectHostname=yes
# Sees no processes of other accounts
ProtectProc=invisible

## Network
# Opens no sockets but of UNIX, IP and netlink
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK

## Capabilities
# Has no capabilities, whatever it runs
CapabilityBoundingSet=

## System calls
# Runs no programs of another architecture, such as 32-bit ones
SystemCallArchitectures=native
# No calls that set the clock
# No calls for emulating processors
# No calls for debugging and profiling
# No calls that load kernel modules
# No calls that mount file systems or change the root folder
# No calls that are long gone
# No calls for direct access to hardware
# No calls that restart the machine
# No calls that manage swap space
SystemCallFilter=~@clock @cpu-emulation @debug @module @mount @obsolete @raw-io @reboot @swap
SystemCallErrorNumber=EPERM
`,
  );
  assert.deepEqual([before, after], [90, 16]);
});

test("a session gets no advice that is safe", () => {
  const { text, rows, before, after } = suggestionFor("[Service]\nPAMName=login\nExecStart=/sbin/agetty\n");
  assert.equal(text, "");
  assert.deepEqual(rows, []);
  assert.equal(after, before);
});

test("the strict carry their objections above the line", () => {
  const { text } = suggestionFor("[Service]\nUser=app\nExecStart=/usr/bin/java -jar x.jar /dev/ttyS0\n", {
    level: "strict",
  });
  assert.doesNotMatch(text, /MemoryDenyWriteExecute/, "with it java would not even start");
  assert.match(text, /\n# But the unit names \/dev\/ttyS0\nPrivateDevices=yes\n/);
});

test("what the unit says already is not said again, and nothing is weakened", () => {
  const lines = linesFor(
    "[Service]\nUser=app\nExecStart=/usr/bin/app\nProtectSystem=strict\nPrivateTmp=disconnected\nRestrictNamespaces=yes\n",
  );
  assert.deepEqual(
    lines.filter(line => /^(?:ProtectSystem|PrivateTmp|RestrictNamespaces)=/.test(line)),
    [],
  );
});

test("a list that allows system calls is not widened", () => {
  const unit = "[Service]\nUser=app\nExecStart=/usr/bin/app\nSystemCallFilter=@system-service\n";
  assert.deepEqual(
    linesFor(unit).filter(line => line.startsWith("SystemCall")),
    ["SystemCallArchitectures=native"],
  );
  assert.deepEqual(
    linesFor(unit, { level: "strict" }).filter(line => line.startsWith("SystemCall")),
    ["SystemCallArchitectures=native", "SystemCallFilter=~@privileged", "SystemCallFilter=~@resources"],
  );
});

test("a list that forbids system calls is added to, and what happens then stays as it was", () => {
  const unit = "[Service]\nUser=app\nExecStart=/usr/bin/app\nSystemCallFilter=~@mount @swap @clock\n";
  assert.deepEqual(
    linesFor(unit).filter(line => line.startsWith("SystemCall")),
    ["SystemCallArchitectures=native", "SystemCallFilter=~@cpu-emulation @debug @module @obsolete @raw-io @reboot"],
  );
});

test("capabilities that the unit keeps are left to it", () => {
  const unit = "[Service]\nUser=app\nExecStart=/usr/bin/app\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n";
  const [line = ""] = linesFor(unit).filter(line => line.startsWith("CapabilityBoundingSet"));
  assert.match(line, /^CapabilityBoundingSet=~CAP_SYS_ADMIN CAP_SETUID /);
  assert.doesNotMatch(line, /CAP_NET_BIND_SERVICE/);
});

test("an older systemd is given what it knows", () => {
  const lines = linesFor("[Service]\nUser=app\nExecStart=/usr/bin/app\n", { version: 240 });
  assert.ok(lines.includes("NoNewPrivileges=yes"));
  assert.deepEqual(
    lines.filter(line =>
      /^(?:ProtectProc|ProtectKernelLogs|ProtectClock|ProtectHostname|RestrictSUIDSGID)=/.test(line),
    ),
    [],
  );
});

test("a user manager is given what it can do", () => {
  const lines = linesFor("[Service]\nExecStart=/usr/bin/app\n", { manager: "user" });
  assert.ok(lines.includes("NoNewPrivileges=yes"));
  assert.ok(lines.includes("RestrictNamespaces=yes"));
  assert.deepEqual(
    lines.filter(line => /^(?:Private|ProtectHome|ProtectSystem|CapabilityBoundingSet|Device|DynamicUser)/.test(line)),
    [],
  );
});

test("a unit that systemd would refuse with a setting is not given it", () => {
  const lines = linesFor("[Service]\nUser=app\nWorkingDirectory=/proc\nExecStart=/usr/bin/app\n", { level: "strict" });
  assert.deepEqual(
    lines.filter(line => /^(?:PrivateMounts|PrivateDevices|ProtectSystem|ProtectHome)=/.test(line)),
    [],
  );
  assert.ok(lines.includes("NoNewPrivileges=yes"));
});

test("an instance of a template is advised by what the template says", () => {
  const { rows, after, before } = suggestionFor("[Service]\nUser=app\nExecStart=/usr/bin/app %i\n", {
    name: "app@one.service",
  });
  assert.ok(rows.length > 10);
  assert.ok(after < before);
});

test("what lowers nothing is not suggested a second time", () => {
  const unit = "[Service]\nUser=app\nExecStart=/usr/bin/app\n";
  const first = suggestionFor(unit, { level: "strict" });
  const again = suggestionFor(unit, {
    level: "strict",
    beside: { "etc/app.service.d/50-hardening.conf": first.text },
  });
  assert.deepEqual([again.before, again.after, again.text], [first.after, first.after, ""]);
});

test("other units than services get nothing", () => {
  const { text } = suggestionFor("[Socket]\nListenStream=80\n", { name: "app.socket" });
  assert.equal(text, "");
});

test("the drop-in of a system's unit is the administrator's", () => {
  const set = unitSet({
    "lib/app.service": "[Service]\nExecStart=/bin/app\n",
    "lib/job@.service": "[Service]\nExecStart=/bin/job\n",
    "etc/app.service.d/50-hardening.conf": "[Service]\nPrivateTmp=yes\n",
  });
  assert.equal(dropInPath(set.unit("app.service"), set), "/etc/systemd/system/app.service.d/51-hardening.conf");
  assert.equal(dropInPath(set.unit("job@1.service"), set), "/etc/systemd/system/job@.service.d/50-hardening.conf");
});

test("the drop-in of a project's unit lies beside it", () => {
  const file = new SourceFile("deploy/app.service", "[Service]\nExecStart=/bin/app\n");
  const set = openUnitSet([virtualFolder("deploy", "given", [["app.service", file]])], "system", catalogAt(262));
  assert.equal(dropInPath(set.unit("app.service"), set), "deploy/app.service.d/50-hardening.conf");
});
