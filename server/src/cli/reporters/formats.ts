/** The names of formats, which the command line needs before any reporter. */

/** How findings are printed. */
export const lintFormats = [
  "human",
  "compact",
  "json",
  "ndjson",
  "sarif",
  "github",
  "gitlab",
  "checkstyle",
  "junit",
  "teamcity",
  "azure",
] as const;
export type LintFormat = (typeof lintFormats)[number];

/** How exposures are printed. */
export const securityFormats = ["human", "json", "sarif", "systemd-json"] as const;
export type SecurityFormat = (typeof securityFormats)[number];
