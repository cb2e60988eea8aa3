/** Names and paths in the texts of settings. */
import type { Manager } from "../../model/unit-file-name.ts";

/**
 * What may be the names of programs: the last parts of all words, also of those in the argument of a shell; with the version at their end,
 * and without it (`python3.11` and `python`). In lower case.
 */
export function namesIn(texts: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of texts) {
    for (const word of text.split(/[\s"'`=:,;|&()<>${}]+/)) {
      const name = word.slice(word.lastIndexOf("/") + 1).toLowerCase();
      if (name === "") continue;
      names.add(name);
      names.add(
        name.replace(
          /(?:[-.]?\d|\.(?:sh|py|pl|rb|js|jar|exe|wrapper))(?:-?\d|\.(?:sh|py|pl|rb|js|jar|exe|wrapper)?)*$/,
          "",
        ),
      );
    }
  }
  return names;
}

/** Absolute paths, those behind specifiers among them. */
export function pathsIn(texts: readonly string[], manager: Manager): readonly string[] {
  const paths = new Set<string>();
  for (const text of texts)
    for (const word of withPlaces(text, manager).split(/[\s"'`=,;|&()<>]+|:(?!\/\/)/)) {
      const path = word.replace(/^[-+!@:|]+/, "");
      if (/^\/[^/]/.test(path)) paths.add(path);
    }
  return [...paths];
}

function withPlaces(text: string, manager: Manager): string {
  return text
    .replace(/%h|\$HOME\b|\$\{HOME\}|(?<![\w/])~(?=\/|$)/g, "/home/%h")
    .replaceAll("%T", "/tmp")
    .replaceAll("%V", "/var/tmp")
    .replaceAll("%t", manager === "user" ? "/run/user/%U" : "/run");
}
