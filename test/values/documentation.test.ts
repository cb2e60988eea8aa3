/** Addresses of documentation. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

const told = (word: string) =>
  `piece: ${word} is no address; it must begin with http://, https://, file:/, info: or man:`;

test("addresses", () => {
  checkValues("documentation", [
    ["man:app(1) https://example.org/", '["man:app(1)","https://example.org/"]'],
    ["", "[]"],
    ["man:a «b(1)» «/usr/share/doc/b»", `${told("b(1)")} | ${told("/usr/share/doc/b")}`],
    ["«HTTP://a»", told("HTTP://a")],
    ["«man:»", "piece: Nothing follows man:"],
    ["http://a/«é»", "piece: An address holds ASCII only; write é percent-encoded, with %% for each percent sign"],
    [
      "man:a(1)«,» man:b(1)",
      "silent: The comma is taken as part of the address man:a(1),; separate addresses by blanks",
    ],
  ]);
});

test("percent signs are specifiers, before words are split", () => {
  checkValues("documentation", [
    ["man:a http://b/c«%2»0d", "There is no specifier %2; write %%2 for a percent sign"],
    ["man:%p(8)", '["man:app(8)"]'],
  ]);
});

test("a quote that is not closed drops all since 253", () => {
  checkValues("documentation", [['man:a «"»man:b', 'The quote " is never closed']]);
  checkValues("documentation", [['man:a «"»man:b', 'piece: The quote " is never closed']], { version: 252 });
});
