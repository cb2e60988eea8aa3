/** What rules may ask about the root in which units are judged: the files of an image, or of this host. */

/** What lies at a path. */
export type RootKind = "program" | "file" | "folder" | "missing" | "unknown";

/** The files of one root at one time; paths are absolute, links are followed inside the root. */
export interface RootFiles {
  /** `program` where it may be run, `file` where nobody may; `unknown` where that cannot be told. */
  kind(path: string): RootKind;
  /** The text of a file; empty where there is none. */
  text(path: string): string;
  /** The names in a folder; none where there is no such folder. */
  names(path: string): readonly string[];
}

/** Whether a path belongs to what packages install; elsewhere, a mount or another program may put something there. */
export function isInstalled(path: string): boolean {
  return installed.test(path) && !path.split("/").includes("..");
}

const installed = /^\/(?:usr|bin|sbin|lib\d*|etc|opt)\/./;

/** The folders in which systemd looks for programs by name. systemd: DEFAULT_PATH, src/basic/path-util.h */
export const programFolders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** Whether it is a whole system, in which programs may be missed: a folder of an overlay has none that all systems have. */
export function isWholeRoot(files: RootFiles): boolean {
  return ["/usr/bin/sh", "/bin/sh"].some(path => files.kind(path) === "program");
}
