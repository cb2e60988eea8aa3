/** Which of the protocol's symbols stand for sections, keys and units: they only choose icons. */
import { SymbolKind } from "vscode-languageserver";

/** For a section or a key. */
export const outlineKinds = { section: SymbolKind.Module, key: SymbolKind.Property } as const;

/** For a unit by its name. */
export function kindOfUnit(name: string): SymbolKind {
  return byType.get(name.slice(name.lastIndexOf(".") + 1)) ?? SymbolKind.Object;
}

const byType: ReadonlyMap<string, SymbolKind> = new Map([
  ["service", SymbolKind.Class],
  ["socket", SymbolKind.Interface],
  ["target", SymbolKind.Namespace],
  ["timer", SymbolKind.Event],
  ["path", SymbolKind.File],
  ["slice", SymbolKind.Package],
]);
