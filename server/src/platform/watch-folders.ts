/** Hears of changes in folders; one watcher a folder, as those of whole trees miss what is made in new folders. */
import { type FSWatcher, statSync, watch } from "node:fs";
import { join } from "node:path";

/** What is watched now. */
export interface FolderWatch {
  /** From now on these folders and no others; says which ones cannot be watched, and why (one line, no final period). */
  follow(folders: ReadonlySet<string>): readonly { readonly path: string; readonly problem: string }[];
  /** Hears of nothing any more. */
  close(): void;
}

interface Watched {
  readonly watcher: FSWatcher;
  /** Which folder it is: another one may have taken its name. */
  readonly identity: string;
}

/** Watches nothing yet; calls back at each change, with the path where it is known. */
export function watchFolders(changed: (path: string | undefined) => void): FolderWatch {
  const known = new Map<string, Watched>();
  const drop = (path: string) => {
    known.get(path)?.watcher.close();
    known.delete(path);
  };
  const take = (path: string) => {
    const identity = identityOf(path);
    if (known.get(path)?.identity === identity) return;
    drop(path);
    const watcher = watch(path, (_, name) =>
      changed(name === null ? undefined : join(path, name).replaceAll("\\", "/")),
    );
    watcher.on("error", () => {
      drop(path);
      changed(undefined);
    });
    known.set(path, { watcher, identity });
  };
  return {
    follow(folders) {
      for (const path of [...known.keys()]) if (!folders.has(path)) drop(path);
      return [...folders].flatMap(path => {
        const problem = attempt(() => take(path));
        return problem === undefined ? [] : [{ path, problem }];
      });
    },
    close() {
      for (const path of [...known.keys()]) drop(path);
    },
  };
}

/** Numbers are given anew soon, times are not. */
function identityOf(path: string): string {
  const { dev, ino, birthtimeMs } = statSync(path);
  return `${dev} ${ino} ${birthtimeMs}`;
}

function attempt(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOSPC" || code === "EMFILE")
    return "too many folders to watch; raise fs.inotify.max_user_watches or name fewer";
  return code === "ENOENT" ? "no such folder" : "cannot be watched";
}
