/** Hints behind the first header: the dependencies that no line of the unit says. */
import type { DependencyKind } from "../../model/dependency.ts";
import { declarationOf } from "../../model/graph.ts";
import type { WorkspaceFile } from "../../workspace/snapshot.ts";
import type { InlayHint } from "./hint.ts";

/** One hint for each kind of dependency; none in drop-ins, where they would only be said again. */
export function implicitHints({ unit, set, source, unitFile }: WorkspaceFile): readonly InlayHint[] {
  const header = unitFile.blocks.find(block => block.header !== undefined)?.header;
  if (header === undefined || unit === undefined || unit.fragment?.source !== source) return [];
  const byKind = new Map<DependencyKind, Set<string>>();
  for (const { kind, on, origin } of declarationOf(unit, set).dependencies) {
    if (origin === "file" || on === unit.id) continue;
    byKind.set(kind, (byKind.get(kind) ?? new Set()).add(on));
  }
  return [...byKind].map(([kind, names]) => ({
    offset: header.content.span.end,
    label: `${kind}=${[...names].join(" ")}`,
    tooltip: "systemd adds these by itself",
  }));
}
