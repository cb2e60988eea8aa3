/** What units of hostile kinds come to. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { exposureOf, exposureText } from "../../server/src/exposure/exposure.ts";
import { parsePolicy } from "../../server/src/exposure/policy.ts";
import type { Manager } from "../../server/src/model/unit-file-name.ts";
import type { Tree } from "../support/memory-host.ts";
import { unitSet } from "../support/unit-set.ts";

const options = { version: 262, manager: "system" as Manager };

/** The badness of some assessments, `-` where they do not apply. */
function badness(files: Tree, fields: string, { version, manager } = options, name = "app.service"): string {
  const { assessments } = exposureOf(unitSet(files, version, manager).unit(name), { version, manager });
  return fields
    .split(" ")
    .map(field => {
      const found = assessments.find(({ row }) => row.field === field);
      assert.ok(found, `there is an assessment ${field}`);
      return found.badness ?? "-";
    })
    .join(" ");
}

function service(lines: string): Tree {
  return { "etc/app.service": `[Service]\nExecStart=/bin/app\n${lines}\n` };
}

test("a service that says nothing runs as root", () => {
  assert.equal(badness(service(""), "UserOrDynamicUser RemoveIPC SupplementaryGroups"), "10 - -");
  assert.equal(badness(service("User=root"), "UserOrDynamicUser RemoveIPC SupplementaryGroups"), "10 - -");
  assert.equal(badness(service("User=app"), "UserOrDynamicUser RemoveIPC SupplementaryGroups"), "0 1 0");
});

test("a dynamic user brings a sandbox", () => {
  const fields = "UserOrDynamicUser PrivateTmp RemoveIPC ProtectSystem ProtectHome NoNewPrivileges RestrictSUIDSGID";
  assert.equal(badness(service("DynamicUser=yes"), fields), "0 0 0 0 5 0 0");
  assert.equal(
    badness(service("DynamicUser=yes\nProtectHome=yes\nProtectSystem=no\nPrivateTmp=no"), fields),
    "0 0 0 0 0 0 0",
  );
});

test("a dynamic user gets the name of the unit, whatever that is", () => {
  const named = (name: string) =>
    badness(
      { [`etc/${name}`]: "[Service]\nExecStart=/bin/app\nDynamicUser=yes\n" },
      "UserOrDynamicUser",
      options,
      name,
    );
  assert.equal(named("root.service"), "10");
  assert.equal(named("nobody.service"), "9");
  assert.equal(named("9lives.service"), "0");
});

test("an image needs devices of its own", () => {
  assert.equal(badness(service("PrivateDevices=yes"), "RootDirectoryOrRootImage DeviceAllow"), "1 0");
  assert.equal(
    badness(service("PrivateDevices=yes\nRootImage=/srv/app.raw"), "RootDirectoryOrRootImage DeviceAllow"),
    "0 5",
  );
  assert.equal(badness(service("RootDirectory=/"), "RootDirectoryOrRootImage"), "1");
});

test("drop-ins undo what the unit has", () => {
  const files = {
    ...service("NoNewPrivileges=yes\nSystemCallFilter=@system-service\nCapabilityBoundingSet=\nRestrictNamespaces=yes"),
    "etc/app.service.d/10-open.conf":
      "[Service]\nNoNewPrivileges=no\nSystemCallFilter=\nCapabilityBoundingSet=CAP_KILL\nRestrictNamespaces=no\n",
  };
  const fields =
    "NoNewPrivileges SystemCallFilter_mount CapabilityBoundingSet_CAP_KILL CapabilityBoundingSet_CAP_MKNOD RestrictNamespaces_net";
  assert.equal(badness(files, fields), "1 10 1 0 1");
});

test("templates are assessed as an instance", () => {
  const files = { "etc/app@.service": "[Service]\nExecStart=/bin/app %i\nUser=app-%i\n" };
  assert.equal(badness(files, "UserOrDynamicUser", options, "app@x.service"), "0");
});

test("units that start early are not asked for what they cannot have", () => {
  const files = {
    "etc/app.service": "[Unit]\nDefaultDependencies=no\n[Service]\nExecStart=/bin/app\nProtectHome=no\n",
  };
  assert.equal(badness(files, "PrivateTmp ProtectHome ProtectSystem RootDirectoryOrRootImage"), "- - - -");
});

test("lists of system calls add up", () => {
  const filter = (lines: string) => badness(service(lines), "SystemCallFilter_mount SystemCallFilter_reboot");
  assert.equal(filter("SystemCallFilter=@system-service"), "0 0");
  assert.equal(filter("SystemCallFilter=@system-service @mount"), "9 0");
  assert.equal(filter("SystemCallFilter=@system-service @mount\nSystemCallFilter=~@mount"), "0 0");
  assert.equal(filter("SystemCallFilter=~@mount"), "0 10");
  assert.equal(filter("SystemCallFilter=~@mount @reboot:EPERM"), "0 0");
  assert.equal(filter("SystemCallFilter=~@mount\nSystemCallFilter=umount2"), "10 10");
});

test("networks that are left decide", () => {
  const ip = (lines: string) => badness(service(lines), "IPAddressDeny");
  assert.equal(ip("IPAddressDeny=any"), "0");
  assert.equal(ip("IPAddressDeny=0.0.0.0/0"), "10");
  assert.equal(ip("IPAddressDeny=0.0.0.0/0 ::/0\nIPAddressAllow=localhost"), "2");
  assert.equal(ip("IPAddressDeny=any\nIPAddressAllow=127.0.0.1 10.0.0.0/8"), "5");
  assert.equal(ip("IPAddressAllow=localhost"), "10");
});

test("address families are allowed or forbidden by the first list", () => {
  const families =
    "RestrictAddressFamilies_AF_INET_INET6 RestrictAddressFamilies_AF_UNIX RestrictAddressFamilies_OTHER";
  assert.equal(badness(service("RestrictAddressFamilies=none"), families), "0 0 0");
  assert.equal(badness(service("RestrictAddressFamilies=AF_UNIX"), families), "0 1 0");
  assert.equal(badness(service("RestrictAddressFamilies=~AF_INET AF_INET6"), families), "0 1 1");
  assert.equal(
    badness(service("RestrictAddressFamilies=AF_UNIX AF_INET\nRestrictAddressFamilies=~AF_INET"), families),
    "0 1 0",
  );
});

test("user managers know nobody privileged, since 262", () => {
  const user = { version: 262, manager: "user" as Manager };
  assert.equal(badness(service(""), "UserOrDynamicUser RemoveIPC SupplementaryGroups", user), "0 - 0");
  assert.equal(badness(service(""), "UserOrDynamicUser RemoveIPC", { ...user, version: 257 }), "10 -");
});

test("an unset PrivateMounts= passes for a yes, as newer releases assess it", () => {
  assert.equal(badness(service(""), "PrivateMounts", { ...options, version: 252 }), "1");
  assert.equal(badness(service(""), "PrivateMounts", { ...options, version: 257 }), "0");
  assert.equal(badness(service("PrivateMounts=no"), "PrivateMounts"), "1");
});

test("units without processes are assessed too", () => {
  assert.equal(
    badness(
      { "etc/app.target": "[Unit]\nDescription=A\n" },
      "UserOrDynamicUser UMask DeviceAllow",
      options,
      "app.target",
    ),
    "10 5 10",
  );
});

test("a policy weighs otherwise, and leaves out what weighs nothing", () => {
  const unit = unitSet(service("User=app")).unit("app.service");
  const policy = parsePolicy(
    JSON.stringify({
      PrivateNetwork: { weight: 0 },
      PrivateTmp: { description_bad: "Shares folders", weight: "heavy" },
    }),
  );
  const plain = exposureOf(unit, options);
  const weighed = exposureOf(unit, { ...options, policy });
  const of = (field: string) => weighed.assessments.find(({ row }) => row.field === field);
  assert.equal(of("PrivateNetwork")?.badness, undefined);
  assert.equal(of("PrivateTmp")?.description, "Shares folders");
  assert.equal(of("PrivateTmp")?.weight, 1000);
  assert.notEqual(exposureText(weighed.tenths), "");
  assert.ok(plain.tenths >= weighed.tenths);
});

test("every assessment has words of its own", () => {
  const texts = exposureOf(unitSet(service("")).unit("app.service"), options).assessments.map(
    ({ description }) => description,
  );
  const raw = texts.filter(text => /^(?:May|Cannot) [A-Z]/.test(text));
  assert.deepEqual(raw, []);
});
