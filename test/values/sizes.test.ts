/** Sizes, limits of memory, quotas, and limits of devices. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("sizes with suffixes are summed, larger ones first", () => {
  checkValues("size", [
    ["64K", "64K"],
    ["65536", "64K"],
    ["1.5G", "1536M"],
    ["1G 512M", "1536M"],
    ["1M1", "1048577"],
    ["5 B", "5"],
  ]);
});

test("suffixes of other programs are told apart", () => {
  checkValues("size", [
    ["512«MB»", "MB is no unit of size; write M"],
    ["512«MiB»", "MiB is no unit of size; write M"],
    ["512«m»", "m is no unit of size; write M"],
    ["512 «kb»", "kb is no unit of size; write K"],
    ["512«X»", "X is no unit of size; write B, K, M, G, T, P or E"],
    ["1«,»5G", "A size has no comma; write decimals with a point, as 1.5G"],
  ]);
});

test("what is no size", () => {
  checkValues("size", [
    ["«»", "A size must not be empty; write one such as 512M"],
    ["«lots»", "lots is no size; write one such as 512M"],
    ["«-5»M", "A size must not be negative"],
    ["«.»5G", "A size must start with a digit"],
    ["500M«1G»", "1G must not stand behind a smaller unit"],
    ["5 «6»", "6 cannot follow a number without unit"],
    ["«16E»", "The size is too large to count"],
  ]);
});

test("the size of messages takes units from 262 on", () => {
  const at = { section: "Socket", name: "MessageQueueMessageSize", type: "socket" } as const;
  checkValues("size", [["8K", "8K"]], at);
  const message = "Units of size are known here from systemd 262 on, not in 257; write a number of bytes";
  checkValues("size", [["«8K»", message]], { ...at, version: 257 });
  checkValues("size", [["-1", "-1"]], { ...at, version: 257 });
});

test("limits of memory", () => {
  checkValues(
    "memory-limit",
    [
      ["512M", "512M"],
      ["50.5%", "50.5%"],
      ["infinity", "infinity"],
      ["", ""],
      ["«unlimited»", "unlimited is no size; write infinity for no limit"],
      ["«max»", "max is no size; write infinity for no limit"],
      ["«101%»", "101% is more than all; allowed are 0% to 100%"],
      ["50«.555»%", "% may have two decimals at most"],
      ["50« »%", "No blank may stand before the sign of 50 %"],
      ["«0»", "MemoryMax= must not be 0; write a size such as 512M"],
      ["512«MB»", "MB is no unit of size; write M"],
    ],
    { name: "MemoryMax" },
  );
  checkValues("memory-limit", [["0", "0"]], { name: "MemorySwapMax" });
});

test("quotas of folders", () => {
  checkValues("directory-quota", [
    ["1G", "1G"],
    ["20%", "20%"],
    ["off", "off"],
    ["«none»", "none is no quota; write off for none"],
  ]);
});

test("a device and its limit", () => {
  const at = { name: "IOReadBandwidthMax" };
  checkValues(
    "device-bandwidth",
    [
      ["/dev/sda 10M", "/dev/sda 10M"],
      ['"/dev/my disk" infinity', "/dev/my disk infinity"],
      ["", ""],
      ["/dev/sda 5«MB»", "MB is no unit of size; write M"],
      ["/dev/sda «0»", "The limit must be more than 0"],
      ["/dev/sda «unlimited»", "unlimited is no limit; write infinity for none"],
      ["/dev/«..»/sda 5M", "The path /dev/../sda must not contain .."],
      ['«"/dev/sda 5M»', "A quote is not closed"],
      ["/dev/«%Z» 5M", "There is no specifier %Z; write %%Z for a percent sign"],
      [
        "«/dev/sda»",
        "/dev/sda is not all: write the path of a device, a blank, then a limit a second such as 10M, or infinity",
      ],
    ],
    at,
  );
  checkValues("device-bandwidth", [["/dev/sda «infinity»", "infinity is no size; write one such as 512M"]], {
    name: "BlockIOReadBandwidth",
  });
  checkValues("device-weight", [
    ["/dev/sda 500", "/dev/sda 500"],
    ["/dev/sda «0»", "The weight 0 is out of range; allowed is a whole number from 1 to 10000"],
  ]);
  checkValues("blockio-device-weight", [
    ["/dev/sda «5»", "The block I/O weight 5 is out of range; allowed is a whole number from 10 to 1000"],
  ]);
  checkValues("device-latency", [
    ["/dev/sda 25ms", "/dev/sda 25ms"],
    ["/dev/sda 25 «millisec»", "Unknown unit of time millisec; allowed are us, ms, s, min, h, d, w, month and y"],
  ]);
});
