/** What many ask of one thing after another, such as the rules of a unit. */

/** Answers as the function does, which must depend on its argument alone; that it is asked again about the same one costs nothing. */
export function rememberLast<Subject extends object, Answer>(
  compute: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  let last: { readonly subject: Subject; readonly answer: Answer } | undefined;
  return subject => {
    if (last?.subject !== subject) last = { subject, answer: compute(subject) };
    return last.answer;
  };
}
