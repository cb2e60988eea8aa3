/**
 * What programs are known to need, by name. The lists need not be complete: they are second to what the unit itself says, and rows that rest
 * on them alone are of the kind that few programs notice.
 */
import type { Objection } from "./hardening.ts";
import { programs } from "./known-programs.ts";

/** A need that a sandbox may cut off. */
export type Need = keyof typeof programs;

/** Says what a program of the unit does, where one is known to do it: `chronyd sets the clock`. */
export function known(need: Need): Objection {
  const { verb, names, topics } = listed[need];
  return view => {
    const name = find(view.names, names);
    if (name !== undefined) return `${name} ${verb}`;
    const topic = find(view.topics, topics);
    return topic && `it may be a program that ${verb}: its name or description says "${topic}"`;
  };
}

function find(words: ReadonlySet<string>, listed: ReadonlySet<string>): string | undefined {
  const [smaller, larger] = words.size < listed.size ? [words, listed] : [listed, words];
  for (const word of smaller) if (larger.has(word)) return word;
  return undefined;
}

type Listed = { readonly verb: string; readonly names: ReadonlySet<string>; readonly topics: ReadonlySet<string> };

const listed = Object.fromEntries(
  Object.entries(programs).map(([need, { verb, names, topics }]) => [
    need,
    { verb, names: wordsIn(names), topics: wordsIn(topics) },
  ]),
) as Record<Need, Listed>;

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/\s+/)
      .filter(word => word !== ""),
  );
}
