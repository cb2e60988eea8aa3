/** POSIX paths as text. */

/** The path of an entry in a folder; an absolute entry stands for itself. */
export function joinPath(folder: string, entry: string): string {
  if (folder === "." || entry.startsWith("/")) return entry;
  return folder.endsWith("/") ? folder + entry : `${folder}/${entry}`;
}

/** The last part of a path. */
export function nameIn(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder that an absolute path lies in. */
export function folderOf(realPath: string): string {
  return realPath.slice(0, realPath.lastIndexOf("/")) || "/";
}

/** Whether an absolute path lies below a folder or is that folder. */
export function isWithin(folder: string, realPath: string): boolean {
  return realPath === folder || realPath.startsWith(folder === "/" ? folder : `${folder}/`);
}

/** Without leading `./` and trailing `/`: `./units/` is `units`, and `./` is `.`. */
export function tidyPath(path: string): string {
  const bare = path.replace(/^(?:\.\/+)+/, "");
  if (bare === "") return path === "" ? "" : ".";
  return bare.replace(/(?<=[^/])\/+$/, "");
}

/** Orders things by their paths, character by character. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
