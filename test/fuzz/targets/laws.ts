/** Laws of findings. */
import { byPlace, type Finding } from "../../../server/src/lint/finding.ts";
import { type Span, splitsPair } from "../../../server/src/text/span.ts";
import { applyEdits } from "../../../server/src/text/text-edit.ts";
import { must } from "../target.ts";

/** Each finding lies in its file, on borders of characters; its message is a line; its fixes apply. */
export function assertFindings(findings: readonly Finding[]): void {
  for (const { rule, file, line, span, related, message, fixes } of findings) {
    assertPlaced(rule, file.text, span);
    must(line.span.start <= span.start && span.end <= line.span.end, () => `${rule}: it lies outside of its line`);
    for (const place of related) assertPlaced(rule, place.file.text, place.span);
    must(message !== "" && !message.includes("\n"), () => `${rule}: its message is no plain line`);
    for (const { title, edits } of fixes) {
      must(title !== "" && !title.includes("\n"), () => `${rule}: the title of its fix is no line`);
      for (const { file, edits: own } of edits) {
        for (const edit of own) assertPlaced(`${rule}, a fix`, file.text, edit.span);
        applyEdits(file.text, own);
      }
    }
  }
}

/** Findings come by place in their files. */
export function assertSorted(findings: readonly Finding[]): void {
  for (let i = 1; i < findings.length; i++) {
    const [before, after] = [findings[i - 1], findings[i]];
    if (before === undefined || after === undefined || before.file !== after.file) continue;
    must(byPlace(before, after) <= 0, () => `${after.rule} comes too late`);
  }
}

function assertPlaced(rule: string, text: string, { start, end }: Span): void {
  must(0 <= start && start <= end && end <= text.length, () => `${rule}: a span lies outside of the file`);
  must(!splitsPair(text, start) && !splitsPair(text, end), () => `${rule}: a span splits a character`);
}

/** A finding as a text by which it can be compared. */
export function told({ rule, severity, file, span, message, related, fixes }: Finding): string {
  const places = related.map(({ file, span }) => `${file.path}:${span.start}`);
  return `${file.path}:${span.start}-${span.end} ${severity}[${rule}] ${message} ${places} ${fixes.map(({ title }) => title)}`;
}
