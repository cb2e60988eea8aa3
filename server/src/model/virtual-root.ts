/** A root that lies on no disk: in examples and specs. */
import { isWholeRoot, type RootFiles } from "./root-files.ts";

/** Texts by their absolute paths; what begins with `#!` is a program. Undefined where they make no whole system. */
export function virtualRoot(texts: ReadonlyMap<string, string>): RootFiles | undefined {
  const below = (path: string) => [...texts.keys()].filter(other => other.startsWith(`${path}/`));
  const files: RootFiles = {
    kind(path) {
      const text = texts.get(path);
      if (text === undefined) return below(path).length > 0 ? "folder" : "missing";
      return text.startsWith("#!") ? "program" : "file";
    },
    text: path => texts.get(path) ?? "",
    names: path => [...new Set(below(path).map(other => other.slice(path.length + 1).split("/")[0] ?? ""))],
  };
  return isWholeRoot(files) ? files : undefined;
}
