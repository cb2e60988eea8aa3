/** The words that name commands; any other first word is a path. */
export const commandNames: readonly string[] = [
  "calendar",
  "completion",
  "diff-targets",
  "explain",
  "rules",
  "targets",
  "timespan",
];
