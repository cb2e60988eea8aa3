/** Resource limits, sets of CPUs and scheduling. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("one limit, or soft and hard", () => {
  checkValues("resource-limit", [
    ["1024", "1024"],
    ["1024:4096", "1024:4096"],
    ["1024:infinity", "1024:infinity"],
    ["1024:4096:", "1024:4096"],
    ["«4096:1024»", "The soft limit 4096 is higher than the hard limit 1024"],
    ["«unlimited»", "unlimited is no limit; write a whole number from 0 on or infinity"],
    ["1:2:«3»", "A limit has two pieces at most: soft:hard"],
    [
      "«a»:«b»",
      "a is no limit; write a whole number from 0 on or infinity | b is no limit; write a whole number from 0 on or infinity",
    ],
    ["1:«»", "A limit must not be empty; write a whole number from 0 on or infinity"],
  ]);
});

test("limits of several kinds", () => {
  checkValues("resource-limit-size", [
    ["64M:infinity", "64M:infinity"],
    ["64«MB»:1G", "MB is no unit of size; write M"],
    ["«unlimited»", "unlimited is no limit; write infinity for none"],
  ]);
  checkValues("resource-limit-seconds", [
    ["90", "1min 30s"],
    ["500ms", "1s"],
    ["5 «minuts»", "Unknown unit of time minuts; did you mean minutes?"],
  ]);
  checkValues("resource-limit-microseconds", [["500", "500us"]]);
  checkValues("resource-limit-nice", [
    ["-5", "25"],
    ["+5", "15"],
    ["40", "40"],
    ["+19:-20", "1:40"],
    ["«-21»", "-21 is no nice limit; write a nice level from -20 to +19 with its sign, or a limit from 0 to 40"],
  ]);
});

test("sets of CPUs", () => {
  checkValues("cpu-set", [
    ["0-3,8", "0-3,8"],
    ["0 1\t2", "0,1,2"],
    ["", ""],
    ["0 «3-1» 5", "piece: The range 3-1 runs backwards; write 1-3"],
    [
      "«a» 1 «b»",
      "piece: a is neither a number nor a range such as 0-3 | piece: b is neither a number nor a range such as 0-3",
    ],
    ["«0..3»", "piece: 0..3 is neither a number nor a range such as 0-3"],
    ["«8192»", "piece: 8192 is out of range; allowed are 0 to 8191"],
    ['«"0-3»', "A quote is not closed in the list"],
    ["«%n»", "piece: %n is neither a number nor a range such as 0-3"],
  ]);
});

test("up to 257 one wrong range drops the set", () => {
  checkValues(
    "cpu-set",
    [
      ["«a» 1 b", "a is neither a number nor a range such as 0-3"],
      ["«3-1» «b»", "piece: The range 3-1 runs backwards; write 1-3 | b is neither a number nor a range such as 0-3"],
    ],
    { version: 257 },
  );
});

test("words in place of a set", () => {
  checkValues("cpu-affinity", [
    ["numa", "numa"],
    ["«all»", "piece: all is neither a number nor a range such as 0-3"],
  ]);
  checkValues("numa-mask", [
    ["all", "all"],
    ["%i", ""],
  ]);
  checkValues("numa-mask", [["«%i»", "%i is neither a number nor a range such as 0-3"]], { version: 257 });
});

test("words and numbers of scheduling", () => {
  checkValues("io-scheduling-class", [
    ["best-effort", "best-effort"],
    ["2", "2"],
    ["", ""],
    ["«be»", "be is not allowed; write none, realtime, best-effort or idle"],
    ["«8»", "8 is not allowed; write none, realtime, best-effort or idle"],
  ]);
  checkValues("io-scheduling-class", [["8", "8"]], { version: 257 });
  checkValues("cpu-scheduling-policy", [
    ["ext", "ext"],
    ["«4»", "notes: No kernel has a CPU scheduling policy 4; write other, batch, idle, fifo, rr or ext"],
    ["«round-robin»", "round-robin is not allowed; write other, batch, idle, fifo, rr or ext"],
  ]);
  checkValues("cpu-scheduling-policy", [["4", "4"]], { version: 257 });
  checkValues("numa-policy", [["preferred-many", "preferred-many"]]);
  checkValues("ip-tos", [
    ["low-delay", "low-delay"],
    ["255", "255"],
    ["«256»", "256 is not allowed; write low-delay, throughput, reliability, low-cost or a number from 0 to 255"],
  ]);
  checkValues("pressure-watch", [
    ["auto", "auto"],
    ["TRUE", "yes"],
    ["«»", "Key= must not be empty; write yes, no, auto or skip"],
  ]);
});
