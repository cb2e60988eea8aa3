/** What goes into the journal: further fields, and filters. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("further fields", () => {
  checkValues("journal-field-list", [
    ["A=b 'C=d e' F=%p", '["A=b","C=d e","F=app"]'],
    ["A=b «color»=blue C=d", "piece: The name color takes only capitals, digits and _"],
    ["A=b «COLOR»", "piece: COLOR has no =; write a name and a value such as COLOR=blue"],
    ["«_A»=b", "piece: The name _A must not start with _: such fields are the journal's own"],
    ["A=«%Q»", "piece: There is no specifier %Q; write %%Q for a percent sign"],
    ['A=b «"»C=d', 'piece: The quote " is never closed'],
  ]);
});

test("filters are regular expressions", () => {
  checkValues("log-filter-pattern", [
    ["~^debug: (a|b){1,3}?$", "~^debug: (a|b){1,3}?$"],
    ["[]a[:alpha:]]+\\Q(\\E", "[]a[:alpha:]]+\\Q(\\E"],
    ["(?i)(?<name>a)\\1(?:b|)(?(1)c)", "(?i)(?<name>a)\\1(?:b|)(?(1)c)"],
    ["«~»", "A regular expression must follow the ~"],
    ["~a«[»b", "The [ is never closed in the regular expression"],
    ["«(»a", "The ( is never closed in the regular expression"],
    ["a«)»", "The ) closes nothing in the regular expression"],
    ["«*».log", "There is nothing that * could repeat in the regular expression"],
    ["a«{2,1}»", "The numbers of {2,1} are in the wrong order in the regular expression"],
    ["[«z-a»]", "The range z-a runs backwards in the regular expression"],
    ["«[:alpha:]»", "The class [:alpha:] must stand in another pair of brackets in the regular expression"],
    ["«\\i»", "There is no escape \\i in the regular expression"],
    ["(a)«\\2»", "There is no group 2 in the regular expression"],
  ]);
});
