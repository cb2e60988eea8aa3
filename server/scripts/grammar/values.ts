/** The rules of values: for each kind of the catalog, how its values look. */
import { knownVersions } from "../../src/catalog/catalog.ts";
import { table } from "../../src/catalog/table.ts";
import { valueKind } from "../../src/values/index.ts";
import type { ValueContext } from "../../src/values/kind.ts";
import { pieceNames } from "./pieces.ts";
import { type GrammarRule, include } from "./rule.ts";
import { wordRules } from "./words.ts";

/** How a value looks: the rule of the repository that it includes. */
export interface Look {
  readonly name: string;
  /** The scope of all that no rule names. */
  readonly text?: string;
}

/** Kinds of values, with the pieces that theirs may have; the words of their grammars come by themselves. */
const looks: readonly {
  readonly name: string;
  readonly kinds: string;
  readonly pieces: string;
  readonly text?: true;
}[] = [
  {
    name: "text",
    kinds: `string literal-string instance-name apparmor-profile cgroup-name credential-glob group user group-list log-namespace
      log-filter-pattern network-interface network-interface-list oom-rule-list reboot-argument selinux-context smack-label input-data
      bus-name luo-session-list bind-to-device fd-name filesystem-type filesystem-list credential-text credential-data
      condition-credential condition-host condition-kernel-module condition-machine-tag condition-user condition-group
      condition-kernel-command-line nft-set-list condition-firmware`,
    pieces: "prefix",
    text: true,
  },
  { name: "escaped-text", kinds: "input-text", pieces: "escape", text: true },
  { name: "mount-options", kinds: "mount-options root-image-options", pieces: "number-in-options", text: true },
  { name: "boolean", kinds: "condition-boolean", pieces: "prefix" },
  { name: "time", kinds: "time-span time-span-nanoseconds memory-pressure-duration", pieces: "time" },
  { name: "time-limit", kinds: "resource-limit-seconds resource-limit-microseconds", pieces: "time separator" },
  { name: "size", kinds: "memory-limit directory-quota tasks-limit size percentage cpu-quota", pieces: "size" },
  { name: "limit", kinds: "resource-limit resource-limit-size concurrency-limit", pieces: "size separator infinity" },
  {
    name: "condition-amount",
    kinds: "condition-memory condition-cpus condition-fraction",
    pieces: "prefix comparison size",
  },
  { name: "condition-pressure", kinds: "condition-pressure", pieces: "prefix unit-name size time" },
  {
    name: "number",
    kinds: `unsigned-integer integer blockio-weight weight cpu-weight cpu-shares nice oom-score-adjust swap-priority
      io-scheduling-priority cpu-scheduling-priority exit-status ip-tos coredump-filter cpu-set cpu-affinity numa-mask
      resource-limit-nice`,
    pieces: "number separator infinity",
  },
  { name: "mode", kinds: "mode", pieces: "mode" },
  {
    name: "path",
    kinds: `path path-list sandbox-path-list environment-file path-glob pid-file working-directory root-hash root-hash-signature
      condition-path condition-glob mount-source message-queue`,
    pieces: "path quoted prefix",
  },
  {
    name: "paths",
    kinds: `bind-path-list search-path temporary-filesystem-list extension-image-list mount-image-list open-file credential-source
      bpf-program standard-input standard-output`,
    pieces: "path-before-colon separator quoted",
  },
  {
    name: "folders",
    kinds: "managed-directory-list configuration-directory-list",
    pieces: "separator quoted",
    text: true,
  },
  { name: "device", kinds: "device-allow", pieces: "path device-class device-rights" },
  { name: "device-size", kinds: "device-bandwidth", pieces: "path size infinity" },
  { name: "device-time", kinds: "device-latency", pieces: "path time" },
  { name: "device-number", kinds: "device-weight blockio-device-weight", pieces: "path number" },
  {
    name: "address",
    kinds: "socket-address socket-address-sequential",
    pieces: "path address abstract-address number separator",
  },
  { name: "network", kinds: "ip-prefix-list", pieces: "address" },
  { name: "port", kinds: "socket-bind-rule", pieces: "number separator" },
  { name: "units", kinds: "unit-list unit-name slice-unit service-unit socket-unit-list", pieces: "unit-name" },
  { name: "command", kinds: "command-line", pieces: "command" },
  {
    name: "environment",
    kinds: "environment environment-removal-list journal-field-list extended-attribute",
    pieces: "quoted-assignment assignment quoted variable-name",
  },
  { name: "variables", kinds: "environment-name-list", pieces: "quoted variable-name" },
  { name: "condition-environment", kinds: "condition-environment", pieces: "prefix assignment variable-name" },
  {
    name: "condition-version",
    kinds: "condition-version condition-os-release",
    pieces: "prefix comparison field number",
    text: true,
  },
  { name: "address-of-documentation", kinds: "documentation", pieces: "uri" },
  { name: "signal", kinds: "signal", pieces: "signal number" },
  { name: "exit-statuses", kinds: "exit-status-list", pieces: "signal number" },
  { name: "errors", kinds: "syscall-error-number", pieces: "number" },
  { name: "calls", kinds: "syscall-filter syscall-list", pieces: "prefix error-number separator" },
  { name: "calendar", kinds: "calendar-event", pieces: "calendar" },
  {
    name: "set",
    kinds: `capability-set address-family-list namespace-flags delegate-namespaces condition-capability condition-architecture
      condition-cpu-feature condition-controllers condition-security condition-virtualization refresh-on-reload image-policy`,
    pieces: "prefix separator",
  },
];

/** The rules of all values for the repository, and how the values of a kind look. */
export function valueRules(): { rules: Readonly<Record<string, GrammarRule>>; lookOf: (kind: string) => Look } {
  const rules: Record<string, GrammarRule> = {};
  const byKind = new Map<string, Look>();
  const names = new Map<string, string>();
  for (const kind of [...new Set(table.directives.map(row => row.kind))].sort()) {
    const { look, patterns } = lookOfKind(kind);
    const text = JSON.stringify([look.text, patterns]);
    const name = names.get(text) ?? look.name;
    if (name in rules && !names.has(text)) throw new Error(`two looks have the name ${name}`);
    names.set(text, name);
    rules[name] = { patterns };
    byKind.set(kind, { ...look, name });
  }
  return { rules, lookOf: kind => byKind.get(kind) ?? unmapped(kind) };
}

/** A kind that has neither a row nor words stops the generator by name. */
function lookOfKind(kind: string): { look: Look; patterns: readonly GrammarRule[] } {
  const row = looks.find(({ kinds }) => kinds.split(/\s+/).includes(kind));
  const words = wordRules(kind);
  if (row === undefined && words.length === 0) return unmapped(kind);
  const pieces = row?.pieces.split(" ") ?? [];
  const wrong = pieces.filter(name => !pieceNames.has(name));
  if (wrong.length > 0) throw new Error(`no such pieces: ${wrong.join(", ")}`);
  const specifiers = takesSpecifiers(kind);
  const before = include("continuation", ...(specifiers ? ["specifier"] : []));
  const patterns = [...before, ...words, ...include(...pieces, "escaped-character")];
  const name = words.length > 0 ? `words-${kind}` : `value-${row?.name}${specifiers ? "" : "-without-specifiers"}`;
  return { look: { name, ...(row?.text === true ? { text: "string.unquoted" } : {}) }, patterns };
}

function unmapped(kind: string): never {
  throw new Error(`no row of looks says how values of the kind ${kind} look`);
}

/** Whether its grammar takes specifiers: in some plausible value it labels one. */
function takesSpecifiers(kind: string): boolean {
  const row = table.directives.find(row => row.kind === kind);
  const grammar = valueKind(kind);
  if (row === undefined || grammar === undefined) throw new Error(`no grammar of the kind ${kind}`);
  const [version = table.systemd] = knownVersions.slice(-1);
  const at: ValueContext = {
    version,
    manager: "system",
    section: row.section,
    name: row.name,
    type: "service",
    unit: "a@b.service",
  };
  return samples.some(text => grammar.parse(text, at).parts.some(part => part.kind === "specifier"));
}

const samples =
  "%i /%i a%i a=%i a:%i a:/%i /a:/%i %i.service a-%i.slice %i.socket >=%i %i=1 %i/10% man:%i /a%i:ro".split(" ");
