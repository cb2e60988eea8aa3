/** Reads and judges inputs one by one. */
import type { Finding } from "../lint/finding.ts";
import type { RuleSettings } from "../lint/preset.ts";
import { lintFor, type Target } from "../lint/targets.ts";
import { rules } from "../rules/index.ts";
import { SourceFile } from "../text/source-file.ts";
import { decodeUtf8 } from "../text/utf8.ts";
import { looksBinary, looksUtf16 } from "../workspace/binary.ts";
import type { Input } from "./input.ts";
import { inputName } from "./input-name.ts";
import type { Inputs } from "./inputs.ts";
import type { LintArguments } from "./options.ts";
import { Progress } from "./progress.ts";
import type { InputError, LintResult } from "./result.ts";
import { printable } from "./terminal.ts";

/** What to judge by. */
export interface Judgement {
  readonly settings: RuleSettings;
  /** One at least. */
  readonly targets: readonly [Target, ...Target[]];
  readonly args: LintArguments;
}

/** Lints every input; what cannot be read becomes an error of the result. */
export function lintInputs({ inputs, errors, skipped }: Inputs, judgement: Judgement): LintResult {
  const { settings, targets } = judgement;
  const progress = new Progress(process.stderr);
  const findings: Finding[] = [];
  const failed: InputError[] = [...errors];
  inputs.forEach((input, done) => {
    progress.update(done, inputs.length);
    const outcome = lintInput(input, judgement);
    if ("problem" in outcome) failed.push({ path: input.path, message: outcome.problem });
    else for (const finding of outcome.findings) findings.push(finding);
  });
  progress.clear();
  const files = inputs.length + errors.length - failed.length;
  const names = targets.map(({ name }) => name);
  const versions = Object.fromEntries(targets.map(({ name, catalog }) => [name, catalog.version]));
  return { preset: settings.preset, targets: names, versions, files, findings, errors: failed, skipped };
}

function lintInput(
  input: Input,
  { settings, targets, args }: Judgement,
): { findings: Finding[] } | { problem: string } {
  const outcome = input.read();
  if ("problem" in outcome) return outcome;
  const text = decodeUtf8(outcome.bytes);
  if (looksUtf16(text)) return { problem: "is UTF-16 text; systemd reads UTF-8 only" };
  if (looksBinary(text)) return { problem: "is a binary file, not a unit file" };
  const source = new SourceFile(input.path, text);
  const { name, guessed } = inputName(input, source.text, args, targets[0].catalog);
  if (guessed) {
    process.stderr.write(
      `unitlint: note: ${printable(input.path)} is judged as a ${name.type} unit, by its sections; --as NAME says otherwise\n`,
    );
  }
  return { findings: lintFor(targets, source, name, rules, settings) };
}
