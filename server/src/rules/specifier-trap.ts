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
  const found = contexts.flatMap(({ spans, what }) => [...spans(text)].map(span => ({ span, what })));
  let end = 0;
  return found
    .sort((one, other) => one.span.start - other.span.start)
    .filter(({ span }) => {
      const isApart = span.start >= end;
      if (isApart) end = span.end;
      return isApart;
    });
}

/** Each takes no longer than the text is long, whatever stands in it. */
const contexts: readonly { readonly spans: (text: string) => Iterable<Span>; readonly what: string }[] = [
  { spans: dateCommands, what: "a date" },
  { spans: text => wordsAround(text, /%{1,2}Y[-_.:/]?%{1,2}m(?![A-Za-z])/g), what: "a date" },
  { spans: text => wordsAround(text, /%{1,2}H[-_.:]?%{1,2}M(?![A-Za-z])/g), what: "a time" },
  { spans: addresses, what: "an address" },
];

function* dateCommands(text: string): Generator<Span> {
  const pattern = /(?<![\w-])date(?:\s+-[\w-]+(?:=\S+)?){0,8}\s+["'\\]*\+[^\s)`]*/g;
  for (const { 0: all, index } of text.matchAll(pattern)) yield { start: index, end: index + all.length };
}

/** The words in which something stands. */
function* wordsAround(text: string, core: RegExp): Generator<Span> {
  let before = 0;
  for (let match = core.exec(text); match !== null; match = core.exec(text)) {
    let [start, end] = [match.index, core.lastIndex];
    while (start > before && !/[\s"'=]/.test(text.charAt(start - 1))) start--;
    while (end < text.length && !/[\s"')`]/.test(text.charAt(end))) end++;
    yield { start, end };
    before = core.lastIndex = end;
  }
}

/** Pairs of escapes behind a scheme. */
function* addresses(text: string): Generator<Span> {
  for (const { 0: word, index } of text.matchAll(/[^\s"']+/g)) {
    const scheme = word.indexOf("://");
    if (scheme < 0) continue;
    for (const match of word.slice(scheme).matchAll(/(?<!%)(?:%[A-Fa-f][0-9A-Fa-f]){2,}/g)) {
      const start = index + scheme + match.index;
      yield { start, end: start + match[0].length };
    }
  }
}

/** Single percent signs with their letters; pairs are plain ones. */
function signsIn(text: string, { start, end }: Span): readonly Span[] {
  return [...text.slice(start, end).matchAll(/%(?:%|[A-Za-z])/g)]
    .filter(([all]) => all !== "%%")
    .map(({ index }) => ({ start: start + index, end: start + index + 2 }));
}
