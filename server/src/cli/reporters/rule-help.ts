/** What a rule is about, for services that show it beside its findings. */
import type { Example, Rule } from "../../lint/rule.ts";

/** The same twice: as plain text and as Markdown. */
export function ruleHelp({ summary, why, examples }: Rule): { readonly text: string; readonly markdown: string } {
  const [example] = examples;
  const plain = [`${summary}.`, why, ...(example === undefined ? [] : shown(example, indented))];
  const markdown = [`${summary}.`, why, ...(example === undefined ? [] : shown(example, fenced))];
  return { text: plain.join("\n\n"), markdown: markdown.join("\n\n") };
}

function shown({ bad, good, goodName }: Example, show: (text: string) => string): string[] {
  return ["Instead of", show(bad), goodName === undefined ? "write" : `write, as ${goodName},`, show(good)];
}

function fenced(text: string): string {
  return `\`\`\`ini\n${text.trimEnd()}\n\`\`\``;
}

function indented(text: string): string {
  return text.trimEnd().replace(/^/gm, "    ");
}
