/** How values look: for each kind of the catalog that has more than words, the pieces that its values are made of. */

/** A look that several kinds share. */
export interface LookRow {
  readonly name: string;
  /** Kinds of the catalog, separated by blanks. */
  readonly kinds: string;
  /** Rules of `pieces.ts`, in the order in which they are tried. */
  readonly pieces: string;
  /** All else is text. */
  readonly text?: true;
}

/** Kinds of values, with the pieces that theirs may have; the words of their grammars come by themselves. */
export const looks: readonly LookRow[] = [
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
