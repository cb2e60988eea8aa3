/** Whole numbers, weights, percentages and file modes. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("numbers in any base, with their range", () => {
  checkValues("integer", [
    ["-5", "-5"],
    ["0x10", "16"],
    ["010", "8"],
    ["«five»", "five is no number; write a whole number"],
    ["«1,000»", "1,000 is no number; write a whole number"],
    ["«08»", "08 is read as octal for its leading 0, and has digits that octal lacks"],
    ["«2147483648»", "The number 2147483648 is out of range; allowed is a whole number from -2147483648 to 2147483647"],
    ["«»", "A number must not be empty; write a whole number"],
  ]);
  checkValues("integer", [["2147483648", "2147483648"]], { name: "MessageQueueMaxMessages" });
  checkValues("unsigned-integer", [
    ["«-1»", "The number -1 is out of range; allowed is a whole number from 0 to 4294967295"],
    ["«1.5»", "1.5 is no number; write a whole number from 0 on"],
  ]);
  checkValues("unsigned-integer", [["", ""]], { name: "TTYRows" });
});

test("numbers of narrow range", () => {
  checkValues("nice", [
    ["-20", "-20"],
    ["", ""],
    ["«20»", "The nice level 20 is out of range; allowed is a whole number from -20 to 19"],
  ]);
  checkValues("oom-score-adjust", [
    ["-1000", "-1000"],
    ["«1001»", "The OOM score adjustment 1001 is out of range; allowed is a whole number from -1000 to 1000"],
  ]);
  checkValues("io-scheduling-priority", [
    ["«8»", "The I/O priority 8 is out of range; allowed is a whole number from 0 to 7"],
  ]);
  checkValues("cpu-scheduling-priority", [
    ["99", "99"],
    ["«»", "A CPU scheduling priority must not be empty; write a whole number from 0 to 99"],
  ]);
  checkValues("swap-priority", [
    ["-1", "-1"],
    ["«32768»", "The swap priority 32768 is out of range; allowed is a whole number from -1 to 32767"],
  ]);
  checkValues("exit-status", [
    ["«256»", "The exit status 256 is out of range; allowed is a whole number from 0 to 255"],
  ]);
  checkValues("concurrency-limit", [
    ["infinity", "infinity"],
    ["«unlimited»", "unlimited is no number of units; write a whole number from 0 on or infinity"],
  ]);
});

test("weights", () => {
  checkValues("weight", [
    ["100", "100"],
    ["", ""],
    ["«0»", "The weight 0 is out of range; allowed is a whole number from 1 to 10000"],
    ["«idle»", "idle is no weight; write a whole number from 1 to 10000"],
  ]);
  checkValues("cpu-weight", [
    ["idle", "idle"],
    ["«Idle»", "Idle is no weight; write a whole number from 1 to 10000 or idle"],
  ]);
  checkValues("cpu-weight", [["«idle»", "idle is no weight; write a whole number from 1 to 10000"]], { version: 251 });
  checkValues("cpu-shares", [
    ["«1»", "The number of CPU shares 1 is out of range; allowed is a whole number from 2 to 262144"],
  ]);
  checkValues("blockio-weight", [
    ["«5»", "The block I/O weight 5 is out of range; allowed is a whole number from 10 to 1000"],
  ]);
});

test("percentages", () => {
  checkValues("cpu-quota", [
    ["50%", "50%"],
    ["200%", "200%"],
    ["5‰", "0.5%"],
    ["25‱", "0.25%"],
    ["", ""],
    ["«50»", "50 lacks its percent sign; write 50%"],
    ["«0.5»", "0.5 lacks its percent sign; write 50%"],
    ["«infinity»", "A CPU quota is lifted by an empty value"],
    ["«0%»", "A CPU quota must be more than 0%"],
    ["«-5»%", "-5% is out of range; a percentage is 0% or more"],
    ["50«.»%", "Digits are missing behind the point"],
    ["50«.5»‱", "‱ may have no decimals"],
  ]);
  checkValues("cpu-quota", [["50«.25»%", "% may have one decimal at most"]], { version: 247 });
  checkValues("cpu-quota", [["50«‱»", "The sign ‱ is known from systemd 248 on; write a percentage"]], {
    version: 247,
  });
  checkValues("tasks-limit", [
    ["4096", "4096"],
    ["10%", "10%"],
    ["infinity", "infinity"],
    ["«unlimited»", "unlimited is no number of tasks; write a whole number from 1 on or infinity"],
  ]);
  const name = "ManagedOOMMemoryPressureLimit";
  checkValues(
    "percentage",
    [
      ["60%", "60%"],
      ["«60»", "60 lacks its percent sign; write 60%"],
    ],
    { name },
  );
  checkValues("percentage", [["«60%»", `${name}= is for services, scopes and slices; a swap unit ignores it`]], {
    name,
    section: "Swap",
    type: "swap",
  });
});

test("file modes", () => {
  checkValues("mode", [
    ["0755", "0755"],
    ["644", "0644"],
    ["1777", "1777"],
    ["«0888»", "0888 is no file mode; write octal digits such as 0755"],
    ["«rw-r--r--»", "rw-r--r-- is no file mode; write octal digits such as 0755"],
    ["«10000»", "The file mode 10000 is out of range; allowed is 0 to 7777"],
    ["«»", "A file mode must not be empty; write one such as 0755"],
  ]);
});
