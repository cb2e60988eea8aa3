/** Time spans. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("numbers with units are summed, and printed in the normal form", () => {
  checkValues("time-span", [
    ["5min 20s", "5min 20s"],
    ["320", "5min 20s"],
    ["1h30min", "1h 30min"],
    ["1.5d", "1d 12h"],
    [".5", "500ms"],
    ["5 .5", "5.500000s"],
    ["5µs", "5us"],
    ["2 years 1 month", "2y 1month"],
    ["infinity", "infinity"],
    ["0", "0"],
  ]);
});

test("a unit that does not exist is pointed at, and the nearest is told", () => {
  checkValues("time-span", [
    ["5 «minuts»", "Unknown unit of time minuts; did you mean minutes?"],
    ["5«minuts» 20s", "Unknown unit of time minuts; did you mean minutes?"],
    ["5«H»", "Unknown unit of time H; did you mean h?"],
    ["5 «parsecs»", "Unknown unit of time parsecs; allowed are us, ms, s, min, h, d, w, month and y"],
    ["5«ns»", "Unknown unit of time ns; allowed are us, ms, s, min, h, d, w, month and y"],
    ["1«,»5s", "A time span has no comma; write decimals with a point, as 1.5s"],
    ["1«:»30", "A time span has no colon; write hours and minutes as 1h 30min"],
  ]);
});

test("what is no time span", () => {
  checkValues("time-span", [
    ["«»", "A time span must not be empty; write one such as 5min 20s"],
    ["«-5»", "A time span must not be negative"],
    ["5 s «min»", "A number is missing before min"],
    ["«5.»", "Digits are missing behind the point of 5."],
    ["1.2«.3»", ".3 cannot follow a number directly; put a unit or a blank between"],
    ["«unlimited»", "unlimited is no time span; write infinity for no limit"],
    ["infinity« 5»", "infinity must stand alone, but 5 follows"],
    ["5s «infinity»", "infinity must stand alone"],
    ["«584543y»", "The time span is too long to count"],
    ["«%i»", "%i is no time span; write one such as 5min 20s"],
  ]);
});

test("an empty value resets some keys, and 0 is endless for some", () => {
  checkValues("time-span", [["", ""]], { name: "CPUQuotaPeriodSec" });
  checkValues("time-span", [["", ""]], { name: "TimeoutAbortSec" });
  checkValues("time-span", [["0", "infinity"]], { name: "TimeoutStartSec" });
  checkValues("time-span", [["0", "0"]], { name: "WatchdogSec" });
});

test("timers expand specifiers, and may be reset", () => {
  const timer = { section: "Timer", name: "OnBootSec", type: "timer", unit: "a@5min.timer" } as const;
  checkValues(
    "time-span",
    [
      ["", ""],
      ["%i", "5min"],
      ["%i 20s", "5min 20s"],
      ["«%n»", "%n is no time span, with its specifiers expanded"],
      ["«%Z»", "There is no specifier %Z; write %%Z for a percent sign"],
    ],
    timer,
  );
});

test("nanoseconds", () => {
  checkValues("time-span-nanoseconds", [
    ["50us", "50us"],
    ["1500", "1.500us"],
    ["5ns", "5ns"],
    ["1 «nanosec»", "Unknown unit of time nanosec; allowed are ns, us, ms, s, min, h, d, w, month and y"],
  ]);
});

test("the duration of memory pressure", () => {
  const name = "ManagedOOMMemoryPressureDurationSec";
  checkValues(
    "memory-pressure-duration",
    [
      ["30s", "30s"],
      ["", ""],
      ["«999ms»", `${name}= must be 1s or longer, and not infinity`],
      ["«infinity»", `${name}= must be 1s or longer, and not infinity`],
    ],
    { name },
  );
  const message = `${name}= is for services, scopes and slices; a socket unit ignores it`;
  checkValues("memory-pressure-duration", [["«30s»", message]], { name, section: "Socket", type: "socket" });
});
