/** How well a name fits what somebody typed of it. */

/**
 * The more the closer; undefined where the letters of the query are not in the name in their order. Case is no matter. The whole name fits
 * best, then its start, then the start of a word in it, then any piece, then letters here and there, best at the starts of words.
 */
export function closeness(query: string, name: string): number | undefined {
  const [wanted, text] = [query.toLowerCase(), name.toLowerCase()];
  if (wanted === "") return 0;
  if (wanted === text || wanted === text.slice(0, text.lastIndexOf("."))) return 1000;
  const at = text.indexOf(wanted);
  if (at === 0) return 900;
  if (at > 0) return [...occurrences(text, wanted)].some(found => startsWord(text, found)) ? 800 : 700;
  return scattered(wanted, text);
}

function* occurrences(text: string, wanted: string): Generator<number> {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) yield at;
}

/** Letter by letter, each as early as it can be; runs of letters and starts of words count. */
function scattered(wanted: string, text: string): number | undefined {
  let rank = 0;
  let from = 0;
  for (const letter of wanted) {
    const at = text.indexOf(letter, from);
    if (at < 0) return undefined;
    if (at === from) rank += 2;
    else if (startsWord(text, at)) rank += 3;
    from = at + 1;
  }
  return rank;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[^a-z0-9]/.test(text.charAt(at - 1));
}
