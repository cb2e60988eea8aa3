/** Templates are judged as an instance with a name of our own; what is told of them says %i in its place. */
import { madeUpInstance } from "../values/made-up-instance.ts";
import type { Fix } from "./finding.ts";
import type { ReportedProblem } from "./rule.ts";
import type { World } from "./world.ts";

/** Puts %i back where problems of a world name that instance. */
export function withSpecifier({ set, units }: World, problem: ReportedProblem): ReportedProblem {
  const instance = madeUpInstance(set.catalog.version);
  const pattern = instance === "i" ? /(?<=[/@])i(?=[/.])/g : /test_instance/g;
  const isNamed = (text: string | undefined) => text !== undefined && text.search(pattern) >= 0;
  const { message, effect, fixes = [], related = [] } = problem;
  const edited = fixes.flatMap(({ title, edits }) => [
    title,
    ...edits.flatMap(({ edits }) => edits.map(it => it.text)),
  ]);
  const texts = [message, effect, ...edited, ...related.map(({ message }) => message)];
  if (!texts.some(isNamed) || !units.some(unit => unit.instance === instance)) return problem;
  const put = (text: string) => text.replaceAll(pattern, "%i");
  return {
    ...problem,
    message: put(message),
    ...(effect !== undefined && { effect: put(effect) }),
    related: related.map(one => ({ ...one, message: put(one.message) })),
    fixes: fixes.map(fix => putInto(fix, put)),
  };
}

function putInto({ title, safety, edits }: Fix, put: (text: string) => string): Fix {
  const written = edits.map(({ file, edits }) => ({
    file,
    edits: edits.map(({ span, text }) => ({ span, text: put(text) })),
  }));
  return { title: put(title), safety, edits: written };
}
