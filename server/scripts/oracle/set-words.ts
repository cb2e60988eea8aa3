/** What units of a drawn set are made of: names, and lines for each section. */
import type { UnitType } from "../../src/catalog/directive.ts";

/** Stems that share prefixes, so that `app-.service.d` counts for some of them. */
export const stems = ["app", "app-web", "app-web-api", "db", "db-", "a-b-c", "log\\x2dd", "cache.v1"];

export const instances = ["1", "two-x", "a\\x2db", "app", "x@y"];

/** Names of mounts, automounts and swaps: escaped paths, one inside another. */
export const places = ["srv", "srv-data", "var", "var-lib", "var-tmp", "tmp", "home", "opt-x\\x2dy", "mnt", "run-x"];

export const swaps = ["swapfile", "srv-data-swap", "dev-sdb1", "dev-disk-by\\x2duuid-x"];

export const sliceStems = ["app", "app-web", "system-app", "user-1", "a-b-c"];

/** Units that come with systemd, that it treats in ways of their own, or that are nowhere. */
export const others = [
  "basic.target",
  "sysinit.target",
  "network.target",
  "network-online.target",
  "multi-user.target",
  "shutdown.target",
  "umount.target",
  "local-fs.target",
  "remote-fs.target",
  "sockets.target",
  "systemd-journald.service",
  "systemd-journald@ns.socket",
  "dbus.service",
  "dbus.socket",
  "getty@tty1.service",
  "dev-sdb1.device",
  "-.mount",
  "-.slice",
  "system.slice",
  "app.slice",
  "init.scope",
  "some.scope",
  "missing.service",
  "missing.target",
  "missing@x.service",
  "blockdev@dev-sdb1.target",
  "initrd.target",
];

/** Units by pattern: what a specifier or a template makes of them depends on the unit that names them. */
export const patterns = [
  "%i.service",
  "app@%i.service",
  "%p.target",
  "%N.socket",
  "%j.service",
  "app@.service",
  "db@.target",
];

export const dependencyKinds = [
  ...[
    "Requires",
    "Wants",
    "After",
    "Before",
    "After",
    "Before",
    "BindsTo",
    "PartOf",
    "Requisite",
    "Upholds",
    "Conflicts",
  ],
  ...["OnFailure", "OnSuccess", "PropagatesReloadTo", "ReloadPropagatedFrom", "PropagatesStopTo", "StopPropagatedFrom"],
  "JoinsNamespaceOf",
];

export const paths = [
  "/srv",
  "/srv/data/x",
  "/var/tmp",
  "/var/lib/app",
  "/tmp",
  "/",
  "/opt/x-y",
  "/home/u",
  "/run/x",
  "/usr",
];

/** Other lines of [Unit]. */
export const unitLines = [
  "DefaultDependencies=no",
  "DefaultDependencies=no",
  "DefaultDependencies=yes",
  "RequiresOverridable=app.service",
  "SuccessAction=none",
  "SuccessAction=exit",
  "SourcePath=/srv/source",
  "OnFailureJobMode=isolate",
  "OnSuccessJobMode=fail",
  "AllowIsolate=yes",
  "StopWhenUnneeded=yes",
  "JobTimeoutSec=5",
  "JobRunningTimeoutSec=10",
  "Wrong=line",
];

/** Lines of sections that run processes. */
const execLines = [
  "WorkingDirectory=/srv/data",
  "WorkingDirectory=-/var/lib/app",
  "WorkingDirectory=~",
  "WorkingDirectory=",
  "RootDirectory=/srv/data",
  "RootDirectory=/",
  "RootImage=/var/lib/app/image",
  "PrivateTmp=yes",
  "PrivateTmp=no",
  "PrivateTmp=disconnected",
  "DynamicUser=yes",
  "StateDirectory=app:link data/x",
  "StateDirectory=",
  "CacheDirectory=app",
  "LogsDirectory=%p",
  "RuntimeDirectory=app/y",
  "ConfigurationDirectory=app",
  "StandardOutput=null",
  "StandardOutput=inherit",
  "StandardOutput=kmsg",
  "StandardOutput=journal+console",
  "StandardOutput=file:/srv/log",
  "StandardError=journal",
  "StandardError=null",
  "StandardError=inherit",
  "StandardInput=socket",
  "StandardInput=tty",
  "StandardInput=data",
  "TTYPath=/dev/tty9",
  "LogNamespace=ns",
  "LogNamespace=",
  "BindPaths=/srv/data:/mnt",
  "MountImages=/srv/image:/mnt",
  "EnvironmentFile=/srv/data/env",
  "LoadCredential=x:/srv/data/x",
  "PAMName=login",
  "KillMode=process",
  "KillMode=mixed",
  "User=nobody",
  "PrivateDevices=yes",
  "PrivateUsers=yes",
  "ProtectSystem=strict",
  "Slice=app.slice",
  "Slice=system-app.slice",
  "Slice=-.slice",
  "Slice=app-web.slice",
  "Slice=app.service",
  "Slice=",
  "Slice=%p.slice",
  "MemoryMax=1G",
];

/** The lines of a unit's own section: `first` nearly always stands there, of `more` some do. */
export interface SectionWords {
  readonly section: string;
  readonly first: readonly string[];
  readonly more: readonly string[];
}

export const sectionWords: Readonly<Partial<Record<UnitType, SectionWords>>> = {
  service: {
    section: "Service",
    first: ["ExecStart=/bin/true"],
    more: [
      ...execLines,
      ...["simple", "oneshot", "forking", "notify", "exec", "idle", "dbus", "dbus", "notify-reload"].map(
        type => `Type=${type}`,
      ),
      "BusName=org.example.App@PREFIX@",
      "ExecStart=/bin/false",
      "ExecStart=",
      "ExecStop=/bin/true",
      "ExecReload=/bin/true",
      "ExecStart=relative/path",
      "Restart=always",
      "Restart=on-failure",
      "RemainAfterExit=yes",
      "Sockets=app.socket db.socket",
      "Sockets=app.service",
      "Sockets=",
      "ExitType=cgroup",
      "RestartForceExitStatus=3",
      "NotifyAccess=all",
      "WatchdogSec=5",
      "USBFunctionStrings=/srv/x",
      "PIDFile=/run/app.pid",
      "RuntimeMaxSec=5",
      "RootDirectoryStartOnly=yes",
    ],
  },
  socket: {
    section: "Socket",
    first: ["ListenStream=/run/x/app.sock"],
    more: [
      "ListenStream=80",
      "ListenStream=",
      "ListenDatagram=/srv/data/sock",
      "ListenFIFO=/run/x/fifo",
      "ListenNetlink=kobject-uevent 1",
      "ListenMessageQueue=/queue",
      "ListenStream=@abstract",
      "ListenSpecial=/dev/zero",
      "Accept=yes",
      "Accept=yes",
      "Service=app.service",
      "Service=db.service",
      "Service=app.target",
      "Service=missing.service",
      "Service=app@.service",
      "BindToDevice=eth0",
      "BindToDevice=lo",
      "ExecStartPre=/bin/true",
      "ExecStopPost=/bin/true",
      "Symlinks=/run/x/link",
      "MaxConnections=3",
      ...execLines,
    ],
  },
  timer: {
    section: "Timer",
    first: ["OnBootSec=5"],
    more: [
      ...[
        "OnCalendar=daily",
        "OnCalendar=daily",
        "OnCalendar=",
        "OnUnitActiveSec=1h",
        "Persistent=yes",
        "OnClockChange=yes",
      ],
      ...[
        "Unit=app.service",
        "Unit=db.target",
        "Unit=%p.target",
        "Unit=app.timer",
        "Unit=missing.service",
        "Unit=",
        "Unit=a@.service",
      ],
    ],
  },
  path: {
    section: "Path",
    first: ["PathExists=/srv/data/flag"],
    more: [
      ...[
        "PathChanged=/var/tmp/x",
        "PathModified=/run/x/y",
        "DirectoryNotEmpty=/var/lib/app",
        "PathExistsGlob=/srv/*/x",
      ],
      ...["PathExists=", "MakeDirectory=yes"],
      ...["Unit=app.service", "Unit=db.target", "Unit=%p.target", "Unit=app.path", "Unit=missing.service"],
    ],
  },
  mount: {
    section: "Mount",
    first: ["What=/dev/sdb1", "Where=@PLACE@"],
    more: [
      ...["What=/srv/data", "What=tmpfs", "What=LABEL=data", "What=host:/export", "What=/dev/root", "What=/mnt/image"],
      ...["Type=tmpfs", "Type=nfs", "Type=ext4", "Type=bind", "Type=fuse.sshfs", "Type=none"],
      ...[
        "Options=bind",
        "Options=_netdev",
        "Options=nofail",
        "Options=loop",
        "Options=x-systemd.device-bound",
        "Options=rbind,ro",
      ],
      ...[
        "Options=x-systemd.device-bound=no",
        "Options=nofail,_netdev",
        "Options=x-initrd.mount",
        "Options=quota,x-systemd.growfs",
      ],
      "Where=/wrong",
      "Where=",
      "LazyUnmount=yes",
      ...execLines,
    ],
  },
  automount: {
    section: "Automount",
    first: ["Where=@PLACE@"],
    more: ["Where=/wrong", "TimeoutIdleSec=5", "ExtraOptions=x-y", "DirectoryMode=0700"],
  },
  swap: {
    section: "Swap",
    first: ["What=@PLACE@"],
    more: ["What=/wrong", "Options=_netdev", "Options=nofail", "Priority=5", ...execLines],
  },
  slice: { section: "Slice", first: [], more: ["MemoryMax=1G", "Slice=app.slice"] },
};
