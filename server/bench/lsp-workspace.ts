/** The workspace that the language server is measured in: five thousand units of several types that name each other. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a measurement needs to know of it. */
export interface BenchWorkspace {
  readonly folder: string;
  readonly units: number;
  /** The unit that many others name. */
  readonly hub: { readonly path: string; readonly name: string; readonly references: number };
  /** A service that somebody edits. */
  readonly edited: { readonly path: string; readonly text: string };
}

/** Writes all units into one folder, which is harder than many small ones. */
export function writeWorkspace(folder: string): BenchWorkspace {
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  write(HUB, serviceText(0).replace(/^(?:After|Wants)=app-.*\n/gm, ""));
  for (let i = 1; i < SERVICES; i++) write(serviceName(i), serviceText(i));
  for (let i = 0; i < TIMERS; i++) write(`app-${2 * i + 1}.timer`, timerText(i));
  for (let i = 0; i < SOCKETS; i++) write(`app-${4 * i + 2}.socket`, socketText(i));
  for (let i = 0; i < TARGETS; i++) write(`group-${i}.target`, targetText(i));
  for (let i = 0; i < DROP_INS; i++) write(`${serviceName(5 * i + 3)}.d/50-limits.conf`, dropInText(i));
  return {
    folder,
    units: SERVICES + TIMERS + SOCKETS + TARGETS,
    hub: { path: join(folder, HUB), name: HUB, references: REFERENCES },
    edited: { path: join(folder, serviceName(EDITED)), text: serviceText(EDITED) },
  };
}

const HUB = "database.service";
const SERVICES = 3800;
const TIMERS = 600;
const SOCKETS = 400;
const TARGETS = 200;
const DROP_INS = 700;
/** Half of them in After=, half in Wants=, of each fifteenth service. */
const REFERENCES = 500;
const EDITED = 1231;

/** Each tenth is a template. */
function serviceName(i: number): string {
  return i % 10 === 9 ? `app-${i}@.service` : `app-${i}.service`;
}

/** Each waits for three that come before it; each fortieth has a mistake. */
function serviceText(i: number): string {
  const earlier = [i >> 1, i >> 2, i >> 3].filter(other => other > 0 && other < i && other % 10 !== 9).map(serviceName);
  const hub = i % 15 === 1 && i < 15 * (REFERENCES / 2) ? HUB : undefined;
  const lines = [
    "[Unit]",
    `Description=Application ${i}${i % 10 === 9 ? " for %i" : ""}`,
    "Documentation=https://example.org/app",
    `After=${["network-online.target", ...earlier, hub].filter(Boolean).join(" ")}`,
    `Wants=${["network-online.target", hub].filter(Boolean).join(" ")}`,
    "",
    "[Service]",
    "Type=exec",
    `ExecStartPre=/usr/bin/mkdir -p /var/lib/app-${i}`,
    `ExecStart=/usr/bin/app --number ${i} \\`,
    "    --config /etc/app.conf --log-level info",
    "Restart=on-failure",
    `RestartSec=${(i % 50) + 1}s`,
    `Environment=NUMBER=${i} "GREETING=good morning"`,
    "PrivateTmp=yes",
    "NoNewPrivileges=yes",
    "ProtectSystem=strict",
    "CapabilityBoundingSet=CAP_NET_BIND_SERVICE CAP_CHOWN",
    "SystemCallFilter=@system-service",
    i % 40 === 0 ? "MemoryMaxx=512M" : "MemoryMax=512M",
    "",
    "[Install]",
    `WantedBy=${i % 3 === 0 ? `group-${i % TARGETS}.target` : "multi-user.target"}`,
  ];
  return `${lines.join("\n")}\n`;
}

function timerText(i: number): string {
  return `[Unit]\nDescription=Time for application ${i}\n\n[Timer]\nOnCalendar=Mon..Fri *-*-* ${i % 24}:30\nRandomizedDelaySec=5min\nUnit=${serviceName(2 * i + 1).replace("@.", "@nightly.")}\n\n[Install]\nWantedBy=timers.target\n`;
}

function socketText(i: number): string {
  return `[Unit]\nDescription=Door of application ${i}\n\n[Socket]\nListenStream=${10_000 + i}\nService=${serviceName(4 * i + 2).replace("@.", "@door.")}\n\n[Install]\nWantedBy=sockets.target\n`;
}

function targetText(i: number): string {
  return `[Unit]\nDescription=Group ${i}\nWants=${serviceName(i * 7 + 1).replace("@.", "@group.")}\nAfter=${serviceName(i * 7 + 1).replace("@.", "@group.")}\n`;
}

function dropInText(i: number): string {
  return `# Limits of this host\n[Service]\nMemoryMax=${(i % 8) + 1}G\nCPUQuota=${20 + (i % 60)}%\n`;
}
