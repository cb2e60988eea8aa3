/**
 * The one hand-written table of the generator: what each `config_parse_*` function of systemd accepts.
 *
 * `last`, `list` and `appendOnly` state what a second assignment does, true to the C code of the newest release
 * (src/core/load-fragment.c, src/shared/conf-parser.c); the first argument names the value grammar, or names one for
 * each parser argument; the second lists single directives that deserve a narrower grammar than their parser's.
 * A comment says why, where the C code surprises or disagrees with the manual.
 */

import type { KindId, Repeat } from "../../src/catalog/directive.ts";
import type { GperfRow } from "./gperf.ts";
import { appendOnly, type Grammar, kindUnder, last, list } from "./grammar.ts";

/** The kind and the repetition of a row; undefined when its parser (or its argument) is not in the table. */
export function grammarOf(row: GperfRow): { readonly kind: KindId; readonly repeat: Repeat } | undefined {
  const grammar = Object.hasOwn(parsers, row.parser) ? parsers[row.parser] : undefined;
  const kind = grammar && kindUnder(grammar, row);
  return grammar && kind !== undefined ? { kind, repeat: grammar.repeat } : undefined;
}

/** Every kind that the table can give, sorted. */
export function allKinds(): KindId[] {
  const kinds = Object.values(parsers).flatMap(({ kind, exceptions }) =>
    [kind ?? [], Object.values(exceptions)].flat(),
  );
  return [...new Set(kinds)].sort();
}

const conditionOfPath = {
  CONDITION_PATH_EXISTS: "condition-path",
  CONDITION_PATH_EXISTS_GLOB: "condition-glob",
  CONDITION_PATH_IS_DIRECTORY: "condition-path",
  CONDITION_PATH_IS_SYMBOLIC_LINK: "condition-path",
  CONDITION_PATH_IS_MOUNT_POINT: "condition-path",
  CONDITION_PATH_IS_READ_WRITE: "condition-path",
  CONDITION_PATH_IS_ENCRYPTED: "condition-path",
  CONDITION_PATH_IS_SOCKET: "condition-path",
  CONDITION_DIRECTORY_NOT_EMPTY: "condition-path",
  CONDITION_FILE_NOT_EMPTY: "condition-path",
  CONDITION_FILE_IS_EXECUTABLE: "condition-path",
  CONDITION_NEEDS_UPDATE: "condition-path",
};

const conditionOfString = {
  CONDITION_AC_POWER: "condition-boolean",
  CONDITION_ARCHITECTURE: "condition-architecture",
  CONDITION_CAPABILITY: "condition-capability",
  CONDITION_CONTROL_GROUP_CONTROLLER: "condition-controllers",
  CONDITION_CPUS: "condition-cpus",
  CONDITION_CPU_FEATURE: "condition-cpu-feature",
  CONDITION_CPU_PRESSURE: "condition-pressure",
  CONDITION_CREDENTIAL: "condition-credential",
  CONDITION_ENVIRONMENT: "condition-environment",
  CONDITION_FIRMWARE: "condition-firmware",
  CONDITION_FIRST_BOOT: "condition-boolean",
  CONDITION_FRACTION: "condition-fraction",
  CONDITION_GROUP: "condition-group",
  CONDITION_HOST: "condition-host",
  CONDITION_IO_PRESSURE: "condition-pressure",
  CONDITION_KERNEL_COMMAND_LINE: "condition-kernel-command-line",
  CONDITION_KERNEL_MODULE_LOADED: "condition-kernel-module",
  CONDITION_KERNEL_VERSION: "condition-version",
  CONDITION_MACHINE_TAG: "condition-machine-tag",
  CONDITION_MEMORY: "condition-memory",
  CONDITION_MEMORY_PRESSURE: "condition-pressure",
  CONDITION_OS_RELEASE: "condition-os-release",
  CONDITION_SECURITY: "condition-security",
  CONDITION_USER: "condition-user",
  CONDITION_VERSION: "condition-version",
  CONDITION_VIRTUALIZATION: "condition-virtualization",
};

/** rlimit_parse_table, src/basic/rlimit-util.c. */
const resourceLimits = {
  RLIMIT_AS: "resource-limit-size",
  RLIMIT_CORE: "resource-limit-size",
  RLIMIT_CPU: "resource-limit-seconds",
  RLIMIT_DATA: "resource-limit-size",
  RLIMIT_FSIZE: "resource-limit-size",
  RLIMIT_LOCKS: "resource-limit",
  RLIMIT_MEMLOCK: "resource-limit-size",
  RLIMIT_MSGQUEUE: "resource-limit-size",
  RLIMIT_NICE: "resource-limit-nice",
  RLIMIT_NOFILE: "resource-limit",
  RLIMIT_NPROC: "resource-limit",
  RLIMIT_RSS: "resource-limit-size",
  RLIMIT_RTPRIO: "resource-limit",
  RLIMIT_RTTIME: "resource-limit-microseconds",
  RLIMIT_SIGPENDING: "resource-limit",
  RLIMIT_STACK: "resource-limit-size",
};

const timers = {
  TIMER_ACTIVE: "time-span",
  TIMER_BOOT: "time-span",
  TIMER_CALENDAR: "calendar-event",
  TIMER_STARTUP: "time-span",
  TIMER_UNIT_ACTIVE: "time-span",
  TIMER_UNIT_INACTIVE: "time-span",
};

const parsers: Readonly<Record<string, Grammar>> = {
  // Parsers that no release since 247 has, of what was removed: nothing is known of these values but that they are texts.
  config_parse_bus_endpoint_policy: appendOnly("literal-string"),
  config_parse_exec_capabilities: last("literal-string"),
  config_parse_netclass: last("literal-string"),
  config_parse_sysv_priority: last("integer"),
  config_parse_unit_condition_null: list("condition-boolean"),

  // Plain values.
  config_parse_bool: last("boolean"),
  config_parse_tristate: last("boolean"),
  config_parse_int: last("integer"),
  config_parse_long: last("integer"),
  config_parse_unsigned: last("unsigned-integer"),
  config_parse_iec_size: last("size"),
  config_parse_iec_size_long: last("size"),
  config_parse_mode: last("mode"),
  config_parse_signal: last("signal"),
  config_parse_string: last("literal-string"),
  config_parse_unit_string_printf: last("string", {
    "Automount.ExtraOptions": "mount-options",
    "Mount.Options": "mount-options",
    "Mount.Type": "filesystem-type",
    "Mount.What": "mount-source",
    "Swap.Options": "mount-options",
  }),

  // Time.
  config_parse_sec: last("time-span"),
  config_parse_sec_def_infinity: last("time-span"),
  config_parse_sec_fix_0: last("time-span"),
  config_parse_nsec: last("time-span-nanoseconds"),
  config_parse_job_running_timeout_sec: last("time-span"),
  config_parse_job_timeout_sec: last("time-span"),
  config_parse_service_timeout: last("time-span"),
  config_parse_service_timeout_abort: last("time-span"),
  config_parse_timer: list(timers),

  // Paths.
  config_parse_unit_path_printf: last("path", { "Swap.What": "mount-source" }),
  config_parse_unit_path_strv_printf: list("path-list"),
  config_parse_colon_separated_paths: list("search-path"),
  config_parse_namespace_path_strv: list("sandbox-path-list"),
  config_parse_bind_paths: list("bind-path-list"),
  config_parse_path_spec: list("path", { PathExistsGlob: "path-glob" }),
  config_parse_pid_file: last("pid-file"),
  config_parse_temporary_filesystems: list("temporary-filesystem-list"),
  config_parse_unit_env_file: list("environment-file"),
  config_parse_working_directory: last("working-directory"),
  config_parse_exec_directories: list("managed-directory-list", {
    ConfigurationDirectory: "configuration-directory-list",
  }),
  config_parse_exec_quota: last("directory-quota"),
  config_parse_mount_node: last("mount-source"),
  config_parse_open_file: list("open-file"),
  config_parse_swap_priority: last("swap-priority"),

  // Names of units; an empty list of dependencies clears nothing.
  config_parse_unit_deps: appendOnly("unit-list"),
  config_parse_obsolete_unit_deps: appendOnly("unit-list"),
  config_parse_unit_mounts_for: appendOnly("path-list"),
  config_parse_unit_requires_mounts_for: appendOnly("path-list"),
  config_parse_service_sockets: appendOnly("socket-unit-list"),
  config_parse_socket_service: last("service-unit"),
  config_parse_unit_slice: last("slice-unit"),
  // The first one stays: a second Unit= is refused with a message, an empty one too.
  config_parse_trigger_unit: appendOnly("unit-name"),

  // [Install], as src/shared/install.c parses it.
  config_parse_alias: list("unit-list"),
  config_parse_strv: list("unit-list"),
  config_parse_also: appendOnly("unit-list"),
  config_parse_default_instance: last("instance-name"),

  // [Unit].
  config_parse_collect_mode: last("collect-mode"),
  config_parse_documentation: list("documentation"),
  config_parse_emergency_action: last("emergency-action"),
  config_parse_exit_status: last("exit-status"),
  config_parse_job_mode: last("job-mode"),
  config_parse_job_mode_isolate: last("boolean"),
  config_parse_reboot_parameter: last("reboot-argument"),
  config_parse_unit_condition_path: list(conditionOfPath),
  config_parse_unit_condition_string: list(conditionOfString),

  // Services.
  config_parse_bus_name: last("bus-name"),
  config_parse_exec: list("command-line"),
  config_parse_luo_sessions: list("luo-session-list"),
  config_parse_notify_access: last("notify-access"),
  config_parse_oom_policy: last("oom-policy"),
  config_parse_service_exit_type: last("exit-type"),
  config_parse_service_refresh_on_reload: list("refresh-on-reload"),
  config_parse_service_restart: last("restart"),
  config_parse_service_restart_mode: last("restart-mode"),
  config_parse_service_timeout_failure_mode: last("timeout-failure-mode"),
  config_parse_service_type: last("service-type"),
  config_parse_set_status: list("exit-status-list"),

  // Sockets: one empty Listen*= removes the addresses of all of them.
  config_parse_fdname: last("fd-name"),
  config_parse_ip_tos: last("ip-tos"),
  config_parse_socket_bind: last("bind-ipv6-only"),
  config_parse_socket_bindtodevice: last("bind-to-device"),
  config_parse_socket_defer_trigger: last("defer-trigger"),
  config_parse_socket_listen: list("path", {
    ListenDatagram: "socket-address",
    ListenMessageQueue: "message-queue",
    ListenNetlink: "netlink-address",
    ListenSequentialPacket: "socket-address-sequential",
    ListenStream: "socket-address",
  }),
  config_parse_socket_protocol: last("socket-protocol"),
  config_parse_socket_timestamping: last("socket-timestamping"),
  config_parse_xattr: list("extended-attribute"),

  // Slices.
  config_parse_concurrency_max: last("concurrency-limit"),

  // The way in which processes run: identity, environment, input and output.
  config_parse_environ: list("environment"),
  config_parse_pass_environ: list("environment-name-list"),
  config_parse_unset_environ: list("environment-removal-list"),
  config_parse_user_group_compat: last("user", { Group: "group", SocketGroup: "group" }),
  config_parse_user_group_strv_compat: list("group-list"),
  config_parse_exec_input: last("standard-input"),
  config_parse_exec_input_data: list("input-data"),
  config_parse_exec_input_text: list("input-text"),
  config_parse_exec_output: last("standard-output"),
  config_parse_exec_utmp_mode: last("utmp-mode"),
  config_parse_tty_size: last("unsigned-integer"),
  config_parse_log_extra_fields: list("journal-field-list"),
  config_parse_log_facility: last("syslog-facility"),
  config_parse_log_filter_patterns: list("log-filter-pattern"),
  config_parse_log_level: last("syslog-level"),
  config_parse_log_namespace: last("log-namespace"),
  config_parse_set_credential: list("credential-text", { SetCredentialEncrypted: "credential-data" }),
  config_parse_load_credential: list("credential-source"),
  config_parse_import_credential: list("credential-glob"),

  // Scheduling and limits.
  config_parse_rlimit: last(resourceLimits),
  config_parse_exec_coredump_filter: list("coredump-filter"),
  config_parse_exec_cpu_affinity: list("cpu-affinity"),
  config_parse_exec_cpu_sched_policy: last("cpu-scheduling-policy"),
  config_parse_exec_cpu_sched_prio: last("cpu-scheduling-priority"),
  config_parse_exec_io_class: last("io-scheduling-class"),
  config_parse_exec_io_priority: last("io-scheduling-priority"),
  config_parse_exec_memory_thp: last("memory-thp"),
  config_parse_exec_nice: last("nice"),
  config_parse_exec_oom_score_adjust: last("oom-score-adjust"),
  config_parse_numa_mask: list("numa-mask"),
  config_parse_numa_policy: last("numa-policy"),

  // Sandbox.
  config_parse_address_families: list("address-family-list"),
  config_parse_bpf_delegate_attachments: last("bpf-delegate-attachments"),
  config_parse_bpf_delegate_commands: last("bpf-delegate-commands"),
  config_parse_bpf_delegate_maps: last("bpf-delegate-maps"),
  config_parse_bpf_delegate_programs: last("bpf-delegate-programs"),
  config_parse_capability_set: list("capability-set"),
  config_parse_exec_apparmor_profile: last("apparmor-profile"),
  config_parse_exec_keyring_mode: last("keyring-mode"),
  config_parse_exec_mount_apivfs: last("boolean"),
  config_parse_exec_mount_flags: last("mount-propagation"),
  config_parse_exec_mount_propagation_flag: last("mount-propagation"),
  config_parse_exec_preserve_mode: last("preserve-mode"),
  config_parse_runtime_preserve_mode: last("preserve-mode"),
  config_parse_exec_root_hash: last("root-hash"),
  config_parse_exec_root_hash_sig: last("root-hash-signature"),
  // DEFINE_CONFIG_PARSE() stores the parsed flags as they are: later ones replace, where the manual says they add.
  config_parse_exec_secure_bits: last("secure-bits"),
  config_parse_exec_selinux_context: last("selinux-context"),
  config_parse_exec_smack_process_label: last("smack-label"),
  config_parse_extension_images: list("extension-image-list"),
  config_parse_image_policy: last("image-policy"),
  config_parse_mount_images: list("mount-image-list"),
  config_parse_namespace_flags: list("namespace-flags", { DelegateNamespaces: "delegate-namespaces" }),
  config_parse_restrict_namespaces: list("namespace-flags"),
  config_parse_personality: last("personality"),
  config_parse_private_bpf: last("private-bpf"),
  config_parse_private_pids: last("private-pids"),
  config_parse_private_tmp: last("private-tmp"),
  config_parse_private_users: last("private-users"),
  config_parse_proc_subset: last("proc-subset"),
  config_parse_protect_control_groups: last("protect-control-groups"),
  config_parse_protect_home: last("protect-home"),
  config_parse_protect_hostname: last("protect-hostname"),
  config_parse_protect_proc: last("protect-proc"),
  config_parse_protect_system: last("protect-system"),
  config_parse_restrict_filesystems: list("filesystem-list"),
  // Replaces the options since free_and_replace_full() in 262; 252 and 257 joined the lists.
  config_parse_root_image_options: last("root-image-options"),
  config_parse_syscall_archs: list("syscall-architecture-list"),
  config_parse_syscall_errno: last("syscall-error-number"),
  config_parse_syscall_filter: list("syscall-filter"),
  config_parse_syscall_log: list("syscall-list"),

  // Killing.
  config_parse_kill_mode: last("kill-mode"),

  // Resource control.
  config_parse_allowed_cpuset: list("cpu-set"),
  config_parse_unit_cpu_set: list("cpu-set"),
  config_parse_bind_network_interface: last("network-interface"),
  config_parse_blockio_bandwidth: list("device-bandwidth"),
  config_parse_blockio_device_weight: list("blockio-device-weight"),
  config_parse_blockio_weight: last("blockio-weight"),
  config_parse_bpf_foreign_program: list("bpf-program"),
  config_parse_cg_cpu_weight: last("cpu-weight"),
  config_parse_cg_weight: last("weight"),
  config_parse_cgroup_nft_set: list("nft-set-list"),
  config_parse_cgroup_socket_bind: list("socket-bind-rule"),
  config_parse_cpu_quota: last("cpu-quota"),
  config_parse_cpu_shares: last("cpu-shares"),
  config_parse_cpuset_partition: last("cpuset-partition"),
  // Controllers accumulate; yes, no and the empty string set the whole.
  config_parse_delegate: list("delegate"),
  config_parse_delegate_subgroup: last("cgroup-name"),
  config_parse_device_allow: list("device-allow"),
  config_parse_device_policy: last("device-policy"),
  config_parse_disable_controllers: list("controller-list"),
  config_parse_in_addr_prefixes: list("ip-prefix-list"),
  config_parse_io_device_latency: list("device-latency"),
  config_parse_io_device_weight: list("device-weight"),
  config_parse_io_limit: list("device-bandwidth"),
  config_parse_ip_filter_bpf_progs: list("path"),
  config_parse_managed_oom_mem_pressure_duration_sec: last("memory-pressure-duration"),
  config_parse_managed_oom_mem_pressure_limit: last("percentage"),
  config_parse_managed_oom_mode: last("managed-oom-mode"),
  config_parse_managed_oom_preference: last("managed-oom-preference"),
  config_parse_managed_oom_rules: list("oom-rule-list"),
  config_parse_memory_limit: last("memory-limit"),
  config_parse_memory_pressure_watch: last("pressure-watch"),
  config_parse_pressure_watch: last("pressure-watch"),
  config_parse_restrict_network_interfaces: list("network-interface-list"),
  config_parse_tasks_max: last("tasks-limit"),
};
