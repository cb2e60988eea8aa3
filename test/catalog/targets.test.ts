/** The table of distribution releases: every row has its source, agrees with itself and with what everybody knows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt, everKnown, withAdditions } from "../../server/src/catalog/catalog.ts";
import { distribution, distributionNames, distributions } from "../../server/src/catalog/targets.ts";

test("every row says what was read, when, and how sure it is", () => {
  for (const { name, source, checked, certainty, overlay } of distributions) {
    assert.ok(source.length >= 10, name);
    assert.match(checked, /^20\d\d-\d\d-\d\d$/, name);
    assert.match(certainty, /^(?:verified|documented|recalled)$/, name);
    assert.match(overlay, /^(?:verified|documented|unverified)$/, name);
  }
});

test("a verified row's source names the version that the row gives", () => {
  const verified = distributions.filter(({ certainty, takes }) => certainty === "verified" && takes === undefined);
  assert.ok(verified.length >= 8);
  assert.deepEqual(
    verified.filter(({ source, systemd }) => !source.includes(String(systemd))).map(({ name }) => name),
    [],
  );
});

test("names and aliases are unique and lower-case", () => {
  const names = distributionNames();
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual(
    names.filter(name => name !== name.toLowerCase()),
    [],
  );
});

test("versions are known, and additions are real directives that the version itself lacks", () => {
  for (const { name, systemd, adds } of distributions) {
    const catalog = catalogAt(systemd);
    for (const pair of adds) {
      const [section = "", key = ""] = pair.split(".");
      assert.ok(everKnown(section, key) !== undefined, `${name}: ${pair} exists`);
      assert.equal(catalog.directive(section, key), undefined, `${name}: ${pair} is an addition`);
    }
  }
});

test("an ambiguous name says what it means and copies the row that it takes", () => {
  const ambiguous = distributions.filter(({ takes }) => takes !== undefined);
  assert.ok(ambiguous.length >= 5);
  for (const { name, takes = "", ambiguous: meant = [], systemd, adds } of ambiguous) {
    const taken = distribution(takes);
    assert.ok(meant.length >= 1, name);
    assert.deepEqual([taken?.systemd, taken?.adds], [systemd, adds], name);
  }
});

test("releases that everybody knows", () => {
  const known = {
    "debian-11": 247,
    "debian-12": 252,
    "debian-13": 257,
    "ubuntu-20.04": 245,
    "ubuntu-22.04": 249,
    "ubuntu-24.04": 255,
    "rhel-7": 219,
    "rhel-8": 239,
    "rhel-9.4": 252,
    "centos-stream-9": 252,
    bookworm: 252,
    "Rocky-8": 239,
  };
  assert.deepEqual(Object.fromEntries(Object.keys(known).map(name => [name, distribution(name)?.systemd])), known);
});

test("what Red Hat brought back to its old releases is known there", () => {
  const rhel = distribution("rhel-8");
  const catalog = withAdditions(catalogAt(rhel?.systemd ?? 0), rhel?.adds ?? []);
  assert.equal(catalog.directive("Service", "MemoryMin")?.name, "MemoryMin");
  assert.equal(catalogAt(239).directive("Service", "MemoryMin"), undefined);
});
