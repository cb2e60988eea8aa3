/** The words that name commands; any other first word is a path. */
export const commandNames: readonly string[] = [
  "calendar",
  "cat",
  "completion",
  "diff-targets",
  "explain",
  "fmt",
  "graph",
  "is-enabled",
  "list-dependencies",
  "list-unit-files",
  "lsp",
  "rules",
  "security",
  "simulate",
  "targets",
  "timespan",
];
