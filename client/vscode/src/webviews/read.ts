/** Reading what comes from outside: messages between a page and the extension, and states that were kept. */

/** The properties of anything; nothing of what is no object. */
export function propertiesOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** One of some words; undefined for anything else. */
export function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find(word => word === value);
}

/** A text no longer than names and addresses are. */
export function shortText(value: unknown): string | undefined {
  return typeof value === "string" && value.length <= 4096 ? value : undefined;
}

/** A list of such texts. */
export function textList(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length > 1000) return undefined;
  const texts = value.flatMap(item => shortText(item) ?? []);
  return texts.length === value.length ? texts : undefined;
}
