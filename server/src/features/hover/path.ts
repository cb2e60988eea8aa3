/** Hover over a path: what lies there, on this machine or in the root that units are judged in. */
import { expandCertain } from "../../values/certain-specifiers.ts";
import type { FileKind } from "../../workspace/file-host.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { type Block, say } from "./markup.ts";
import type { Describe, Piece } from "./piece.ts";

/** The path with its specifiers replaced, and what is there. */
export const describePath: Describe = piece => {
  const path = pathMeant(piece);
  const here = path === piece.text ? [] : [say`${piece.text} is ${path}`];
  if (/[*?[]/.test(path) && piece.directive.kind.includes("glob")) return here;
  if (!path.startsWith("/") || path.includes("%")) return here;
  return [...here, ...lookUp(path, piece.snapshot)];
};

/** What lies at an absolute path: of the first root, where there is one. */
export function lookUp(path: string, { host, roots }: Snapshot): readonly Block[] {
  const [root] = roots;
  const full = root === undefined ? path : `${root.replace(/\/$/, "")}${path}`;
  const where = root === undefined ? say`on this machine` : say`in ${root}`;
  const target = host.linkTarget(full);
  const kind = host.kind(full);
  if (kind === "missing") return [say`${path} does not exist ${where}`];
  if (kind === "unreadable") return [say`${path} cannot be looked at ${where}`];
  const what = [kinds[kind]];
  if (target === undefined) return [say`${path} is ${what} ${where}`];
  if (kind === "dangling link" || kind === "link loop") return [say`${path} is ${what} ${where}, to ${target}`];
  return [say`${path} is a link to ${target} ${where}, ${what}`];
}

const kinds: Readonly<Record<Exclude<FileKind, "missing" | "unreadable">, string>> = {
  file: "a file",
  folder: "a folder",
  "dangling link": "a link that leads nowhere",
  "link loop": "a link that leads back to itself",
  device: "a device",
  pipe: "a named pipe",
  socket: "a socket",
};

/** Folders that systemd makes for a unit lie below one of its own. */
function pathMeant({ text, context, directive: { name } }: Piece): string {
  const path = expandCertain(text, context);
  const base = managed[name];
  return base === undefined || path.startsWith("/") ? path : `${expandCertain(base, context)}/${path}`;
}

const managed: Readonly<Record<string, string>> = {
  RuntimeDirectory: "%t",
  StateDirectory: "%S",
  CacheDirectory: "%C",
  LogsDirectory: "%L",
  ConfigurationDirectory: "%E",
};
