/** Where pages of the manual can be read. No editor opens `man:` itself. */

/** The address of a page such as `systemd.service(5)`: the project's own for systemd's, Debian's collection for others. */
export function pageAddress(page: string): string | undefined {
  const [all, name = "", section = ""] = /^([A-Za-z0-9@_][A-Za-z0-9@:_.+-]*)\(([0-9][a-z]*)\)$/.exec(page) ?? [];
  if (all === undefined) return undefined;
  return ofSystemd.test(name)
    ? `https://www.freedesktop.org/software/systemd/man/latest/${encodeURIComponent(name)}.html`
    : `https://manpages.debian.org/${encodeURIComponent(name)}.${section}`;
}

/** The names of systemd's own pages. */
const ofSystemd = new RegExp(
  `^(?:${[
    "systemd(?:[-.@].*)?",
    "(?:system|journal|login|machine|network|resolve|timedate|hostname|locale|boot|bus|coredump|home|oom|portable|userdb|varlink)ctl",
    "udev(?:adm|\\.conf)?",
    "sd[-_].*",
    "(?:logind|journald|resolved|timesyncd|networkd|oomd|homed|coredump|sleep|loader)\\.conf",
    "(?:tmpfiles|sysusers|modules-load|binfmt|sysctl|environment|repart)\\.d",
    "os-release|machine-i(?:d|nfo)|bootup|daemon|file-hierarchy|kernel-(?:install|command-line)|hwdb",
    "(?:crypt|verity|integrity)tab",
    "nss-.*|pam_systemd.*|org\\.freedesktop\\..*",
  ].join("|")})$`,
);
