/** The unit files that mutants descend from: a few of our own, and those of any folder. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { UnitType } from "../../src/catalog/directive.ts";
import { isUnitType } from "../../src/catalog/unit-types.ts";
import { bytesOf } from "./draft.ts";

/** A sound unit file; the text is a byte string. */
export interface Seed {
  readonly type: UnitType;
  readonly text: string;
}

/** The unit files directly in a folder, in the order of their names; links, drop-ins and scopes are left out. */
export function readSeeds(folder: string): Seed[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => entry.name)
    .sort()
    .flatMap(name => {
      const type = name.slice(name.lastIndexOf(".") + 1);
      if (!isUnitType(type) || type === "scope") return [];
      const text = readFileSync(join(folder, name), "latin1");
      return text === "" ? [] : [{ type, text }];
    });
}

const unit = (name: string): string =>
  `# ${name} at the site\n[Unit]\nDescription=${name} für alle\nDocumentation=man:${name}(8)\nAfter=local-fs.target\n\n`;
const install = "\n[Install]\nWantedBy=multi-user.target\n";

const ownTexts: Readonly<Partial<Record<UnitType, readonly string[]>>> = {
  service: [
    `${unit("web")}[Service]\nType=exec\nExecStart=/bin/true --listen \\\n  0.0.0.0:80 \\\n# the log\n  --log=/dev/null\nEnvironment="A=1 2" B=2\nRestart=on-failure\nRestartSec=5s\nProtectSystem=strict\n${install}`,
    `${unit("backup")}[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/echo start\nExecStop=/bin/echo stop\nNice=10\nSystemCallFilter=~@clock \\\n\t@debug\n`,
  ],
  socket: [
    `${unit("web")}[Socket]\nListenStream=8080\nListenStream=[::1]:8081\nBacklog=16\nNoDelay=true\nSocketMode=0600\n${install}`,
  ],
  target: [
    `${unit("stage")}[Target]\n\n[Install]\nAlias=stage-alias.target\n`,
    `[Unit]\nDescription=All of it\nStopWhenUnneeded=yes\n`,
  ],
  device: [`${unit("disk")}[Device]\n`, `[Unit]\nDescription=Disk\nSourcePath=/etc/fstab\n`],
  mount: [
    `${unit("data")}[Mount]\nWhat=/dev/sdb1\nWhere=/data\nType=ext4\nOptions=noatime,nofail\nTimeoutSec=30s\n${install}`,
  ],
  automount: [`${unit("data")}[Automount]\nWhere=/data\nTimeoutIdleSec=5min\nDirectoryMode=0755\n${install}`],
  swap: [`${unit("swap")}[Swap]\nWhat=/dev/sdb2\nPriority=5\nOptions=discard\nTimeoutSec=30s\n${install}`],
  timer: [
    `${unit("backup")}[Timer]\nOnCalendar=*-*-* 03:00:00\nRandomizedDelaySec=10min\nPersistent=true\nUnit=backup.service\n${install}`,
  ],
  path: [`${unit("spool")}[Path]\nPathExists=/var/spool/job\nMakeDirectory=yes\nDirectoryMode=0700\n${install}`],
  slice: [`${unit("batch")}[Slice]\nCPUWeight=50\nMemoryHigh=1G\nTasksMax=200\n`],
};

/** Small seeds of ten unit types (a scope has no file), so that none is ever missing. */
export const ownSeeds: readonly Seed[] = Object.entries(ownTexts).flatMap(([type, texts]) =>
  isUnitType(type) ? texts.map(text => ({ type, text: bytesOf(text) })) : [],
);
