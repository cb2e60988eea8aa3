/** Lists of the sandbox: capabilities, system calls, architectures, errors, address families, namespaces, controllers. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

const older = { version: 257 };

test("capabilities in any case; unknown ones are left out without a word", () => {
  checkValues("capability-set", [
    ["CAP_CHOWN cap_kill", '{"inverted":false,"words":["CAP_CHOWN","CAP_KILL"]}'],
    ["~CAP_SYS_ADMIN", '{"inverted":true,"words":["CAP_SYS_ADMIN"]}'],
    ["", '{"inverted":false,"words":[]}'],
    ["21 62", '{"inverted":false,"words":["21","62"]}'],
    ["«64»", "silent: 64 is no capability; write names such as CAP_NET_ADMIN"],
    ["«CAP_NET_BINDSERVICE»", "silent: CAP_NET_BINDSERVICE is no capability; write names such as CAP_NET_ADMIN"],
    ["«CAP_KILL,CAP_CHOWN»", "silent: CAP_KILL,CAP_CHOWN has a comma; separate words by blanks"],
    ["CAP_KILL «~»CAP_CHOWN", "silent: ~ may only stand before the whole list, where it turns all of it around"],
  ]);
});

test("system calls and their groups", () => {
  checkValues("syscall-filter", [
    ["@system-service read", '{"inverted":false,"words":["@system-service","read"]}'],
    ["~@mount:EPERM write:kill open:13", '{"inverted":true,"words":["@mount:EPERM","write:kill","open:13"]}'],
    ["", '{"inverted":false,"words":[]}'],
    [
      "«@systemservice»",
      "piece: @systemservice is no group of system calls; write names such as read, or groups such as @system-service",
    ],
    ["«raed» write", "piece: raed is no system call; write names such as read, or groups such as @system-service"],
    ["«read,write»", "piece: read,write has a comma; separate words by blanks"],
    ["~write:«EPREM»", "piece: EPREM is no error; write a name such as EPERM, a number up to 4095, or kill"],
    ["~write«:»", "piece: Nothing is no error; write a name such as EPERM, a number up to 4095, or kill"],
    ["~«:EPERM»", "piece: No system call stands before :EPERM"],
    [
      "write«:EPERM»",
      "piece: Only forbidden system calls, in a list that starts with ~, may have an error such as :EPERM",
    ],
    ["«\\»", "Nothing follows the backslash"],
    ["read «\\»", "piece: Nothing follows the backslash"],
  ]);
  checkValues("syscall-filter", [["«@sandbox»", "piece: @sandbox is known from systemd 254 on"]], { version: 253 });
});

test("logged system calls have no errors", () => {
  checkValues("syscall-list", [
    ["~@io-event", '{"inverted":true,"words":["@io-event"]}'],
    ["~read«:EPERM»", "piece: Error numbers such as :EPERM do not belong here"],
  ]);
});

test("architectures by systemd's names", () => {
  checkValues("syscall-architecture-list", [
    ['native "x86-64"', '["native","x86-64"]'],
    ["", "[]"],
    ["native «amd64»", "piece: amd64 is no architecture of system calls; write native, x86, x86-64, arm64 or the like"],
    ['native «"»x86', 'piece: The quote " is never closed'],
    ["«'»x86", "The quote ' is never closed"],
  ]);
  checkValues("syscall-architecture-list", [["«loongarch64»", "piece: loongarch64 is known from systemd 255 on"]], {
    version: 252,
  });
});

test("errors by name or number, but not 0", () => {
  checkValues("syscall-error-number", [
    ["", "kill"],
    ["eperm", "eperm"],
    ["4095", "4095"],
    ["«0»", "The error 0 would be success; write a name such as EPERM, or 1 to 4095"],
    ["«4096»", "4096 is no error; write a name such as EPERM, a number up to 4095, or kill"],
    ["«Kill»", "Kill is no error; write a name such as EPERM, a number up to 4095, or kill"],
  ]);
});

test("address families, or none of them", () => {
  checkValues("address-family-list", [
    ["none", "none"],
    ["~af_inet AF_INET6", '{"inverted":true,"words":["AF_INET","AF_INET6"]}'],
    ["AF_UNIX «AF_IPV6»", "piece: AF_IPV6 is no address family; write names such as AF_UNIX, AF_INET or AF_INET6"],
    ["AF_UNIX «none»", "piece: none must stand alone"],
  ]);
  checkValues(
    "address-family-list",
    [["«none»", "piece: none is no address family; write names such as AF_UNIX, AF_INET or AF_INET6"]],
    { version: 248 },
  );
});

test("kinds of namespaces: one wrong word drops all", () => {
  checkValues("namespace-flags", [
    ["yes", "true"],
    ["~net mnt", '{"inverted":true,"words":["net","mnt"]}'],
    ["", ""],
    ["net «mount»", "mount is no kind of namespace; write cgroup, ipc, mnt, net, pid, time, user or uts"],
  ]);
  checkValues("delegate-namespaces", [
    ["~user", '{"inverted":true,"words":["user"]}'],
    ["net «user»", "The user namespace cannot be delegated"],
  ]);
});

test("delegation of controllers, where a unit can delegate", () => {
  checkValues("delegate", [
    ["On", "true"],
    ["", "[]"],
    ["cpu «mem»", "piece: mem is no controller; write cpu, cpuset, io, memory, pids or the like"],
    ["cpu «'»memory", "The quote ' is never closed"],
  ]);
  checkValues(
    "delegate",
    [["«bpf-bind-network-interface»", "piece: bpf-bind-network-interface is known from systemd 260 on"]],
    older,
  );
  checkValues("delegate", [["«yes»", "Delegate= works in services and scopes only, not in slice units"]], {
    type: "slice",
  });
});

test("controllers that are taken away: unknown ones are told if no other is there", () => {
  checkValues("controller-list", [
    ["cpu memory", '["cpu","memory"]'],
    ["cpu «mem»", "silent: mem is no controller; write cpu, cpuset, io, memory, pids or the like"],
    ["«mem»", "mem is no controller; write cpu, cpuset, io, memory, pids or the like"],
  ]);
});
