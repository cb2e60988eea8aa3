/**
 * Credentials: where they come from, or what they are.
 * systemd: config_parse_load_credential(), config_parse_set_credential(), config_parse_import_credential(), src/core/load-fragment.c
 */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { credentialNameProblem, readNameField } from "../credential.ts";
import { base64Fault, type EncodingFault } from "../encoded-bytes.ts";
import {
  accepted,
  type Parsed,
  rejected,
  type ValueContext,
  type ValueKind,
  type ValueProblem,
  whole,
} from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { byteLength, PATH_MAX } from "../path.ts";
import { shown } from "../shown.ts";
import { expandSpecifiers, unknownSpecifier } from "../specifiers.ts";

export const credentials: readonly ValueKind[] = [
  { id: "credential-source", describe: "the name of a credential, and after a colon its path", parse: parseSource },
  {
    id: "credential-text",
    describe: "the name of a credential, a colon and its text",
    parse: (text, at) => parseContent(text, at, textFault),
  },
  {
    id: "credential-data",
    describe: "the name of a credential, a colon and Base64 data",
    parse: (text, at) => parseContent(text, at, base64Fault),
  },
  { id: "credential-glob", describe: "the name of a credential, or a pattern that ends in *", parse: parseGlob },
];

/** A name alone inherits the credential of this name. */
function parseSource(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const field = readNameField(text, at);
  if ("problem" in field) return { parts: [], problems: [field.problem] };
  const { name, parts, rest } = field;
  if (rest >= text.length) return accepted({ name: name.text, source: name.text }, parts);
  const written = MappedText.verbatim(text.slice(rest), rest);
  const expansion = expandSpecifiers(written, at);
  const source = expansion.text ?? written;
  const absolute = source.text.startsWith("/");
  const labelled = [
    ...parts,
    { kind: absolute ? "path" : "string", span: written.span() } as const,
    ...expansion.parts,
  ];
  const problem =
    expansion.unknown === undefined ? sourceProblem(source) : unknownSpecifier(expansion.unknown, "drops-line");
  if (problem !== undefined) return { parts: labelled, problems: [problem] };
  return accepted({ name: name.text, source: source.text }, labelled);
}

/** Unlike other paths these are not simplified before they are judged. */
function sourceProblem(source: MappedText): ValueProblem | undefined {
  const { text } = source;
  const fault = (message: string, span = source.span()): ValueProblem => ({ message, span, consequence: "drops-line" });
  if (byteLength(text) >= PATH_MAX) return fault("The path is longer than 4,095 bytes");
  if (!text.startsWith("/")) {
    const problem = text === "" ? undefined : credentialNameProblem(source);
    if (problem === undefined && text !== "") return undefined;
    return fault(`${shown(text)} is neither an absolute path nor the name of a credential`);
  }
  if (text.split("/").some(name => byteLength(name) > 255)) return fault("A name in the path is longer than 255 bytes");
  const untidy = /\/\/|(?<=\/)\.{1,2}(?=\/|$)/.exec(text);
  if (untidy === null) return undefined;
  const span = source.span(untidy.index, untidy.index + untidy[0].length);
  return fault(`The path ${shown(text)} must not contain ${untidy[0]}`, span);
}

/** Only the name may have specifiers. */
function parseContent(text: string, at: ValueContext, judge: typeof base64Fault): Parsed {
  if (text === "") return accepted("");
  const field = readNameField(text, at);
  const colon = text.indexOf(":");
  if (colon < 0 || colon === text.length - 1) {
    if ("problem" in field && colon < 0 && field.problem.rule === undefined && text.endsWith("\\"))
      return failed(field);
    return rejected(`${at.name}= needs a name, a colon and what the credential holds`, whole(text));
  }
  if ("problem" in field) return failed(field);
  const { rest } = field;
  const fault = judge(text.slice(rest), at.version);
  if (fault !== undefined)
    return rejected(fault.message, { start: rest + fault.span.start, end: rest + fault.span.end });
  const content = { start: rest, end: text.length };
  return accepted({ name: field.name.text }, [...field.parts, { kind: "string", span: content }]);
}

function failed({ problem }: { problem: ValueProblem }): Parsed {
  return { parts: [], problems: [problem] };
}

/** The first escape that C does not know; a NUL is fine. systemd: cunescape(), src/basic/escape.c */
function textFault(content: string, version: SystemdVersion): EncodingFault | undefined {
  for (const { index, 0: written } of content.matchAll(escapes)) {
    if (isEscape(written, version)) continue;
    const span = { start: index, end: index + written.length };
    return { message: `There is no escape ${written}; write \\\\ for a backslash`, span };
  }
  return undefined;
}

const escapes = /\\(?:[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.|$)/gsu;

/** Halves of UTF-16 pairs are refused since 258 or later. */
function isEscape(written: string, version: SystemdVersion): boolean {
  if (/^\\[abfnrtvs\\"']$/.test(written)) return true;
  if (written.length < 4) return false;
  const code = Number.parseInt(written.slice(1).replace(/^[xuU]/, ""), /^\\[xuU]/.test(written) ? 16 : 8);
  const byte = /^\\[x0-7]/.test(written);
  if (byte) return code < 256;
  const half = code >= 0xd800 && code <= 0xdfff;
  if (written.startsWith("\\u")) return !half || version < 258;
  return code < 0x110000 && !half && !isNoncharacter(code);
}

function isNoncharacter(code: number): boolean {
  return (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
}

/** A new name behind a colon came with 257; before, all was the pattern. systemd: credential_glob_valid(), src/shared/creds-util.c */
function parseGlob(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const field = readNameField(text, at, globProblem);
  if ("problem" in field) return failed(field);
  const { name, parts, rest } = field;
  const colon = text.indexOf(":");
  if (at.version < 257 && colon >= 0)
    return rejected("A new name behind a colon is known from systemd 257 on", { start: colon, end: text.length });
  if (rest >= text.length) return accepted({ glob: name.text }, parts);
  const rename = MappedText.verbatim(text.slice(rest), rest);
  const problem = credentialNameProblem(rename);
  if (problem !== undefined) return failed({ problem });
  return accepted({ glob: name.text, rename: rename.text }, [...parts, { kind: "string", span: rename.span() }]);
}

function globProblem(name: MappedText): ValueProblem | undefined {
  const wildcard = name.text.search(/[*?[\]]/);
  if (wildcard < 0) return credentialNameProblem(name);
  if (wildcard === name.text.length - 1 && name.text.endsWith("*")) {
    if (wildcard === 0) return undefined;
    return credentialNameProblem(name.slice(0, wildcard));
  }
  const span = name.span(wildcard, wildcard + 1);
  return { message: `Only one * at the end may be in a pattern: ${shown(name.text)}`, span, consequence: "drops-line" };
}
