/**
 * Reading a path of a value: specifiers, then the checks, with advice on what people usually mean.
 * systemd: unit_path_printf(), src/core/unit-printf.c; path_simplify_and_warn(), src/shared/parse-helpers.c
 */
import type { Consequence, ValueContext, ValuePart, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { byteLength, PATH_MAX, type PathOptions, pathProblem, simplifyPath } from "./path.ts";
import { oneLine } from "./shown.ts";
import { expandSpecifiers, unknownSpecifier } from "./specifiers.ts";

/** What a path must be, and what systemd does about one that is not. */
export interface PathRules extends PathOptions {
  readonly consequence: Consequence;
  /** What systemd does where it cannot replace specifiers, or the text is too long for that; the same by default. */
  readonly unresolved?: Consequence;
}

/** A path as systemd stores it, or why there is none. */
export interface PathReading {
  readonly path?: string;
  /** The text with its specifiers expanded; absent where one is unknown. */
  readonly text?: MappedText;
  readonly parts: readonly ValuePart[];
  readonly problem?: ValueProblem;
}

/** Reads a path; an empty one is a problem. */
export function readPath(written: MappedText, at: ValueContext, rules: PathRules): PathReading {
  const { text, parts, unknown } = expandSpecifiers(written, at);
  const labelled: ValuePart[] = written.text === "" ? [] : [{ kind: "path", span: written.span() }, ...parts];
  const { unresolved = rules.consequence } = rules;
  if (unknown !== undefined) return { parts: labelled, problem: unknownSpecifier(unknown, unresolved) };
  if (text === undefined) return { parts: labelled };
  const problem = faultOf(text, written, at, rules);
  if (problem !== undefined) return { text, parts: labelled, problem };
  return { path: simplifyPath(text.text, at.version), text, parts: labelled };
}

function faultOf(text: MappedText, written: MappedText, at: ValueContext, rules: PathRules): ValueProblem | undefined {
  const { consequence } = rules;
  const span = written.span();
  if (text.text === "") return { message: "A path is missing", span, consequence };
  if (byteLength(text.text) >= PATH_MAX) {
    return { message: "The path is longer than 4,095 bytes", span, consequence: rules.unresolved ?? consequence };
  }
  const meant = rules.absolute === true && !text.text.startsWith("/") ? meantPath(written.text, at) : undefined;
  if (meant !== undefined) return { ...meant, span, consequence };
  return pathProblem(text, { ...rules, version: at.version }, consequence);
}

/** What is meant by a path that is not absolute, where that is plain. */
function meantPath(path: string, { manager }: ValueContext): Pick<ValueProblem, "message" | "replacement"> | undefined {
  const name = oneLine(path);
  const quoted = /^(["'])(\/.*)\1$/.exec(path)?.[2];
  if (quoted !== undefined)
    return { message: `The quotes are taken as part of the path ${name}; write it without them`, replacement: quoted };
  if (path.startsWith("~/")) {
    const message = `The path ${name} must be absolute: ~ stands for no home folder here, %h for that of the manager's user`;
    return manager === "user" ? { message, replacement: `%h${path.slice(1)}` } : { message };
  }
  if (/^\$\{?[A-Za-z_]/.test(path))
    return { message: `The path ${name} must be absolute: variables are not replaced here` };
  if (path.startsWith("file:///")) {
    const replacement = path.slice("file://".length);
    return { message: `${name} is no path; write ${oneLine(replacement)}`, replacement };
  }
  return undefined;
}

/** The problem of a path below /var/run, which systemd takes for one below /run. systemd: patch_var_run(), src/core/load-fragment.c */
export function legacyRunProblem(path: string, written: MappedText): ValueProblem | undefined {
  if (path !== "/var/run" && !path.startsWith("/var/run/")) return undefined;
  const verbatim = /^\/var\/run(?=\/|$)/.test(written.text);
  return {
    message: "/var/run is the old name of /run; systemd takes the path for one below /run",
    span: verbatim ? written.span(0, "/var/run".length) : written.span(),
    consequence: "notes",
    rule: "deprecated-value",
    ...(verbatim ? { replacement: "/run", equivalent: true } : {}),
  };
}

/** The problem of several paths where only one is read: the place between them is told, and what to write there. */
export function severalPaths(
  written: MappedText,
  between: RegExp,
  message: string,
  replacement?: string,
): ValueProblem | undefined {
  const found = between.exec(written.text);
  if (found === null) return undefined;
  const span = written.span(found.index, found.index + found[0].length);
  const problem: ValueProblem = { message, span, consequence: "silent", rule: "unchecked-value" };
  return replacement === undefined ? problem : { ...problem, replacement };
}
