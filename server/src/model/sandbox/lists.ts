/** The mounts that lists ask for. systemd: append_access_mounts(), append_bind_mounts(), append_tmpfs_mounts(), src/core/namespace.c; compile_bind_mounts() */
import { directoryRoots } from "../dependencies/exec.ts";
import { flagOf, valuesOf } from "../reading.ts";
import { rememberLast } from "../remember-last.ts";
import type { MountMode, SandboxMount, SandboxSubject } from "./mount.ts";

/** ReadWritePaths= and its like. */
export const accessMounts: (subject: SandboxSubject) => readonly SandboxMount[] = rememberLast(
  ({ settings, section }) =>
    Object.entries(accessModes).flatMap(([name, mode]) =>
      valuesOf(settings, section, name).map(({ value, at }) => {
        const path = value.replace(/^-?\+?/, "");
        return { path, mode, at, by: `${at.entry.key.text}=${path}` };
      }),
    ),
);

/** What the lists of paths ask for, by their names. */
export const accessModes: Readonly<Record<string, MountMode>> = {
  InaccessiblePaths: "inaccessible",
  ReadOnlyPaths: "read-only",
  ReadWritePaths: "writable",
  ExecPaths: "exec",
  NoExecPaths: "exec",
};

/** Bind mounts, by their places inside. */
export function bindMounts({ settings, section }: SandboxSubject): readonly SandboxMount[] {
  return ["BindPaths", "BindReadOnlyPaths"].flatMap(name =>
    valuesOf(settings, section, name).flatMap(({ value, at }) => {
      const path = value.split(":").at(-2);
      return path === undefined ? [] : [{ path, mode: "bind", at, by: `${name}=${path}` } as const];
    }),
  );
}

/** TemporaryFileSystem=. */
export function temporaryMounts({ settings, section }: SandboxSubject): readonly SandboxMount[] {
  return valuesOf(settings, section, "TemporaryFileSystem").map(({ value, at }) => {
    const path = value.split(":")[0] ?? "";
    return { path, mode: "empty", at, by: `TemporaryFileSystem=${path}` };
  });
}

/** StateDirectory= and its like, which stay writable; those of dynamic users lie in `private`, with a link to them. */
export function directoryMounts({ settings, section, manager }: SandboxSubject): readonly SandboxMount[] {
  const folders = flagOf(settings, section, "DynamicUser", false) ? ["", "private/"] : [""];
  return directoryRoots.flatMap(([name, system, user]) =>
    valuesOf(settings, section, name).flatMap(({ value, at }) => {
      const own = value.split(":")[0] ?? "";
      const root = manager === "user" ? user : system;
      return folders.map(folder => {
        return { path: `${root}/${folder}${own}`, mode: "bind", at, by: `${name}=${own}` } as const;
      });
    }),
  );
}
