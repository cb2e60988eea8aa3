/** Where unit files name the same path. */
import { derive } from "../../model/derived.ts";
import type { UnitFile } from "../../model/unit-file.ts";
import type { FileUri } from "../../workspace/file-uri.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { partsOf, type TargetPart, targetAt } from "../target.ts";
import { isPath } from "./path.ts";
import type { FilePlace } from "./place.ts";

/** The path under the cursor, as written. */
export function pathAt(file: UnitFile, offset: number): TargetPart | undefined {
  const target = targetAt(file, offset);
  return target.is === "value" ? target.parts.find(isPath) : undefined;
}

/** All places in the workspace that name the path under the cursor as it is written there; undefined where none is there. */
export function pathsLike(snapshot: Snapshot, uri: FileUri, offset: number): readonly FilePlace[] | undefined {
  const here = snapshot.file(uri);
  const path = here && pathAt(here.unitFile, offset);
  if (path === undefined) return undefined;
  return snapshot.files.flatMap(({ uri, source, unitFile }) =>
    pathsIn(unitFile, path.text).map(({ span }) => ({ uri, source, span })),
  );
}

/** Where a file names a path. */
export function pathsIn(file: UnitFile, path: string): readonly TargetPart[] {
  return derive(file, "paths", () => allPaths(file)).get(path) ?? [];
}

function allPaths({ blocks }: UnitFile): ReadonlyMap<string, readonly TargetPart[]> {
  const paths = new Map<string, TargetPart[]>();
  for (const part of blocks.flatMap(({ assignments }) => assignments.flatMap(partsOf))) {
    if (!isPath(part)) continue;
    const known = paths.get(part.text);
    if (known === undefined) paths.set(part.text, [part]);
    else known.push(part);
  }
  return paths;
}
