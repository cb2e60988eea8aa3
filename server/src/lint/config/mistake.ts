/** Mistakes in configurations as findings. */
import type { SourceFile } from "../../text/source-file.ts";
import type { Span } from "../../text/span.ts";
import type { Finding, Related, Severity, TargetName } from "../finding.ts";

/** The rule that tells of them; its page says what it is about. */
export const CONFIG_RULE = "invalid-config";

/** What is wrong, and where. */
export interface ConfigFault {
  readonly file: SourceFile;
  readonly span: Span;
  /** One line, no final period. */
  readonly message: string;
  readonly severity?: Severity;
  /** What comes of it, in words. */
  readonly effect?: string;
  readonly related?: readonly Related[];
}

/** A finding that stands in a configuration file. */
export function configFinding(fault: ConfigFault, targets: readonly TargetName[] = []): Finding {
  const { file, span, message, severity = "error", effect = notHeeded, related = [] } = fault;
  const { line } = file.position(span.start);
  const whole = file.lineSpan(line);
  return {
    rule: CONFIG_RULE,
    category: "correctness",
    severity,
    systemd: "silent",
    message,
    effect,
    file,
    unit: file.path.slice(file.path.lastIndexOf("/") + 1),
    span,
    line: { kind: "comment", span: whole, pieces: [{ kind: "comment", span: whole }], unfinished: false },
    scope: "line",
    targets,
    related,
    fixes: [],
  };
}

const notHeeded = "unitlint does not lint the files below it until this is mended";
