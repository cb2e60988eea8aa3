/** Percent signs of dates and addresses that are specifiers to systemd. */
import { defineRule } from "../lint/rule.ts";
import type { Span } from "../text/span.ts";

// Seen in: systemd#2146, coreos/bugs#1459, systemd#15164.
export const specifierTrap = defineRule({
  id: "specifier-trap",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A percent sign of a date or an address that systemd reads as a specifier",
  why: `systemd replaces specifiers such as %m in nearly every value, in quotes too, before a shell or a program sees it. Formats of dates look the same, and
most of their letters mean something: %Y is the folder of the unit file (since 250), %m the machine ID, %d the folder of credentials (since 252), %H the host
name, %S /var/lib and %s a shell. So the file is not named after the date, and nothing complains. The same holds for addresses, where %C3 begins with the
folder of caches. Write %% for each percent sign that is meant.`,
  examples: [
    {
      bad: "[Service]\nType=oneshot\nExecStart=/bin/sh -c 'tar -cf /srv/$(date +%%Y-%m-%%d).tar /etc'\n",
      good: "[Service]\nType=oneshot\nExecStart=/bin/sh -c 'tar -cf /srv/$(date +%%Y-%%m-%%d).tar /etc'\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app --output /srv/%Y-%m.log\n",
      good: "[Service]\nExecStart=/usr/bin/app --output /srv/%%Y-%%m.log\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/curl https://example.org/caf%C3%A9\n",
      good: "[Service]\nExecStart=/usr/bin/curl https://example.org/caf%%C3%%A9\n",
    },
  ],
  visit: {
    assignment({ entry, parsed }, { source }, report) {
      const { text } = entry.value;
      if (!text.includes("%") || parsed === undefined) return;
      if (parsed.problems.some(({ rule }) => rule === "unknown-specifier")) return;
      for (const { span: format, what } of formatsIn(text)) {
        const single = signsIn(text, format);
        const [first] = single;
        const replaced = parsed.parts.some(({ kind, span }) => kind === "specifier" && span.start === first?.start);
        if (first === undefined || !replaced) continue;
        const specifier = text.slice(first.start, first.end);
        report(entry, entry.value.toSource(first), {
          message: `systemd replaces ${specifier} as a specifier before it is read as part of ${what}; write %${specifier}`,
          effect: "systemd puts something else in its place and says nothing",
          fixes: [
            {
              title: "Double the percent signs",
              safety: "unsafe",
              edits: [
                {
                  file: source,
                  edits: single.map(({ start }) => ({
                    span: entry.value.toSource({ start, end: start + 1 }),
                    text: "%%",
                  })),
                },
              ],
            },
          ],
        });
      }
    },
  },
});

/** Where a value plainly holds a format of dates, or an address. */
function formatsIn(text: string): readonly { span: Span; what: string }[] {
  const found: { span: Span; what: string }[] = [];
  for (const { pattern, what } of contexts) {
    for (const { 0: all, index } of text.matchAll(pattern)) {
      const span = { start: index, end: index + all.length };
      if (!found.some(other => other.span.start < span.end && span.start < other.span.end)) found.push({ span, what });
    }
  }
  return found;
}

const contexts: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /(?<![\w-])date(?:\s+-[\w-]+(?:=\S+)?)*\s+(?:["'\\]*)\+[^\s)`]*/g, what: "a date" },
  { pattern: /[^\s"'=]*%{1,2}Y[-_.:/]?%{1,2}m(?![A-Za-z])[^\s"')`]*/g, what: "a date" },
  { pattern: /[^\s"'=]*%{1,2}H[-_.:]?%{1,2}M(?![A-Za-z])[^\s"')`]*/g, what: "a time" },
  { pattern: /(?<=:\/\/[^\s"']*)(?<!%)(?:%[A-Fa-f][0-9A-Fa-f]){2,}/g, what: "an address" },
];

/** Single percent signs with their letters; pairs are plain ones. */
function signsIn(text: string, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(/%(?:%|[A-Za-z])/g)]
    .filter(([all]) => all !== "%%")
    .map(({ index }) => ({ start: start + index, end: start + index + 2 }));
}
