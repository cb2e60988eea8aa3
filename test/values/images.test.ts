/** Disk images. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("mounted images", () => {
  checkValues("mount-image-list", [
    ["", "[]"],
    ["/a.raw:/b", '[{"source":"/a.raw","destination":"/b","optional":false,"options":{}}]'],
    [
      "-/a.raw:/b:root:ro:usr:rw,nosuid /c:/d:noexec",
      '[{"source":"/a.raw","destination":"/b","optional":true,"options":{"root":"ro","usr":"rw,nosuid"}},{"source":"/c","destination":"/d","optional":false,"options":{"root":"noexec"}}]',
    ],
    ["/dev/a:/b", '[{"source":"/dev/a","destination":"/b","optional":false,"options":{}}]'],
    ["/a\\:b:/c", '[{"source":"/a:b","destination":"/c","optional":false,"options":{}}]'],
  ]);
});

test("images that cannot be mounted", () => {
  checkValues("mount-image-list", [
    ["«/a.raw»", "piece: A colon and the folder where the image is mounted must follow"],
    ["«a»:/b", "piece: The path a must be absolute: it starts with no /"],
    ["/a:/b:«rot»:ro", "piece: rot is no partition of an image; write one such as root, usr or home"],
    ["/a:/b:root:«%Z»", "piece: There is no specifier %Z; write %%Z for a percent sign"],
    ["/a:/b «'»x", "piece: The quote ' is never closed"],
    ["/a:/b /c:«\\q»", "piece: There is no escape \\q; write \\\\ for a backslash"],
    ["«\\q»:/c", "There is no escape \\q; write \\\\ for a backslash"],
    ["«/proc/a»:/b", "piece: The path /proc/a lies below /proc, /sys or /dev, where it is not allowed"],
  ]);
});

test("before 256 they could lie below /proc", () => {
  checkValues(
    "mount-image-list",
    [["/proc/a:/b", '[{"source":"/proc/a","destination":"/b","optional":false,"options":{}}]']],
    { version: 255 },
  );
});

test("extension images", () => {
  checkValues("extension-image-list", [
    [
      "/a.raw -/b.raw:ro",
      '[{"source":"/a.raw","optional":false,"options":{}},{"source":"/b.raw","optional":true,"options":{"root":"ro"}}]',
    ],
    ["/a:esp:ro", '[{"source":"/a","optional":false,"options":{"esp":"ro"}}]'],
    ["/a:«exp»:ro", "piece: exp is no partition of an image; write one such as root, usr or home"],
    ["«/dev/a»", "piece: The path /dev/a lies below /proc, /sys or /dev, where it is not allowed"],
  ]);
});

test("options of the root image", () => {
  checkValues("root-image-options", [
    ["", "{}"],
    ["ro,dev", '{"root":"ro,dev"}'],
    ["root:ro usr:nodev", '{"root":"ro","usr":"nodev"}'],
    ["«rot»:ro usr:nodev", "piece: rot is no partition of an image; write one such as root, usr or home"],
    ["root:a:«b»", "Only one colon may be in a pair; a blank separates pairs"],
    ["«%Z»", "piece: There is no specifier %Z; write %%Z for a percent sign"],
    ["«root-secondary»:ro", "piece: root-secondary is no partition of an image; write one such as root, usr or home"],
  ]);
});

test("252 has partitions of other architectures", () => {
  checkValues("root-image-options", [["root-secondary:ro", '{"root-secondary":"ro"}']], { version: 252 });
});

test("image policies", () => {
  checkValues("image-policy", [
    ["", ""],
    ["*", "*"],
    ["root=verity+signed:usr=absent:=ignore", '{"root":"verity+signed","usr":"absent","":"ignore"}'],
    ["root = verity : usr = -", '{"root":"verity","usr":"-"}'],
    ["root=encryptedwithintegrity", '{"root":"encryptedwithintegrity"}'],
  ]);
});

test("policies that refuse the unit, and unknown words that do not", () => {
  checkValues("image-policy", [
    ["«root»", "fatal: A rule needs a partition, a = and flags, such as root=verity"],
    ["root=verity:«root=absent»", "fatal: There are two rules for the partition root"],
    ["=open:«=absent»", "fatal: There are two rules for other partitions"],
    [
      "root=«verty»",
      "silent: verty is no flag of an image policy; write one such as verity, signed, encrypted or absent",
    ],
    ["«rot»=verity", "silent: rot is no partition of an image; write one such as root, usr or home"],
    [
      "root=verity+«»",
      "silent: An empty flag is no flag of an image policy; write one such as verity, signed, encrypted or absent",
    ],
  ]);
});

test("before 260 unknown words refuse it too", () => {
  checkValues(
    "image-policy",
    [
      [
        "root=«verty»",
        "fatal: verty is no flag of an image policy; write one such as verity, signed, encrypted or absent",
      ],
      ["«rot»=verity", "fatal: rot is no partition of an image; write one such as root, usr or home"],
      [
        "root=«ext4»",
        "fatal: ext4 is no flag of an image policy; write one such as verity, signed, encrypted or absent",
      ],
      ["«foo»=verity:bar=x", "fatal: foo is no partition of an image; write one such as root, usr or home"],
    ],
    { version: 257 },
  );
});
