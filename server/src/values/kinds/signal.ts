/** Signals. systemd: config_parse_signal(), src/shared/conf-parser.c; signal_from_string(), src/basic/signal-util.c */
import { refused } from "../fault.ts";
import { accepted, type Parsed, type ValueKind, whole } from "../kind.ts";
import { readSignal, signalFault, signals } from "../signals.ts";

export const signal: ValueKind = {
  id: "signal",
  describe: "a signal such as SIGTERM",
  parse: parseSignal,
  words: () => [...signals.map(({ name }) => name), "SIGRTMIN", "SIGRTMAX"],
};

/** An empty value is no signal. */
function parseSignal(text: string): Parsed {
  const name = readSignal(text);
  return name === undefined ? refused(signalFault(text)) : accepted(name, [{ kind: "signal", span: whole(text) }]);
}
