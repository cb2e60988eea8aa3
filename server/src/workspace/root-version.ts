/** Which systemd a root holds. */
import { chase, rootedAt } from "./chase.ts";
import type { FileHost } from "./file-host.ts";

/**
 * The version of the systemd in the first root that has one, by the name of its own library (`libsystemd-shared-252.so`); undefined where
 * none does.
 */
export function rootVersion(host: FileHost, roots: readonly string[]): number | undefined {
  for (const root of roots) {
    const tree = rootedAt(host, root);
    const list = (path: string): readonly string[] => {
      const real = chase(tree, path);
      const listed = real === undefined ? undefined : host.list(tree.root + real);
      return listed === undefined || "problem" in listed ? [] : listed.entries.map(({ name }) => name);
    };
    const multiarch = list("/usr/lib").filter(name => name.includes("-linux-"));
    const folders = ["/usr/lib", "/usr/lib64", ...multiarch.map(name => `/usr/lib/${name}`)];
    for (const name of folders.flatMap(folder => list(`${folder}/systemd`))) {
      const version = /^libsystemd-(?:shared|core)-(\d+)\D/.exec(name)?.[1];
      if (version !== undefined) return Number(version);
    }
  }
  return undefined;
}
