/** What a unit may use: BPF, devices, filesystems; and names of rules and sessions. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("programs of BPF", () => {
  checkValues("bpf-program", [
    ["", ""],
    ["egress:/sys/fs/bpf/a", "egress:/sys/fs/bpf/a"],
    ["«egres»:/a", "egres is no attach type; write one such as ingress or egress"],
    ["«egress»", "Key= needs an attach type, a colon and the path of a program"],
    ["egress:«a»", "The path a must be absolute: it starts with no /"],
    ["egress:/«%Z»", "There is no specifier %Z; write %%Z for a percent sign"],
  ]);
});

test("commands of BPF", () => {
  checkValues("bpf-delegate-commands", [
    ["", "[]"],
    ["any", "any"],
    ["BPFMapCreate,BPFProgLoad", '["BPFMapCreate","BPFProgLoad"]'],
    [
      "«BPFProgLod»",
      "piece: BPFProgLod is no command of BPF; write any, or names such as BPFProgLoad with commas between them",
    ],
    [
      "«BPF_PROG_LOAD»",
      "piece: BPF_PROG_LOAD is no command of BPF; write any, or names such as BPFProgLoad with commas between them",
    ],
    ["«BPFMapCreate BPFProgLoad»", "piece: Only commas separate these names; leave out the blanks"],
    ["BPFMapCreate,« BPFProgLoad»", "piece: Only commas separate these names; leave out the blanks"],
    ["x«\\»", "Nothing follows the backslash"],
  ]);
});

test("maps, programs and attachments of BPF", () => {
  checkValues("bpf-delegate-maps", [
    ["BPFMapTypeHash", '["BPFMapTypeHash"]'],
    [
      "«BPF_MAP_TYPE_HASH»",
      "piece: BPF_MAP_TYPE_HASH is no type of BPF maps; write any, or names such as BPFMapTypeHash with commas between them",
    ],
    ["«any»,BPFMapTypeHash", "piece: any must stand alone, without names beside it"],
  ]);
});

test("types of BPF programs", () => {
  checkValues("bpf-delegate-programs", [
    ["BPFProgTypeKprobe", '["BPFProgTypeKprobe"]'],
    [
      "«BPFProgTypeNone»",
      "piece: BPFProgTypeNone is no type of BPF programs; write any, or names such as BPFProgTypeKprobe with commas between them",
    ],
  ]);
});

test("attachments of BPF", () => {
  checkValues("bpf-delegate-attachments", [
    ["BPFCgroupInetIngress", '["BPFCgroupInetIngress"]'],
    [
      "«ingress»",
      "piece: ingress is no attach type of BPF; write any, or names such as BPFCgroupInetIngress with commas between them",
    ],
  ]);
});

test("devices", () => {
  checkValues("device-allow", [
    ["", ""],
    ["/dev/null", '{"device":"/dev/null","rights":"rwm"}'],
    ["/dev/%p rw", '{"device":"/dev/app","rights":"rw"}'],
    ["char-pts r", '{"device":"char-pts","rights":"r"}'],
    ["«null» rw", "null is no device; write a path below /dev, char-GROUP or block-GROUP"],
    ["«/run/x»", "/run/x is no device; write a path below /dev, char-GROUP or block-GROUP"],
    ["/dev/null «RW»", "RW is not allowed as rights; write r, w and m without blanks"],
    ["/dev/null «ro»", "ro is not allowed as rights; write r, w and m without blanks"],
    ["/dev/null «x»", "x is not allowed as rights; write r, w and m without blanks"],
    ["/dev/null «rw /dev/zero r»", "Only one device may be written here; rw /dev/zero r is too much"],
    ["/dev/a/«..»/b", "The path /dev/a/../b must not contain .."],
    ["«'»/dev/a", "The quote ' is never closed"],
    ["/dev/«%Z»", "There is no specifier %Z; write %%Z for a percent sign"],
  ]);
});

test("filesystems", () => {
  checkValues("filesystem-list", [
    ["", '{"inverted":false,"names":[]}'],
    ["ext4 @network", '{"inverted":false,"names":["ext4","@network"]}'],
    ["~tmpfs", '{"inverted":true,"names":["tmpfs"]}'],
    ["«@netwrok»", "piece: @netwrok is no group of filesystems; write one such as @common-block"],
    ["«ext4,xfs»", "silent: ext4,xfs has a comma; separate words by blanks"],
    ["ext4 «~»xfs", "silent: ~ may only stand before the whole list, where it turns all of it around"],
    ["«@foo» ext4", "piece: @foo is no group of filesystems; write one such as @common-block"],
  ]);
});

test("rules of systemd-oomd", () => {
  checkValues("oom-rule-list", [
    ["", ""],
    ["a b", '["a","b"]'],
    ["«a/b» c", "piece: a/b is no name of a rule: it must be able to name a file"],
    ["a«*» b", "piece: * is not allowed in the name of a rule"],
    ["«'»a", "The quote ' is never closed"],
  ]);
});

test("rules of systemd-oomd only where it governs", () => {
  checkValues(
    "oom-rule-list",
    [
      ["«»", "OOMRules= counts in services, scopes and slices, not in a mount unit"],
      ["«a»", "OOMRules= counts in services, scopes and slices, not in a mount unit"],
    ],
    { type: "mount", section: "Mount", name: "OOMRules" },
  );
});

test("sessions of live updates", () => {
  checkValues("luo-session-list", [
    ["", ""],
    ["a b", '["a","b"]'],
    ["a «a»", "piece: The session a stands here twice"],
    ["a«:»b", "piece: : is not allowed in the name of a file descriptor: it is ASCII without colons"],
    ["a«\\ »b", "piece: A blank is not allowed in the name of a session"],
    ["«é»", "piece: é is not allowed in the name of a file descriptor: it is ASCII without colons"],
  ]);
});

test("what is refreshed on reload", () => {
  checkValues("refresh-on-reload", [
    ["", '{"inverted":false,"parts":[]}'],
    ["yes", "true"],
    ["off", "false"],
    ["extensions", '{"inverted":false,"parts":["extensions"]}'],
    ["~credentials", '{"inverted":true,"parts":["credentials"]}'],
    ["«extension»", "extension is no part of a service; write yes, no, extensions or credentials"],
    ["«extensions,credentials»", "extensions,credentials has a comma; separate words by blanks"],
    ["extensions «foo»", "foo is no part of a service; write yes, no, extensions or credentials"],
    ["extensions «~»credentials", "~ may only stand before the whole list, where it turns all of it around"],
  ]);
});
