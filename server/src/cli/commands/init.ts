/** `unitlint init`: writes a commented configuration to begin with. */
import { diskHost } from "../../platform/disk-host.ts";
import { writeNewText, writeText } from "../../platform/write-text.ts";
import { configNames } from "../../workspace/config/find.ts";
import type { CommandOutput } from "../command-output.ts";
import { guessTarget } from "../guess-target.ts";

/** The file that is written. */
const PATH = ".unitlint.jsonc";

/** Writes `.unitlint.jsonc` in this folder; nothing that is there already is replaced, unless by force. */
export function init({ force }: { readonly force: boolean }): CommandOutput {
  const known = configNames.slice(0, -1).find(name => diskHost.kind(name) !== "missing");
  if (known !== undefined && !(force && known === PATH)) return failed(`${known} exists already${advice(known)}`);
  const guess = guessTarget(diskHost);
  const problem = (force ? writeText : writeNewText)(PATH, template(guess?.target));
  if (problem !== undefined) return failed(`${PATH}: ${problem}`);
  const because = guess === undefined ? "" : `; ${guess.because} says that the target is ${guess.target}`;
  return { stdout: `Wrote ${PATH}${because}.\n`, stderr: "", status: 0 };
}

function advice(known: string): string {
  return known === PATH ? "; --force writes it anew" : `; ${PATH} beside it would compete with it`;
}

function failed(message: string): CommandOutput {
  return { stdout: "", stderr: `unitlint: ${message}\n`, status: 2 };
}

function template(target: string | undefined): string {
  const targets = target === undefined ? `// "targets": ["debian-12"],` : `"targets": [${JSON.stringify(target)}],`;
  return `{
  // What runs the units: versions of systemd, releases, or host; without it the newest. unitlint targets lists them.
  ${targets}

  // verify: only what systemd-analyze verify complains about; recommended (the default); all.
  // "preset": "recommended",

  // Severities by rule: error, warning, info or off. unitlint rules lists them.
  "rules": {
    // "duplicate-directive": "off"
  },

  // Files that are not linted, by patterns as in .gitignore.
  // "ignores": ["vendor/"],

  // Other settings for some of the files.
  // "overrides": [{ "files": "desktop/**", "scope": "user" }],

  // Roots that the units are judged in, and folders of units that they refer to.
  // "roots": ["image/root"],
  // "unitPaths": ["/usr/lib/systemd/system"],

  // Tell what services could do without: "safe" for what hardly ever breaks one, "strict" for all.
  // "hardening": "safe",

  // The exposure in tenths above which unitlint security fails.
  // "threshold": 50,

  // Comments such as # unitlint-disable-next-line RULE -- reason must give a reason.
  "requireReasons": true
}
`;
}
