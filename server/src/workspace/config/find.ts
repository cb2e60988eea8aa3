/** Finds the configuration of a file: the nearest one upwards, one look-up for each folder. */
import { decodeUtf8 } from "../../text/utf8.ts";
import type { FileHost } from "../file-host.ts";
import { folderOf, joinPath, nameIn } from "../path.ts";

/** The names of configurations, the strongest first; the last one counts only with a key of ours. */
export const configNames = [".unitlint.json", ".unitlint.jsonc", ".unitlint.yaml", ".unitlint.yml", "package.json"];

/** A configuration that was found. */
export interface FoundConfig {
  readonly path: string;
  /** Others in the same folder, which do not count. */
  readonly beside: readonly string[];
}

/** Finds the configuration that counts in a folder, given by its absolute path; undefined where there is none up to the root. */
export type FindConfig = (folder: string) => FoundConfig | undefined;

/** Looks on a disk, once for each folder. */
export function configFinder(host: Pick<FileHost, "kind" | "read">): FindConfig {
  const known = new Map<string, FoundConfig | undefined>();
  return function find(folder): FoundConfig | undefined {
    if (known.has(folder)) return known.get(folder);
    const found = configIn(host, folder) ?? (isTop(folder) ? undefined : find(folderOf(folder)));
    known.set(folder, found);
    return found;
  };
}

/** Whether a path may be that of a configuration. */
export function isConfigPath(path: string): boolean {
  return configNames.includes(nameIn(path));
}

function isTop(folder: string): boolean {
  return folder === "/" || !folder.includes("/") || /^[A-Za-z]:\/?$/.test(folder);
}

function configIn(host: Pick<FileHost, "kind" | "read">, folder: string): FoundConfig | undefined {
  const [path, ...beside] = configNames
    .map(name => joinPath(folder, name))
    .filter(path => host.kind(path) === "file" && (nameIn(path) !== "package.json" || hasKey(host, path)));
  return path === undefined ? undefined : { path, beside };
}

/** Whether a `package.json` has a key of ours; hardly any does, and a quick look tells. */
function hasKey(host: Pick<FileHost, "read">, path: string): boolean {
  const outcome = host.read(path);
  const text = "bytes" in outcome ? decodeUtf8(outcome.bytes) : "";
  if (!text.includes('"unitlint"')) return false;
  try {
    const manifest: unknown = JSON.parse(text);
    return typeof manifest === "object" && manifest !== null && Object.hasOwn(manifest, "unitlint");
  } catch {
    return false;
  }
}
