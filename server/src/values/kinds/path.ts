/**
 * One path, or one pattern of paths. systemd: config_parse_unit_path_printf(), config_parse_path_spec(), config_parse_socket_listen(),
 * config_parse_ip_filter_bpf_progs(), src/core/load-fragment.c; config_parse_path(), src/shared/conf-parser.c
 */
import { accepted, type Parsed, type ValueContext, type ValueKind } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { legacyRunProblem, type PathRules, readPath } from "../path-reading.ts";

export const path: readonly ValueKind[] = [
  { id: "path", describe: "an absolute path", fatal: true, parse: parsePath },
  { id: "path-glob", describe: "an absolute path, with wildcards such as *", parse: parsePath },
];

/** Those whose wrong values refuse the unit. */
const fatal: ReadonlySet<string> = new Set(["RootDirectory", "RootImage", "RootVerity", "RootMStack"]);

/** Those for which a path that comes out empty is none; for the others it clears the setting. */
const neverEmpty =
  /^(?:PathExists|PathExistsGlob|PathChanged|PathModified|DirectoryNotEmpty|Listen\w+|IP(?:In|E)gressFilterPath)$/;

function parsePath(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const written = MappedText.verbatim(text, 0);
  const { path: read, text: expanded, parts, problem } = readPath(written, at, rulesOf(at));
  if (expanded?.text === "" && !neverEmpty.test(at.name)) return accepted("", parts);
  if (problem !== undefined) return { parts, problems: [problem] };
  const legacy = read !== undefined && at.name === "ListenFIFO" ? legacyRunProblem(read, written) : undefined;
  return { value: read, parts, problems: legacy === undefined ? [] : [legacy] };
}

/** FIFOs and USB functions may not lie in API file systems since 256, which brought that check. */
function rulesOf({ name, version }: ValueContext): PathRules {
  return {
    absolute: true,
    outsideApi: (name === "ListenFIFO" || name === "ListenUSBFunction") && version >= 256,
    consequence: fatal.has(name) ? "fatal" : "drops-line",
  };
}
