/** Lays a drawn set of units out on a disk. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SetDraft } from "./set-draft.ts";

/** A unit that refers to all others, so that the manager loads them; a device has no drop-ins here and no dependencies of its own. */
export const probe = "unitlint-probe.device";

/** Writes a set to a folder, which the service manager sees as `seen`. */
export function stageSet({ files, folders, names }: SetDraft, folder: string, seen: string): void {
  for (const name of folders) mkdirSync(join(folder, name), { recursive: true });
  for (const [path, file] of files) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    if ("text" in file) writeFileSync(full, file.text);
    else symlinkSync(file.link.replace("@SET@", seen), full);
  }
  writeFileSync(join(folder, folders[0] ?? "", probe), `[Unit]\nAfter=${inOrder(names, files).join(" ")}\n`);
}

/** Aliases first: systemd loads the last one first, and reads a fragment under the first name that it hears. */
function inOrder(names: readonly string[], files: SetDraft["files"]): readonly string[] {
  const links = new Set(
    [...files].flatMap(([path, file]) => ("link" in file ? [path.slice(path.indexOf("/") + 1)] : [])),
  );
  const isAlias = (name: string) => links.has(name) || links.has(name.replace(/@.*\./, "@."));
  return [...names.filter(isAlias), ...names.filter(name => !isAlias(name))];
}
