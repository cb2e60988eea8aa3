/** A BPF program that is attached to the control group: `egress:/sys/fs/bpf/program`. systemd: config_parse_bpf_foreign_program(), src/core/load-fragment.c */
import { nearest } from "../../text/nearest.ts";
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { readPath } from "../path-reading.ts";
import { shown } from "../shown.ts";
import { nextWord } from "../words.ts";

/** systemd: bpf_cgroup_attach_type_table, src/shared/bpf-program.c */
const attachTypes = [
  "ingress",
  "egress",
  "sock_create",
  "sock_ops",
  "device",
  "bind4",
  "bind6",
  "connect4",
  "connect6",
  "post_bind4",
  "post_bind6",
  "sendmsg4",
  "sendmsg6",
  "sysctl",
  "recvmsg4",
  "recvmsg6",
  "getsockopt",
  "setsockopt",
];

export const bpfProgram: ValueKind = {
  id: "bpf-program",
  describe: "where to attach, a colon and the path of the program: egress:/sys/fs/bpf/program",
  words: () => attachTypes,
  parse: parseProgram,
};

function parseProgram(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const outcome = nextWord(text, 0, { separators: ":" });
  if (outcome === undefined || "error" in outcome || outcome.rest >= text.length)
    return rejected(`${at.name}= needs an attach type, a colon and the path of a program`, whole(text));
  const { word, rest } = outcome;
  if (!attachTypes.includes(word.text)) {
    const close = nearest(word.text, attachTypes);
    const more = close === undefined ? {} : { replacement: close };
    return rejected(`${shown(word.text)} is no attach type; write one such as ingress or egress`, word.span(), more);
  }
  const written = MappedText.verbatim(text.slice(rest), rest);
  const { path, parts, problem } = readPath(written, at, { absolute: true, consequence: "drops-line" });
  const labelled = [{ kind: "keyword", span: word.span() } as const, ...parts];
  if (problem !== undefined) return { parts: labelled, problems: [problem] };
  return accepted(`${word.text}:${path ?? ""}`, labelled);
}
