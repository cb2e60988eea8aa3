/** What the arguments of a run lead to, before aliases and foreign files are left out. */
import { type UnitFileName, unitFileName } from "../model/unit-file-name.ts";
import type { InputError, SkippedFile } from "./discovery.ts";
import type { FileHost } from "./file-host.ts";
import { joinPath, nameIn } from "./path.ts";

/** What one argument led to. */
export interface Harvest {
  /** The argument, tidied. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly candidates: Candidate[];
  readonly errors: InputError[];
  readonly skipped: SkippedFile[];
  /** Whether there are unit files beside the candidates: masked ones, or those that another argument led to. */
  occupied: boolean;
  /** Whether anything was left out because git ignores it. */
  ignored: boolean;
}

/** A path that may be linted, unless it is another's alias or clearly no unit file. */
export interface Candidate {
  readonly path: string;
  readonly name: UnitFileName | undefined;
  readonly realPath: string;
  readonly explicit: boolean;
  /** Whether the file, or a folder on the way that was walked, is a link. */
  readonly viaLink: boolean;
}

/** What the path of a file says; `10-limits.conf` alone says nothing without the folder it really lies in. */
export function nameOf(path: string, realFolder: () => string | undefined): UnitFileName | undefined {
  const name = unitFileName(path);
  if (name !== undefined || !path.includes(".conf")) return name;
  return unitFileName(joinPath(nameIn(realFolder() ?? ""), nameIn(path)));
}

/** Whether a link masks the unit that it is named like. */
export function isMask(host: FileHost, path: string): boolean {
  return host.linkTarget(path) === "/dev/null" || (host.kind(path) === "device" && host.realPath(path) === "/dev/null");
}
