/** Variables: assignments, names, and what to forget. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("assignments", () => {
  checkValues("environment", [
    ["A=b _C1=", '["A=b","_C1="]'],
    [`"A=b c" B='d e' C=x\\x20y`, '["A=b c","B=d e","C=x y"]'],
    ["A=%p", '["A=app"]'],
    ["", "[]"],
    ["«1A=b» C=d", "piece: 1A is no name of a variable: it begins with a digit"],
    ["«A-B=c»", "piece: A-B is no name of a variable: it may hold letters of ASCII, digits and _ only"],
    ["«FOO»", "piece: FOO is no assignment: it holds no =; write NAME=value"],
    ["A=b C=«%z»", "piece: There is no specifier %z; write %%z for a percent sign"],
    ["«A=\\xff»", "piece: The value of A is not valid UTF-8"],
    ["A=«\\q»", "There is no escape \\q; write \\\\ for a backslash"],
    ["A=b «'»C=d", "piece: The quote ' is never closed"],
  ]);
});

test("blanks tear assignments apart: one problem for each", () => {
  const torn = (lost: string) =>
    `piece: ${lost} is dropped: a blank ends an assignment, unless quotes stand around all of it`;
  checkValues("environment", [
    ["«A=b c»", torn("c")],
    ["«OPTS=-a -b -Dx=y» C=d", torn("-b -Dx=y")],
    ["«A=b c» «D=e f»", `${torn("c")} | ${torn("f")}`],
    ["«A = b»", "piece: No blanks may stand around = in an environment: write A=b"],
    ["«A= b c»", 'piece: No blanks may stand around = in an environment: write "A=b c"'],
  ]);
});

test("variables are not replaced", () => {
  const told = "stands for itself: variables are not replaced here, so PATH would hold a dollar sign";
  checkValues("environment", [
    ["PATH=«$PATH»:/x", `silent: $PATH ${told}`],
    [`PATH=/x:«\${PATH}»`, `silent: \${PATH} ${told}`],
    ["PS1=$PS10", '["PS1=$PS10"]'],
    ["A=/x$HOMES:$B", '["A=/x$HOMES:$B"]'],
    ["A=~/x", '["A=~/x"]'],
  ]);
});

test("names only", () => {
  checkValues("environment-name-list", [
    ['A "B"', '["A","B"]'],
    ["A «B=c»", "piece: B=c is no name of a variable but an assignment, which Environment= takes"],
    ["«A,B»", "piece: A,B is no name of a variable: it may hold letters of ASCII, digits and _ only"],
  ]);
});

test("names or assignments", () => {
  checkValues("environment-removal-list", [
    ["A B=c", '["A","B=c"]'],
    ["«=x» A", "piece: The name of a variable is missing"],
  ]);
});
