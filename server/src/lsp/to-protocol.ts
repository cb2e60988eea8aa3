/** From the core's data to the protocol's. */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
} from "vscode-languageserver";
import type { Finding, Severity } from "../lint/finding.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Positions } from "./positions.ts";

/** Converts what features give for one snapshot and one client. */
export interface ToProtocol {
  /** Undefined for what lies in no file, such as a stock unit. */
  readonly location: (file: SourceFile, span: Span) => Location | undefined;
  readonly diagnostic: (finding: Finding) => Diagnostic;
}

/** What the client shows, and where a rule's page lies. */
export interface DiagnosticTraits {
  readonly related: boolean;
  readonly codeDescription: boolean;
  readonly tags: readonly DiagnosticTag[];
  readonly rulePage: (rule: string) => string | undefined;
}

/** Conversions for a snapshot. */
export function toProtocol(snapshot: Snapshot, positions: Positions, traits: DiagnosticTraits): ToProtocol {
  const location = (file: SourceFile, span: Span): Location | undefined => {
    const uri = snapshot.uriOf(file);
    return uri === undefined ? undefined : { uri, range: positions.range(file, span) };
  };
  return { location, diagnostic: finding => diagnosticOf(finding, positions, traits, location) };
}

function diagnosticOf(
  finding: Finding,
  positions: Positions,
  traits: DiagnosticTraits,
  location: ToProtocol["location"],
): Diagnostic {
  const { rule, severity, file, span, message } = finding;
  const page = traits.codeDescription ? traits.rulePage(rule) : undefined;
  const related = traits.related ? relatedOf(finding, location) : [];
  const tags = tagsOf(finding).filter(tag => traits.tags.includes(tag));
  return {
    range: positions.range(file, span),
    severity: severities[severity],
    source: "unitlint",
    code: rule,
    message,
    ...(page !== undefined && { codeDescription: { href: page } }),
    ...(related.length > 0 && { relatedInformation: related }),
    ...(tags.length > 0 && { tags }),
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

function relatedOf({ related }: Finding, location: ToProtocol["location"]): DiagnosticRelatedInformation[] {
  return related.flatMap(({ file, span, message }) => {
    const place = location(file, span);
    return place === undefined ? [] : [{ location: place, message }];
  });
}

/** Editors strike through what is deprecated, and grey out what has no effect. */
function tagsOf({ rule }: Finding): DiagnosticTag[] {
  if (deprecated.has(rule)) return [DiagnosticTag.Deprecated];
  return unnecessary.has(rule) ? [DiagnosticTag.Unnecessary] : [];
}

const deprecated: ReadonlySet<string> = new Set(["deprecated-directive", "deprecated-value", "removed-directive"]);
const unnecessary: ReadonlySet<string> = new Set([
  "duplicate-directive",
  "ineffective-setting",
  "ineffective-drop-in",
  "unused-suppression",
]);
