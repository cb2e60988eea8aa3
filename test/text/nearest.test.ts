/** The name that somebody meant: slips are found, far words are not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "../../server/src/text/nearest.ts";

const names = [
  "After",
  "Before",
  "ExecStart",
  "ExecStartPre",
  "ExecStop",
  "Restart",
  "RestartSec",
  "Type",
  "User",
  "UMask",
  "OnBootSec",
];

/** Checks what is found for each word; undefined where nothing is close. */
function checkNearest(
  expected: Readonly<Record<string, string | undefined>>,
  candidates: readonly string[] = names,
): void {
  for (const [word, name] of Object.entries(expected)) assert.equal(nearest(word, candidates), name, word);
}

test("one letter changed, dropped, added or swapped", () => {
  checkNearest({ Resturt: "Restart", ExecStat: "ExecStart", Usser: "User", Restrat: "Restart", Tpye: "Type" });
});

test("several slips in a long name", () => {
  checkNearest({ ExceStrat: "ExecStart", ExcStrtPre: "ExecStartPre", RestartSecs: "RestartSec" });
});

test("case costs little, but decides between equals", () => {
  checkNearest({ execstart: "ExecStart", ONBOOTSEC: "OnBootSec", umask: "UMask" });
  checkNearest({ name: "Name" }, ["same", "Name"]);
  checkNearest({ mame: "mime" }, ["Mime", "mime"]);
});

test("the closest wins, and the first of equals", () => {
  checkNearest({ ExecStartPr: "ExecStartPre", ExecSto: "ExecStop" });
  checkNearest({ cat: "bat" }, ["bat", "hat", "rat"]);
  checkNearest({ cat: "cat" }, ["bat", "cat"]);
});

test("far words and the empty one find nothing", () => {
  checkNearest({ Banana: undefined, Typing: undefined, X: undefined, "": undefined, Use_Restart_Always: undefined });
  checkNearest({ User: undefined }, []);
});

test("a short word allows one slip, a long one a slip for three letters, four at most", () => {
  checkNearest({ abc: "abd", abx: "abd", axy: undefined }, ["abd"]);
  checkNearest({ abcdef: "abcdxy" }, ["abcdxy"]);
  checkNearest({ abcdef: undefined }, ["abcxyz"]);
  checkNearest({ abcdefghijklmnop: "WXYZefghijklmnop" }, ["WXYZefghijklmnop"]);
  checkNearest({ abcdefghijklmnop: undefined }, ["VWXYZfghijklmnop"]);
});

test("parts in another order come first", () => {
  checkNearest({ ExecPreStart: "ExecStartPre", SecRestart: "RestartSec", execPreStart: "ExecStart" });
  checkNearest({ ExecPreStart: "ExecStartPre" }, ["ExecStart", "ExecStartPre"]);
});
