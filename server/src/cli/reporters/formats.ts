/** The names of formats, which the command line needs before any reporter. */

/** How exposures are printed. */
export const securityFormats = ["human", "json", "sarif", "systemd-json"] as const;
export type SecurityFormat = (typeof securityFormats)[number];
