/** `unitlint explain RULE`: what a rule is about, with examples. */
import type { Example } from "../../lint/rule.ts";
import { rules } from "../../rules/index.ts";
import { nearest } from "../../text/nearest.ts";
import { UsageError } from "../usage-error.ts";

/** A rule's page as plain text; an unknown name is a usage error that names the nearest. */
export function explain(id: string): string {
  const rule = rules.find(rule => rule.id === id);
  if (rule === undefined) throw new UsageError(unknownRule(id));
  const [example] = rule.examples;
  const parts = [
    `${rule.id} (${rule.severity}, since unitlint ${rule.since})`,
    `${rule.summary}.`,
    rule.why,
    ...(example === undefined
      ? []
      : [
          `Instead of${here(example, example.name)}\n\n${indented(example.bad)}`,
          `write${here(example, example.goodName)}\n\n${indented(example.good)}`,
        ]),
    `Turn it off with --rule ${rule.id}=off.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The message for a rule that does not exist. */
export function unknownRule(id: string): string {
  const close = nearest(
    id,
    rules.map(rule => rule.id),
  );
  return `there is no rule ${id}${close === undefined ? "" : `; did you mean ${close}?`}; unitlint rules lists them`;
}

/** Names the file, where the name is what was wrong. */
function here({ goodName }: Example, name: string | undefined): string {
  return goodName === undefined || name === undefined ? "" : ` this in ${name}`;
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map(line => `    ${line}`)
    .join("\n");
}
