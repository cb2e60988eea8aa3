/** Conditions and assertions. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("signs before the text, specifiers in it", () => {
  checkValues("condition-host", [
    ["", ""],
    ["| ! web*", '{"trigger":true,"negate":true,"text":"web*"}'],
    ["%H", '{"trigger":false,"negate":false,"text":"host"}'],
    ["a«%Z»", "There is no specifier %Z; write %%Z for a percent sign"],
    ["!«|»web", "silent: The | must stand before the !"],
    ["|«|»web", "silent: One | is enough: the second counts as part of the value"],
    ["!«!»web", "silent: Only one ! is understood: the second counts as part of the value"],
    ["!«»", "silent: Nothing follows the sign"],
    ["web«,»db", "silent: , cannot be part of a host name or an ID"],
  ]);
});

test("paths must be absolute, right behind the signs", () => {
  checkValues("condition-path", [
    ["|!/etc//app", '{"trigger":true,"negate":true,"path":"/etc/app"}'],
    ["!« »/etc/app", "No blank may stand between the sign and the path"],
    ["!«|»/etc/app", "The | must stand before the !"],
    ["«etc»", "The path etc must be absolute: it starts with no /"],
    ["!«»", "A path is missing"],
    ["/etc/app« »/etc/other", "silent: One condition takes one path; write a line for each"],
  ]);
  checkValues(
    "condition-path",
    [
      [
        "/etc/app/«*».conf",
        "silent: * is no pattern here but the character itself; AssertPathExistsGlob= takes patterns",
      ],
    ],
    { name: "AssertPathExists" },
  );
  checkValues("condition-glob", [["/etc/app/*.conf", '{"trigger":false,"negate":false,"path":"/etc/app/*.conf"}']]);
});

test("words out of a vocabulary", () => {
  checkValues("condition-architecture", [
    ["!arm64", '{"trigger":false,"negate":true,"text":"arm64"}'],
    ["«amd64»", "silent: amd64 is no architecture; write x86-64, arm64 or the like"],
  ]);
  checkValues("condition-boolean", [["«maybe»", "silent: maybe is no boolean; write yes or no"]]);
  checkValues("condition-capability", [
    ["CAP_SYS_ADMIN", '{"trigger":false,"negate":false,"text":"CAP_SYS_ADMIN"}'],
    ["«SYS_ADMIN»", "silent: SYS_ADMIN is no capability; write names such as CAP_NET_ADMIN"],
  ]);
  checkValues("condition-virtualization", [
    ["!container", '{"trigger":false,"negate":true,"text":"container"}'],
    [
      "«dockr»",
      "silent: dockr is no virtualization that systemd knows; write yes, no, vm, container, or a name such as kvm or docker",
    ],
  ]);
  checkValues("condition-security", [["«cvm»", "silent: cvm is known from systemd 254 on"]], { version: 252 });
  checkValues("condition-controllers", [
    ["v2", '{"trigger":false,"negate":false,"text":"v2"}'],
    ["cpu «mem»", "silent: mem is no controller; write cpu, cpuset, io, memory, pids or the like"],
  ]);
  checkValues("condition-cpu-feature", [
    ["SSE2", '{"trigger":false,"negate":false,"text":"SSE2"}'],
    ["arm64.bti", '{"trigger":false,"negate":false,"text":"arm64.bti"}'],
    ["«amd64».sse2", "silent: amd64 is no architecture; write x86-64, arm64 or the like"],
  ]);
});

test("amounts and versions are compared", () => {
  checkValues("condition-cpus", [
    [">= 4", '{"trigger":false,"negate":false,"text":">= 4"}'],
    ["«=>» 4", "silent: There is no operator =>; write <, <=, =, ==, !=, <>, >= or >"],
    ["«four»", "silent: four is no number of CPUs"],
  ]);
  checkValues(
    "condition-memory",
    [["«4G»", "silent: Sizes with suffixes are known here from systemd 252 on; write the bytes"]],
    {
      version: 251,
    },
  );
  checkValues("condition-version", [
    [">= 6.1 <7", '{"trigger":false,"negate":false,"text":">= 6.1 <7"}'],
    ["systemd>=258", '{"trigger":false,"negate":false,"text":"systemd>=258"}'],
    [">=6.1 «<» 7", "silent: No version follows <; no blank may stand between them"],
    ["«linux» >= 6", "silent: The version of linux is unknown to systemd; it knows those of kernel, systemd and glibc"],
  ]);
  checkValues(
    "condition-version",
    [["«systemd» >= 250", "silent: systemd is no version; only the kernel's is compared before systemd 258"]],
    { version: 257 },
  );
  checkValues("condition-os-release", [
    ["ID=debian VERSION_ID>=12", '{"trigger":false,"negate":false,"text":"ID=debian VERSION_ID>=12"}'],
    ["«VERSION_ID >= 12»", "silent: No blanks may stand around the operator"],
    ["«ID»", "silent: ID is no comparison; write one such as ID=debian"],
  ]);
});

test("firmware, pressure and shares", () => {
  checkValues("condition-firmware", [
    [
      'smbios-field(board_name = "a b")',
      '{"trigger":false,"negate":false,"text":"smbios-field(board_name = \\"a b\\")"}',
    ],
    ["smbios-field(board_name =« a b»)", "silent: The value must be one word; put it into quotes"],
    ["«efi»", "silent: efi is no firmware; write uefi, device-tree, device-tree-compatible(…) or smbios-field(…)"],
  ]);
  checkValues("condition-pressure", [
    ["app.slice:10%/1min", '{"trigger":false,"negate":false,"text":"app.slice:10%/1min"}'],
    ["«app»:10%", "silent: app is no name of a slice"],
    ["10%/«2min»", "silent: 2min is no span of pressure; write 10sec, 1min or 5min"],
  ]);
  checkValues("condition-fraction", [
    ["rollout 0.5%", '{"trigger":false,"negate":false,"text":"rollout 0.5%"}'],
    ["rollout «30»", "silent: 30 is no percentage; write one such as 30%"],
    ["rollout 30% «x»", "silent: Nothing may follow the percentage: x is too much"],
  ]);
});

test("names of users, variables, options and modules", () => {
  checkValues("condition-user", [
    ["!@system", '{"trigger":false,"negate":true,"text":"@system"}'],
    ["«65535»", "silent: 65535 is the ID of no user"],
  ]);
  checkValues("condition-group", [["«@system»", "silent: @system is no group"]]);
  checkValues("condition-environment", [["«$LANG»", "silent: $LANG is no name of a variable"]]);
  checkValues("condition-kernel-command-line", [
    ["quiet« »splash", "silent: One condition takes one option of the kernel; write a line for each"],
  ]);
  checkValues("condition-kernel-module", [["«loop.ko»", "silent: Modules are named without their folder and .ko"]]);
  checkValues("condition-credential", [["a«/»b", "silent: / cannot be part of the name of a credential"]]);
  checkValues("condition-machine-tag", [["role=web«:»x", "silent: : cannot be part of a machine tag"]]);
});
