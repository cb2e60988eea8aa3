/** Dependencies that nearly every unit has, and that would hide all others in a picture. */

import type { Edge } from "../model/graph.ts";
import { type Arrow, isWritten } from "./arrows.ts";
import type { NameMatch } from "./pattern.ts";

/**
 * Whether an arrow says no more than that a unit is an ordinary one: it ends at shutdown, and without a line that says so it starts late,
 * lies in a slice, logs to the journal, and needs the root file system. Never so for what concerns a unit that was asked for by name.
 */
export function isCommonplace({ kind, edge }: Arrow, named: NameMatch = () => false): boolean {
  const { to } = edge;
  if (named(to.id)) return false;
  if (goingDown.has(to.id)) return kind === "Conflicts" || kind === "After";
  if (to.type === "slice") return !isWritten(edge);
  return usual.has(to.id) && !isDependencyLine(edge);
}

/** Whether a line of [Unit] or a link says it; other lines only have it as a consequence, such as PrivateTmp=. */
function isDependencyLine({ dependency: { at, link } }: Edge): boolean {
  return link !== undefined || at?.section === "Unit";
}

/** Written out by units that start early, and by those of the initial RAM disk. */
const goingDown: ReadonlySet<string> = new Set(["shutdown.target", "umount.target", "initrd-switch-root.target"]);

const usual: ReadonlySet<string> = new Set([
  "sysinit.target",
  "basic.target",
  "sockets.target",
  "timers.target",
  "paths.target",
  "swap.target",
  "local-fs-pre.target",
  "remote-fs-pre.target",
  "time-set.target",
  "time-sync.target",
  "systemd-journald.socket",
  "systemd-remount-fs.service",
  "systemd-tmpfiles-setup.service",
  "-.mount",
]);
