/** The documents that webviews begin with, names, and the small texts of the extension. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dropInText } from "../../client/vscode/src/commands/drop-in-text.ts";
import { orderedRules, rulesIn } from "../../client/vscode/src/commands/rule-list.ts";
import { isUnitName, unitOfPath } from "../../client/vscode/src/names.ts";
import { findingText, targetText } from "../../client/vscode/src/status-text.ts";
import { contentPolicy, newNonce, pageHtml } from "../../client/vscode/src/webviews/html.ts";
import { rules } from "../../server/src/rules/index.ts";
import { marked } from "../support/marked.ts";

const source = { title: "<b>", script: "s.js?a&b", style: "s.css", cspSource: "https://*.example", nonce: "n0" };

test("the policy lets nothing in but the page's own style sheet and script", () => {
  assert.equal(
    contentPolicy(source),
    "default-src 'none'; style-src https://*.example; script-src 'nonce-n0'; base-uri 'none'; form-action 'none'",
  );
});

test("a page has one script, with the nonce, and nothing in line", () => {
  const html = pageHtml(source);
  assert.deepEqual(html.match(/<script[^>]*>/g), ['<script nonce="n0" src="s.js?a&amp;b">']);
  assert.match(html, /<script [^>]*><\/script>/);
  assert.match(html, /<title>&lt;b&gt;<\/title>/);
  assert.doesNotMatch(html, /style="|<style|\son\w+=|javascript:/);
  assert.match(html, /http-equiv="Content-Security-Policy" content="default-src 'none'; /);
});

test("nonces are what chance gives, in 32 digits", () => {
  assert.equal(
    newNonce(bytes => {
      bytes.fill(10);
    }),
    "0a".repeat(16),
  );
});

test("which unit a path is about", () => {
  assert.deepEqual(unitOfPath("/x/app.service"), { unit: "app.service", folder: "/x" });
  assert.deepEqual(unitOfPath("/x/app.service.d/a.conf"), { unit: "app.service", folder: "/x" });
  assert.deepEqual(unitOfPath("/app.service"), { unit: "app.service", folder: "/" });
  assert.deepEqual(unitOfPath("/app.service.d/a.conf"), { unit: "app.service", folder: "/" });
  assert.equal(unitOfPath("/x/service.d/a.conf"), undefined);
  assert.equal(unitOfPath("/x/app.conf"), undefined);
  assert.ok(isUnitName("getty@tty1.service") && isUnitName("a@.socket") && isUnitName("srv-a\\x2db.mount"));
  assert.ok(!isUnitName(".service") && !isUnitName("app") && !isUnitName("a b.service") && !isUnitName("a.conf"));
});

test("a new drop-in is read without a finding, whatever its unit", () => {
  for (const unit of ["app.service", "app.timer", "app.target", "srv.mount", "a@.socket"]) {
    const main = {
      service: "[Service]\nExecStart=/bin/a\n",
      timer: "[Timer]\nOnBootSec=1min\n",
      mount: "[Mount]\nWhat=/dev/a\nWhere=/srv\n",
    };
    const text = main[unit.slice(unit.lastIndexOf(".") + 1) as keyof typeof main] ?? "[Unit]\nDescription=x\n";
    const { snapshot } = marked(`-- ${unit} --\n${text}-- ${unit}.d/override.conf --\n${dropInText(unit)}`);
    const drop = snapshot.files.find(({ uri }) => uri.endsWith("override.conf"));
    const found = snapshot.findings(drop?.uri ?? "").filter(({ rule }) => rule !== "ineffective-drop-in");
    assert.deepEqual(
      found.map(({ message }) => message),
      [],
    );
  }
});

test("the index of rules lists them all", () => {
  const index = readFileSync(new URL("../../server/docs/rules/README.md", import.meta.url), "utf8");
  const listed = rulesIn(index);
  assert.deepEqual(listed.map(({ id }) => id).sort(), rules.map(({ id }) => id).sort());
  assert.ok(listed.every(({ summary, category }) => summary.length > 5 && category.length > 2));
  const { here, others } = orderedRules(listed, ["ordering-cycle", "nonsense"]);
  assert.deepEqual(
    here.map(({ id }) => id),
    ["ordering-cycle"],
  );
  assert.equal(others.length, listed.length - 1);
});

test("the status item", () => {
  const debian = { name: "debian-12", title: "Debian 12", systemd: 252 };
  const newest = { name: "262", title: "systemd 262", systemd: 262 };
  assert.equal(targetText([newest]), "systemd 262");
  assert.equal(targetText([debian]), "Debian 12, systemd 252");
  assert.equal(targetText([debian, newest]), "debian-12, systemd 262");
  assert.equal(findingText(0, 0), "no findings");
  assert.equal(findingText(1, 7), "1 finding here, 7 in all files");
  assert.equal(findingText(2, 2), "2 findings");
});
