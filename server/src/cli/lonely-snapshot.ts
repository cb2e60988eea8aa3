/** A snapshot of a single text on no disk, to ask the features of editors about it. */
import type { Catalog } from "../catalog/catalog.ts";
import { defaultSettings } from "../lint/preset.ts";
import type { FileHost } from "../workspace/file-host.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { newWorkspace } from "../workspace/workspace.ts";

/** The text under a unit's name. */
export function lonelySnapshot(name: string, text: string, catalog: Catalog): { snapshot: Snapshot; uri: string } {
  const target = { name: String(catalog.version), catalog };
  const settings = { folders: [], targets: [target], ruleSettings: defaultSettings, roots: [], unitPaths: [] } as const;
  const workspace = newWorkspace({ host: nowhere, rules: [] }, settings);
  const uri = `untitled:/${name}`;
  workspace.open({ uri, languageId: "systemd-unit", version: 1, text });
  return { snapshot: workspace.snapshot(), uri };
}

const problem = "no such file";

const nowhere: FileHost = {
  kind: () => "missing",
  read: () => ({ problem }),
  readStart: () => ({ problem }),
  list: () => ({ problem }),
  realPath: () => undefined,
  linkTarget: () => undefined,
};
