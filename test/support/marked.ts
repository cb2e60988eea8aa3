/** Marked text for the tests of editor features: `<|>` is the cursor, and `-- b.service --` above a text puts it into another file. */
import { catalogAt, newestVersion } from "../../server/src/catalog/catalog.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { FileHost } from "../../server/src/workspace/file-host.ts";
import type { FileUri } from "../../server/src/workspace/file-uri.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { newWorkspace, type Workspace, type WorkspaceSettings } from "../../server/src/workspace/workspace.ts";
import { link, memoryHost, type Tree } from "./memory-host.ts";

/** A place in a file of a snapshot. */
export interface MarkedPlace {
  readonly snapshot: Snapshot;
  readonly uri: FileUri;
  /** Where the cursor stands; the end of the text where none is marked. */
  readonly offset: number;
}

/** What differs from the newest systemd, the default rules and a folder `/units`. */
export interface MarkedOptions {
  readonly version?: number;
  readonly settings?: Partial<WorkspaceSettings>;
  /** More of the disk, by absolute paths. */
  readonly disk?: Tree;
}

/**
 * The files of a marked text in the folder `/units`, all of them found and judged. What stands before the first `-- NAME --` line is
 * `app.service`; names may have folders (`app.service.d/x.conf`) or be absolute, and a text that is only `-> TARGET` is a link. The place
 * is in the file with the cursor, else in the first one; that file is open in the editor, as version 1.
 */
export function marked(text: string, options: MarkedOptions = {}): MarkedPlace {
  const files = filesIn(text);
  const [path = "", content = ""] = files.find(([, content]) => content.includes(CURSOR)) ?? files[0] ?? [];
  const offset = content.includes(CURSOR) ? content.indexOf(CURSOR) : content.length;
  const tree = Object.fromEntries(files.map(([path, content]) => [path, fileOf(content.replace(CURSOR, ""))]));
  const workspace = workspaceOver({ ...tree, ...options.disk }, options);
  const uri = `file://${path}`;
  workspace.open({ uri, languageId: "systemd-unit", version: 1, text: content.replace(CURSOR, "") });
  settle(workspace);
  return { snapshot: workspace.snapshot(), uri, offset };
}

/** A workspace over a tree of files, with the folder `/units` open; nothing is looked for yet. */
export function workspaceOver(tree: Tree, options: MarkedOptions = {}): Workspace {
  return workspaceOn(memoryHost(tree), options);
}

/** The same over any disk. */
export function workspaceOn(host: FileHost, { version = newestVersion, settings }: MarkedOptions = {}): Workspace {
  const target = { name: String(version), catalog: catalogAt(version) };
  return newWorkspace(
    { host, rules },
    { folders: ["/units"], targets: [target], ruleSettings: defaultSettings, roots: [], unitPaths: [], ...settings },
  );
}

/** Does all that is left to do in the background. */
export function settle(workspace: Workspace): void {
  while (workspace.step() !== undefined);
}

const CURSOR = "<|>";

function filesIn(text: string): [path: string, content: string][] {
  const [first = "", ...pieces] = text.split(/^-- (\S+) --\n/m);
  const named = pieces.flatMap((name, i): [string, string][] => (i % 2 === 0 ? [[name, pieces[i + 1] ?? ""]] : []));
  const all: [string, string][] = first.trim() === "" && named.length > 0 ? named : [["app.service", first], ...named];
  return all.map(([name, content]) => [name.startsWith("/") ? name : `/units/${name}`, content]);
}

function fileOf(content: string): Tree[string] {
  const target = /^-> (\S+)\n?$/.exec(content)?.[1];
  return target === undefined ? content : link(target);
}
