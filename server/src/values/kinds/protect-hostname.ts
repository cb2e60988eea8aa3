/**
 * Whether the host name may be changed: a boolean; since 258 also `private`, and a host name of its own behind a colon.
 * systemd: config_parse_protect_hostname(), src/core/load-fragment.c; hostname_is_valid(), src/basic/hostname-util.c
 */
import { enumeration } from "../enumeration.ts";
import { expand } from "../expanded-text.ts";
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";

const table = enumeration({
  id: "protect-hostname",
  words: [{ word: "private", since: 258 }],
  boolean: { yes: "yes", no: "no" },
});

export const protectHostname: ValueKind = { ...table, parse: parseProtectHostname };

const longest = 64;

function parseProtectHostname(text: string, at: ValueContext): Parsed {
  const colon = text.indexOf(":");
  if (at.version < 258 || (text !== "" && colon < 0)) return table.parse(text, at);
  if (text === "") return accepted("");
  const host = MappedText.verbatim(text.slice(colon + 1), colon + 1);
  const outcome = expand(host, at, { most: longest });
  if ("problem" in outcome) return { parts: [], problems: [outcome.problem] };
  if (!isHostName(outcome.text.text)) return rejected(`${shown(host.text)} is no host name`, host.span());
  const mode = table.parse(text.slice(0, colon), at);
  if (mode.value === "no")
    return rejected("A host name needs yes or private before the colon", { start: 0, end: colon });
  if (mode.problems.length > 0) return mode;
  const parts = [...mode.parts, { kind: "string", span: host.span() } as const, ...outcome.parts];
  return accepted(`${String(mode.value)}:${outcome.text.text}`, parts);
}

/** Labels of letters, digits and - with dots between them, - nowhere at an end. */
function isHostName(name: string): boolean {
  return /^[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*(?:\.[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*)*$/.test(name);
}
