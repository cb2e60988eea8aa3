/** Colours, widths and text that is safe to show. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { colourWanted, paintWith, printable, printableJson, terminalWidth } from "../../server/src/cli/terminal.ts";

const terminal = { isTTY: true, columns: 132 };
const pipe = {};

describe("colours", () => {
  test("are for terminals", () => {
    assert.equal(colourWanted({ TERM: "xterm-256color" }, terminal), true);
    assert.equal(colourWanted({ TERM: "xterm-256color" }, pipe), false);
    assert.equal(colourWanted({ TERM: "dumb" }, terminal), false);
  });

  test("yield to NO_COLOR, whatever it says, unless it is empty", () => {
    assert.equal(colourWanted({ NO_COLOR: "1" }, terminal), false);
    assert.equal(colourWanted({ NO_COLOR: "0" }, terminal), false);
    assert.equal(colourWanted({ NO_COLOR: "" }, terminal), true);
  });

  test("are forced by FORCE_COLOR, which beats NO_COLOR and a dumb terminal", () => {
    assert.equal(colourWanted({ FORCE_COLOR: "1" }, pipe), true);
    assert.equal(colourWanted({ FORCE_COLOR: "true", NO_COLOR: "1", TERM: "dumb" }, pipe), true);
    assert.equal(colourWanted({ FORCE_COLOR: "3" }, pipe), true);
    assert.equal(colourWanted({ FORCE_COLOR: "0" }, terminal), false);
    assert.equal(colourWanted({ FORCE_COLOR: "false" }, terminal), false);
    assert.equal(colourWanted({ FORCE_COLOR: "" }, pipe), false);
  });

  test("are ANSI codes around the text, or nothing at all", () => {
    assert.equal(paintWith(true)("error", "bad"), "\x1b[1;31mbad\x1b[0m");
    assert.equal(paintWith(true)("dim", ""), "");
    assert.equal(paintWith(false)("error", "bad"), "bad");
  });
});

describe("the width", () => {
  test("is what COLUMNS asks for, else the terminal's", () => {
    assert.equal(terminalWidth({ COLUMNS: "60" }, terminal), 60);
    assert.equal(terminalWidth({}, terminal), 132);
  });

  test("is 80 on a terminal that does not tell, 100 without a terminal", () => {
    assert.equal(terminalWidth({}, { isTTY: true }), 80);
    assert.equal(terminalWidth({}, { isTTY: true, columns: 0 }), 80);
    assert.equal(terminalWidth({}, pipe), 100);
  });

  test("takes no nonsense from COLUMNS", () => {
    for (const nonsense of ["", "0", "-5", "wide", "80.5", "1e9", "9999999"]) {
      assert.equal(terminalWidth({ COLUMNS: nonsense }, terminal), 132, nonsense);
    }
  });
});

describe("printable", () => {
  const shown: readonly (readonly [what: string, text: string, shown: string])[] = [
    ["plain text", "ExecStart=/bin/true", "ExecStart=/bin/true"],
    ["other scripts", "Größe 漢字 שלום e\u0301", "Größe 漢字 שלום e\u0301"],
    ["emoji with a variation selector", "⚠\ufe0f 🚀", "⚠\ufe0f 🚀"],
    ["line ends and tabs", "a\tb\r\n", String.raw`a\tb\r\n`],
    ["C0 controls", "\x1b[2J\x00\x07", String.raw`\x1b[2J\x00\x07`],
    ["delete and C1 controls", "\x7f\x9b2J\x85", String.raw`\x7f\u{9b}2J\u{85}`],
    ["bidirectional marks", "\u202e\u2066\u200f\u061c", String.raw`\u{202e}\u{2066}\u{200f}\u{61c}`],
    [
      "characters without a width",
      "\u200b\u200d\u2060\ufeff\u00ad",
      String.raw`\u{200b}\u{200d}\u{2060}\u{feff}\u{ad}`,
    ],
    ["fillers and tags that show nothing", "\u3164\u{e0041}", String.raw`\u{3164}\u{e0041}`],
    ["line separators", "\u2028\u2029", String.raw`\u{2028}\u{2029}`],
    ["bytes that were not UTF-8", "\udc80caf\udce9\udcff", String.raw`\x80caf\xe9\xff`],
    ["other lone surrogates", "\ud800 \udc00", String.raw`\u{d800} \u{dc00}`],
    ["private use and noncharacters", "\ue000\u{f0000}\ufffe", String.raw`\u{e000}\u{f0000}\u{fffe}`],
  ];
  for (const [what, text, expected] of shown) {
    test(what, () => assert.equal(printable(text), expected));
  }
});

test("JSON keeps its line ends and its meaning, and loses what a terminal would obey", () => {
  const value = { text: "\x9b2J \u202e \u{e0041} \x7f \n 漢" };
  const text = printableJson(JSON.stringify(value, null, 2));
  assert.equal(
    text,
    String.raw`{
  "text": "\u009b2J \u202e \udb40\udc41 \u007f \n 漢"
}`,
  );
  assert.deepEqual(JSON.parse(text), value);
});
