/** What makes systemd refuse a merged unit, beyond what the specs of the rules show. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import { lintTexts } from "../../server/src/lint/lint-texts.ts";
import { unitProblems } from "../../server/src/model/refusals/index.ts";
import { stockFolder } from "../../server/src/model/stock-folder.ts";
import { openUnitSet } from "../../server/src/model/unit-set.ts";
import { virtualFolder } from "../../server/src/model/virtual-folder.ts";
import { rules } from "../../server/src/rules/index.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";

type Texts = Readonly<Record<string, string>>;

function open(texts: Texts, version = 262) {
  const files = Object.entries(texts).map(([path, text]) => [path, new SourceFile(path, text)] as const);
  return openUnitSet(
    [virtualFolder(".", "given", files), stockFolder(version, "system")],
    "system",
    catalogAt(version),
  );
}

/** The rules that have something to say of a unit, in systemd's order. */
function checksOf(name: string, texts: Texts, version = 262): string[] {
  const set = open(texts, version);
  return unitProblems(set.unit(name), set).map(({ check }) => check);
}

function loadOf(name: string, texts: Texts): string {
  return open(texts).unit(name).load;
}

test("a refused unit is not loaded; one that systemd complains of is", () => {
  assert.equal(loadOf("app.service", { "app.service": "[Service]\nUser=app\n" }), "bad-setting");
  assert.equal(
    loadOf("app.service", { "app.service": "[Service]\nExecStart=/usr/bin/app\nRestartSteps=3\n" }),
    "loaded",
  );
});

test("a slice needs no file to have a bad name", () => {
  assert.equal(loadOf("app--web.slice", {}), "bad-setting");
  assert.equal(loadOf("app-web.slice", {}), "loaded");
});

test("what systemd ships is known in parts, and never refused", () => {
  const dropIn = "[Service]\nExecStart=/usr/bin/app\nExecStart=/usr/bin/app --again\n";
  assert.equal(loadOf("dbus.service", { "dbus.service.d/50-x.conf": dropIn }), "loaded");
});

test("systemd stops at the first refusal, and complains before it of what comes before", () => {
  const exec = "DynamicUser=yes\nWorkingDirectory=~\nPAMName=login\nKillMode=process\n";
  assert.deepEqual(checksOf("app.service", { "app.service": `[Service]\n${exec}` }), ["sandbox-conflict"]);
  assert.deepEqual(checksOf("app.service", { "app.service": `[Service]\n${exec}` }, 252), ["missing-exec-start"]);
  const isolate =
    "[Unit]\nOnFailure=a.service b.service\nOnFailureJobMode=isolate\nJobTimeoutSec=1\nJobRunningTimeoutSec=5\n";
  assert.deepEqual(
    checksOf("app.service", { "app.service": `${isolate}[Service]\nExecStart=/usr/bin/app\nRestartSteps=3\n` }),
    ["ineffective-setting", "isolate-needs-one-unit"],
  );
});

test("the order of some checks of sockets changed", () => {
  const socket = "[Socket]\nListenFIFO=/run/app\nAccept=yes\nMaxConnections=0\n";
  const messages = (version: number) => {
    const set = open({ "app.socket": socket }, version);
    return unitProblems(set.unit("app.socket"), set).map(({ message }) => message);
  };
  assert.deepEqual(messages(252), ["Accept=yes does not go with ListenFIFO=, which takes no connections"]);
  assert.deepEqual(messages(262), ["MaxConnections= must be at least 1"]);
});

test("what only follows from a refused line is told by the preset that follows systemd", () => {
  const texts = {
    "backup.timer": "[Timer]\nOnCalendar=evry day\n",
    "backup.service": "[Service]\nExecStart=/bin/true\n",
  };
  const told = (preset: "verify" | "recommended") =>
    lintTexts(texts, rules, 262, { preset, severities: new Map() }).map(({ rule }) => rule);
  assert.deepEqual(told("recommended"), ["invalid-value"]);
  assert.deepEqual(told("verify"), ["timer-without-setting", "invalid-value"]);
});

test("a drop-in for all services is told once", () => {
  const once = "[Service]\nType=oneshot\nExecStart=/usr/bin/app\n";
  const findings = lintTexts(
    { "a.service": once, "b.service": once, "service.d/50-restart.conf": "[Service]\nRestart=always\n" },
    rules,
  );
  assert.deepEqual(
    findings.map(({ rule, file, related }) => [rule, file.path, ...related.map(({ message }) => message)]),
    [["oneshot-restart", "service.d/50-restart.conf", "the type of the service"]],
  );
});

const mounting = [
  "RootImage=/srv/app.raw",
  "RootDirectory=/srv/app",
  "RootDirectory=/\nStateDirectory=app",
  "MountAPIVFS=yes",
  "BindLogSockets=yes",
  "LogNamespace=app",
  "ReadOnlyDirectories=/srv",
  "TemporaryFileSystem=/srv",
  "MountFlags=slave",
  "PrivateTmp=disconnected",
  "PrivateNetwork=yes",
  "NetworkNamespacePath=/run/netns/app",
  "DynamicUser=yes",
  "ProtectHome=tmpfs",
  "ProtectProc=invisible",
  "ProcSubset=pid",
  "PrivatePIDs=yes",
  "IPCNamespacePath=/run/ipc",
  "CacheDirectory=app::ro",
];

const plain = [
  "RootDirectory=/",
  "RootDirectory=/srv/app\nMountAPIVFS=no",
  "ReadOnlyPaths=/srv\nReadOnlyPaths=",
  "MountFlags=shared",
  "PrivateMounts=no\nPrivateNetwork=yes",
  "ProtectHome=no",
  "ProtectProc=default",
  "StateDirectory=app",
  "User=app",
];

for (const version of [257, 262]) {
  test(`systemd ${version}: which settings give the processes mounts of their own`, () => {
    const refused = (lines: string) => {
      const text = `[Service]\nExecStart=/usr/bin/app\nWorkingDirectory=/proc\n${lines}\n`;
      return checksOf("app.service", { "app.service": text }, version).includes("sandbox-conflict");
    };
    assert.deepEqual(
      mounting.filter(lines => !refused(lines)),
      [],
    );
    assert.deepEqual(plain.filter(refused), []);
    assert.equal(refused("PrivateTmp=yes"), version === 262);
  });
}
