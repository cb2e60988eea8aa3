/** What a finding is known by from run to run, though lines above it come and go: for baselines and for services that track findings. */
import type { LineSyntax } from "../syntax/tree.ts";
import { stableHash } from "../text/stable-hash.ts";
import type { Finding, RuleId } from "./finding.ts";

/** 16 hexadecimal digits for what it says, a colon, and which one of several that are alike, from 1. */
export type Fingerprint = string;

/**
 * A fingerprint for each finding, in their order: rule, file and what the logical line says, blanks aside, and of several that are alike, which one
 * it is. Findings of one file must come together and all at once, as the last part is counted. `nameOf` says by which name a path goes.
 */
export function fingerprints(
  findings: readonly Finding[],
  nameOf: (path: string) => string = plainPath,
): readonly Fingerprint[] {
  const seen = new Map<string, number>();
  const known = new Map<LineSyntax, Map<RuleId, string>>();
  return findings.map(finding => {
    const ofLine = known.get(finding.line) ?? new Map<RuleId, string>();
    const hash = ofLine.get(finding.rule) ?? hashOf(finding, nameOf);
    if (finding.line.kind !== "header") known.set(finding.line, ofLine.set(finding.rule, hash));
    return numbered(hash, seen);
  });
}

/** The same for all findings of a rule in a line that is no header: there may be thousands in a long one. */
function hashOf(finding: Finding, nameOf: (path: string) => string): string {
  return stableHash([finding.rule, nameOf(finding.file.path), saidBy(finding)].join("\n"));
}

/** The same fingerprints, counted anew in the given order: those of parts of a run, once they are together. */
export function renumbered(prints: readonly Fingerprint[]): readonly Fingerprint[] {
  const seen = new Map<string, number>();
  return prints.map(print => numbered(print.split(":", 1)[0] ?? "", seen));
}

function numbered(hash: string, seen: Map<string, number>): Fingerprint {
  const number = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, number);
  return `${hash}:${number}`;
}

/** A path without what says nothing: `./units//a.service` is `units/a.service`. */
export function plainPath(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/\/(\.?\/)+/g, "/")
    .replace(/^(\.\/)+/, "");
}

/** A section header says nothing of the mistake, so the message does, without its numbers, which may be those of lines. */
function saidBy({ file, line, message }: Finding): string {
  const text = blanksAside(textOf(line) ?? file.text.slice(line.span.start, line.span.end));
  return line.kind === "header" ? `${text}\n${message.replace(/\d+/g, "0")}` : text;
}

/** Continuations joined; comments have no such text. */
function textOf(line: LineSyntax): string | undefined {
  if (line.kind === "entry") return `${line.key.text}=${line.value.text}`;
  return "content" in line ? line.content.text : undefined;
}

function blanksAside(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
