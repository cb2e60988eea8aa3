/** Guesses what runs the units of a folder, by files in which projects say it. */
import { distribution } from "../catalog/targets.ts";
import { decodeUtf8 } from "../text/utf8.ts";
import type { FileHost } from "../workspace/file-host.ts";

/** A target, and the file that speaks for it. */
export interface GuessedTarget {
  readonly target: string;
  readonly because: string;
}

/** The release that the first of these files names plainly; undefined where none does. */
export function guessTarget(host: Pick<FileHost, "read">): GuessedTarget | undefined {
  for (const [path, namesIn] of witnesses) {
    const outcome = host.read(path);
    if (!("bytes" in outcome)) continue;
    const target = namesIn(decodeUtf8(outcome.bytes)).flatMap(name => distribution(name)?.name ?? [])[0];
    if (target !== undefined) return { target, because: path };
  }
  return undefined;
}

const witnesses: readonly (readonly [path: string, namesIn: (text: string) => readonly string[]])[] = [
  ["mkosi.conf", ofMkosi],
  ["mkosi.default", ofMkosi],
  ["Dockerfile", ofContainerfile],
  ["Containerfile", ofContainerfile],
  ["debian/changelog", ofChangelog],
];

function ofMkosi(text: string): readonly string[] {
  const [distribution = "", release = ""] = ["Distribution", "Release"].map(
    key => new RegExp(`^${key}=[ \\t]*(\\S+)`, "m").exec(text)?.[1] ?? "",
  );
  return release === "" ? [] : [`${distribution}-${release}`, release];
}

/** Of the last stage, which is what runs. */
function ofContainerfile(text: string): readonly string[] {
  const image = [...text.matchAll(/^FROM[ \t]+(?:--\S+[ \t]+)*(\S+)/gim)].at(-1)?.[1] ?? "";
  const [, name = "", tag = ""] = /(?:^|\/)([a-z-]+):([A-Za-z0-9._]+?)(?:-slim)?(?:@.*)?$/.exec(image) ?? [];
  const release = tag.replace(/-.*/, "");
  return name === "" ? [] : [`${name}-${release}`, release];
}

/** `debian/changelog` names the release that the newest version is made for. */
function ofChangelog(text: string): readonly string[] {
  const release = /^\S+ \([^)]*\) ([a-z]+)(?:-[a-z-]+)?;/.exec(text)?.[1];
  return release === undefined ? [] : [release];
}
