/** Where systemd looks for units, the first folder winning. systemd: lookup_paths_init(), user_unit_search_dirs(), src/libsystemd/sd-path/path-lookup.c */

import type { Manager } from "./unit-file-name.ts";
import type { FolderRole } from "./unit-folder.ts";

/** A folder of the search path by its place in a root. */
export interface SearchFolder {
  /** Absolute, as seen from the root. */
  readonly path: string;
  readonly role: FolderRole;
}

/** The folders for a manager, the highest rank first. `/lib` counts only where it is no link to `/usr/lib`. */
export function searchPath(manager: Manager): readonly SearchFolder[] {
  return manager === "user" ? userFolders : systemFolders;
}

const systemFolders: readonly SearchFolder[] = [
  { path: "/etc/systemd/system.control", role: "control" },
  { path: "/run/systemd/system.control", role: "control" },
  { path: "/run/systemd/transient", role: "transient" },
  { path: "/run/systemd/generator.early", role: "generator-early" },
  { path: "/etc/systemd/system", role: "config" },
  { path: "/etc/systemd/system.attached", role: "attached" },
  { path: "/run/systemd/system", role: "runtime" },
  { path: "/run/systemd/system.attached", role: "attached" },
  { path: "/run/systemd/generator", role: "generator" },
  { path: "/usr/local/lib/systemd/system", role: "vendor" },
  { path: "/usr/lib/systemd/system", role: "vendor" },
  { path: "/lib/systemd/system", role: "vendor" },
  { path: "/run/systemd/generator.late", role: "generator-late" },
];

/** For all users alike: what lies in a home folder or a user's run-time folder belongs to one of them. */
const userFolders: readonly SearchFolder[] = [
  { path: "/etc/xdg/systemd/user", role: "config" },
  { path: "/etc/systemd/user", role: "config" },
  { path: "/run/systemd/user", role: "runtime" },
  { path: "/usr/local/share/systemd/user", role: "vendor" },
  { path: "/usr/share/systemd/user", role: "vendor" },
  { path: "/usr/local/lib/systemd/user", role: "vendor" },
  { path: "/usr/lib/systemd/user", role: "vendor" },
];
