/** The files of a workspace in their groups, with the texts that they have now. */
import type { SourceFile } from "../text/source-file.ts";
import { documentFile } from "./documents.ts";
import type { GroupView } from "./group-view.ts";
import { type Inventory, takeInventory } from "./inventory.ts";
import type { Judgings } from "./judging.ts";
import { overlayHost } from "./overlay-host.ts";
import type { CurrentText } from "./take-snapshot.ts";
import type { LintFile } from "./unit-groups.ts";
import type { WorkspaceState } from "./workspace-state.ts";

/** Files in groups, and what changed since they were grouped. */
export interface Current {
  readonly inventory: Inventory;
  groups: readonly GroupView[];
  /** Never changed once a snapshot holds it. */
  texts: Map<string, CurrentText>;
  /** The texts that the groups still hold, of files that changed since. */
  readonly replaced: Map<string, SourceFile>;
}

/** Files, groups and texts as they are now. */
export function currentOf(state: WorkspaceState): Current {
  const current = state.current ?? groupFiles(state);
  state.current = current;
  const changes = [...current.replaced].flatMap(([path, before]) => {
    const after = current.texts.get(path)?.source ?? before;
    return after === before ? [] : [[before, after] as const];
  });
  current.replaced.clear();
  for (const [before, after] of changes) current.inventory.replace(before, after);
  if (changes.length > 0) current.groups = current.groups.map(({ after }) => after(new Map(changes)));
  return current;
}

function groupFiles({ host, disk, documents, judgings }: WorkspaceState): Current {
  const files = new Map([...disk].map(([path, file]) => [path, scoped(file, judgings)]));
  const texts = new Map<string, CurrentText>();
  for (const [path, document] of documents) {
    const file = documentFile(host, document, judgings.of(path).targets[0].catalog);
    if (file === undefined) files.delete(path);
    else files.set(path, scoped(file, judgings));
    const { source, uri, version } = document;
    if (file !== undefined) texts.set(path, { source, open: { uri, version } });
  }
  const shown = overlayHost(
    host,
    [...documents.values()].map(({ source }) => source),
  );
  const inventory = takeInventory(shown, files, judgings);
  return { inventory, groups: inventory.groups, texts, replaced: new Map() };
}

/** A configuration may say which manager reads a file. */
function scoped(file: LintFile, { configs }: Judgings): LintFile {
  const scope = configs?.judging(file.source.path).scope;
  return scope === undefined || scope === file.name.manager
    ? file
    : { ...file, name: { ...file.name, manager: scope } };
}
