/** Addresses of documentation: pages of the manual, and files. */
import { remember } from "../../catalog/lazy.ts";
import { unitTypes } from "../../catalog/unit-types.ts";
import type { FileHost } from "../../workspace/file-host.ts";
import type { Candidate, Offer } from "./candidate.ts";
import { listFolder } from "./disk.ts";
import { offerPaths } from "./paths.ts";
import type { ValuePlace } from "./place.ts";
import { behind, wordAt } from "./word-at.ts";

/** What follows `man:` or `file:`; the schemes themselves are words of the kind. */
export function documentation(place: ValuePlace): Offer | undefined {
  const word = wordAt(place);
  const [scheme] = /^(?:man|file):/.exec(word?.typed ?? "") ?? [];
  const rest = word === undefined || scheme === undefined ? undefined : behind(word, scheme.length);
  if (rest === undefined) return undefined;
  if (scheme === "file:") return rest.typed === "" ? undefined : offerPaths(place, rest.span, rest.typed);
  const known = rest.typed.length < SHORT ? ownPages : [...ownPages, ...pagesOnHost(place)];
  return { span: rest.span, candidates: known, incomplete: rest.typed.length < SHORT };
}

/** Pages of the host are looked for once somebody has begun to write a name. */
const SHORT = 2;

const ownPages: readonly Candidate[] = [
  ...["unit", "exec", "kill", "resource-control", "directives", "special", "time", "syntax"],
  ...unitTypes,
].map(name => candidateFor(`systemd.${name}(${/^(?:directives|special|time|syntax)$/.test(name) ? 7 : 5})`));

function candidateFor(label: string): Candidate {
  return { label, kind: "reference", folded: label.toLowerCase() };
}

/** Manuals seldom change while somebody edits a unit, and there are many pages. */
const pagesByHost = new WeakMap<FileHost, ReturnType<typeof rememberPages>>();

function pagesOnHost(place: ValuePlace): readonly Candidate[] {
  const { host, roots } = place.snapshot;
  const known = pagesByHost.get(host) ?? rememberPages(place);
  pagesByHost.set(host, known);
  return known(roots.join("\n"));
}

function rememberPages(place: ValuePlace) {
  return remember((_roots: string): readonly Candidate[] => {
    const own = new Set(ownPages.map(({ label }) => label));
    const pages = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(section =>
      listFolder(place, `/usr/share/man/man${section}`, name => pagePattern.test(name)).map(({ name }) =>
        name.replace(pagePattern, "$1($2)"),
      ),
    );
    return [...new Set(pages)].filter(page => !own.has(page)).map(candidateFor);
  });
}

const pagePattern = /^([\w@.:+-]+?)\.([0-9][a-z]*)(?:\.(?:gz|bz2|xz|zst))?$/;
