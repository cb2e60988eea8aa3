/** The units of a workspace by what somebody remembers of their names. */
import type { UnitType } from "../catalog/directive.ts";
import { folderOf, nameIn } from "../workspace/path.ts";
import type { Snapshot, WorkspaceFile } from "../workspace/snapshot.ts";
import { closeness } from "./navigation/closeness.ts";
import { mentionsIn } from "./navigation/mentions.ts";
import { type FilePlace, filePlace } from "./navigation/place.ts";

/** A unit, one of its drop-ins, or a name that it gives itself. */
export interface WorkspaceSymbol {
  /** `app.service`, `app.service.d/x.conf`. */
  readonly name: string;
  readonly type: UnitType;
  readonly is: "unit" | "template" | "drop-in" | "alias";
  /** The folder that it lies in; of an alias, the unit. */
  readonly container: string;
  readonly place: FilePlace;
}

/** Units, drop-ins and aliases whose names hold the letters of a query in their order, the closest first; all for an empty one. */
export function workspaceSymbols(snapshot: Snapshot, query: string): readonly WorkspaceSymbol[] {
  const found: { symbol: () => WorkspaceSymbol; name: string; rank: number }[] = [];
  for (const file of snapshot.files) {
    for (const { name, symbol } of namesOf(file)) {
      const rank = closeness(query, name);
      if (rank !== undefined) found.push({ symbol, name, rank });
    }
  }
  found.sort((a, b) => b.rank - a.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return found.slice(0, MOST).map(({ symbol }) => symbol());
}

/** More than anybody looks through. */
const MOST = 1000;

function namesOf(file: WorkspaceFile): { name: string; symbol: () => WorkspaceSymbol }[] {
  const { unit, type, role } = file.name;
  const { path } = file.source;
  const folder = folderOf(path);
  if (role === "drop-in") {
    const name = `${nameIn(folder)}/${nameIn(path)}`;
    return [
      { name, symbol: () => ({ name, type, is: "drop-in", container: folderOf(folder), place: filePlace(file) }) },
    ];
  }
  const is = unit.includes("@.") ? "template" : "unit";
  const own = {
    name: unit,
    symbol: (): WorkspaceSymbol => ({ name: unit, type, is, container: folder, place: filePlace(file) }),
  };
  return [own, ...aliasesOf(file)];
}

function aliasesOf(file: WorkspaceFile): { name: string; symbol: () => WorkspaceSymbol }[] {
  if (!file.source.text.includes("Alias")) return [];
  const { uri, source, unitFile } = file;
  const { unit: container, type } = file.name;
  return mentionsIn(unitFile).flatMap(({ isAlias, name, span }) =>
    isAlias ? [{ name, symbol: () => ({ name, type, is: "alias", container, place: { uri, source, span } }) }] : [],
  );
}
