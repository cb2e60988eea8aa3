/** What was worked out of an immutable value, kept with it: cheaper than tables on the side where there are thousands. */

/** Answers by their names; filled as they are asked for. */
export interface Derived {
  [answer: string]: unknown;
}

/** The answer that is kept under a name, which stands for one computation everywhere; worked out at the first call. */
export function derive<Answer>(
  { derived }: { readonly derived: Derived },
  name: string,
  compute: () => Answer,
): Answer {
  const known = derived[name];
  if (known !== undefined) return known as Answer;
  const answer = compute();
  derived[name] = answer;
  return answer;
}
