/** Which mount units a path lies on. systemd: unit_add_mount_dependencies(), src/core/unit.c */
import type { NameMap } from "./fragment.ts";
import { pathOfUnit, unitOfPath } from "./unit-path-name.ts";

interface NamedMount {
  readonly name: string;
  readonly path: string;
}

const mountsByNames = new WeakMap<NameMap, readonly NamedMount[]>();

/** The names of the mounts that a path lies on, the root first; there are few mounts and many paths. */
export function mountsOn(path: string, names: NameMap): readonly string[] {
  return mountsOf(names).flatMap(mount => (liesOn(path, mount.path) ? [mount.name] : []));
}

function mountsOf(names: NameMap): readonly NamedMount[] {
  const known = mountsByNames.get(names);
  if (known !== undefined) return known;
  const found: NamedMount[] = [];
  for (const name of new Set(["-.mount", ...names.targets.keys()])) {
    const path = name.endsWith(".mount") ? pathOfUnit(name.slice(0, -".mount".length)) : undefined;
    if (path !== undefined && unitOfPath(path, "mount") === name) found.push({ name, path });
  }
  found.sort((a, b) => a.path.length - b.path.length);
  mountsByNames.set(names, found);
  return found;
}

/** A path with `..` in it is given up at that piece. */
function liesOn(path: string, mount: string): boolean {
  return mount === "/" || path === mount || path.startsWith(`${mount}/`);
}
