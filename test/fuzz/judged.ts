/** Judges drawn units as the command line does, quickly: the stock units and all that stays the same is loaded once for each set of paths. */
import type { Judged } from "../../server/src/lint/fixing/judged.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";
import { judgedTexts } from "../support/mended.ts";
import type { Input } from "./target.ts";

interface Base {
  readonly judged: Judged;
  readonly sources: ReadonlyMap<string, SourceFile>;
}

const bases = new Map<string, Base>();

/** How the texts are judged, each path a unit file or drop-in; made by the same step that an edit takes. */
export function judgeInput(texts: Input): Judged {
  const paths = Object.keys(texts).sort();
  const key = paths.join("\n");
  const base = bases.get(key) ?? newBase(paths);
  bases.set(key, base);
  const changes = new Map(
    paths.flatMap(path => {
      const before = base.sources.get(path);
      return before === undefined ? [] : [[before, new SourceFile(path, texts[path] ?? "")] as const];
    }),
  );
  return base.judged.after(changes);
}

/** The same, from scratch. */
export function judgeAfresh(texts: Input): Judged {
  return judgedTexts(texts);
}

function newBase(paths: readonly string[]): Base {
  const judged = judgedTexts(Object.fromEntries(paths.map(path => [path, PLAIN])));
  const sources = new Map(judged.findings.map(({ file }) => [file.path, file]));
  return { judged, sources };
}

/** Has a finding in any file, by which its source is found. */
const PLAIN = "Foo=bar\n";
