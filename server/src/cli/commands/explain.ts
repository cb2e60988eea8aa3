/** `unitlint explain WORD`: what a rule is about, with examples; what a directive or any other word of unit files means. */
import { CONFIG_RULE } from "../../lint/config/mistake.ts";
import type { Example, Rule } from "../../lint/rule.ts";
import { rules } from "../../rules/index.ts";
import { nearest } from "../../text/nearest.ts";
import { UsageError } from "../usage-error.ts";
import { type ExplainContext, explainable, explainWord } from "./explain-word.ts";

/** The explanation as plain text; an unknown word is a usage error that names the nearest. */
export function explain(word: string, context: ExplainContext): string {
  const rule = rules.find(rule => rule.id === word);
  if (rule !== undefined) return ruleText(rule);
  const told = explainWord(word, context);
  if (told !== undefined) return told;
  const close = nearest(word, [...rules.map(({ id }) => id), ...explainable(context)]);
  throw new UsageError(`nothing is known of ${word}${close === undefined ? "" : `; did you mean ${close}?`}`);
}

function ruleText(rule: Rule): string {
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
    rule.id === CONFIG_RULE ? "It cannot be turned off." : `Turn it off with --rule ${rule.id}=off.`,
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
