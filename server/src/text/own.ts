/** Tables that are asked for words out of files. */

/** What a table says of a word; undefined where it is silent, also of words that every object knows, such as `constructor`. */
export function own<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
