/** Booleans. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("words and digits, in any case", () => {
  checkValues("boolean", [
    ["yes", "true"],
    ["On", "true"],
    ["1", "true"],
    ["F", "false"],
    ["off", "false"],
  ]);
});

test("anything else is none", () => {
  checkValues("boolean", [
    ["«ture»", "ture is no boolean; write yes or no"],
    ["«2»", "2 is no boolean; write yes or no"],
    ["«yes # really»", "yes # really is no boolean; write yes or no"],
    ["«»", "A boolean must not be empty; write yes or no"],
  ]);
});

test("some are reset by an empty value", () => {
  checkValues("boolean", [["", ""]], { name: "PrivateMounts" });
  checkValues("boolean", [["«»", "A boolean must not be empty; write yes or no"]], {
    name: "PrivateMounts",
    version: 252,
  });
});

test("a mistake in DynamicUser= ends the reading", () => {
  checkValues("boolean", [["«maybe»", "fatal: maybe is no boolean; write yes or no"]], { name: "DynamicUser" });
});
