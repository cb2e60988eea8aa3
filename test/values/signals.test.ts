/** Signals, exit statuses and what a core dump holds. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("signals by name and number", () => {
  checkValues("signal", [
    ["SIGTERM", "SIGTERM"],
    ["TERM", "SIGTERM"],
    ["15", "SIGTERM"],
    ["RTMIN+3", "SIGRTMIN+3"],
    ["SIGRTMAX-1", "SIGRTMIN+29"],
    ["37", "SIGRTMIN+3"],
  ]);
});

test("what is no signal", () => {
  checkValues("signal", [
    ["«sigterm»", "sigterm is no signal; write SIGTERM"],
    ["«SIGTREM»", "SIGTREM is no signal; write SIGTERM"],
    ["«SIGCLD»", "SIGCLD is no signal; write SIGCHLD"],
    ["«65»", "65 is no signal; write a name such as SIGTERM, or a number from 1 to 64"],
    ["«RTMIN-1»", "RTMIN-1 is no signal; write a name such as SIGTERM, or a number from 1 to 64"],
    ["«»", "A signal must not be empty; write a name such as SIGTERM"],
  ]);
});

test("exit statuses and signals, each judged by itself", () => {
  checkValues("exit-status-list", [
    ["143 SIGTERM", "143 SIGTERM"],
    ["TEMPFAIL 250 KILL", "TEMPFAIL 250 SIGKILL"],
    ["", ""],
    [
      "1 «256» 2",
      "piece: 256 is neither an exit status nor a signal; write a number from 0 to 255, a name such as TEMPFAIL or a signal",
    ],
    ["«1,2»", "piece: 1,2 is neither an exit status nor a signal; write 1 2"],
    [
      "«EX_TEMPFAIL» «sigkill»",
      "piece: EX_TEMPFAIL is neither an exit status nor a signal; write TEMPFAIL | piece: sigkill is neither an exit status nor a signal; write SIGKILL",
    ],
    ["MEMORY_THP", "MEMORY_THP"],
  ]);
});

test("what a core dump holds", () => {
  checkValues("coredump-filter", [
    ["private-anonymous default", "private-anonymous default"],
    ["0x33", "0x33"],
    ["", ""],
    ["default «private_anonymus»", "private_anonymus is no kind of memory; write private-anonymous"],
    ["«default,all»", "default,all is no kind of memory; write default all"],
  ]);
});
