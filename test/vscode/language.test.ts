/** Which files VS Code takes for unit files: those that the command line does. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unitTypes } from "../../server/src/catalog/unit-types.ts";
import { unitFileName } from "../../server/src/model/unit-file-name.ts";

const manifest = JSON.parse(readFileSync(new URL("../../client/vscode/package.json", import.meta.url), "utf8"));
const [language] = manifest.contributes.languages;

/** As VS Code does it: endings of the name, patterns of the name or, with a slash in them, of the path; without regard to case. */
function isOurs(path: string): boolean {
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf("/") + 1);
  const patterns: readonly string[] = language.filenamePatterns;
  return (
    language.extensions.some((extension: string) => name.endsWith(extension)) ||
    patterns.some(pattern => globOf(pattern).test(pattern.includes("/") ? lower : name))
  );
}

function globOf(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*|\?|\{([^}]*)\}|[.+^$()|[\]\\]/g, (token, words?: string) => {
    if (token === "**/") return "(?:.*/)?";
    if (token === "*" || token === "?") return token === "*" ? "[^/]*" : "[^/]";
    return words === undefined ? `\\${token}` : `(?:${words.replaceAll(",", "|")})`;
  });
  return new RegExp(`^${source}$`);
}

const random = "0123456789abcdef";
const endings = ["in", "j2", "jinja", "jinja2", "erb", "epp", "tmpl", "tpl", "template", "gotmpl", "mustache"];

const unitFiles = unitTypes.flatMap(type => [
  `/etc/systemd/system/app.${type}`,
  `/srv/units/app@.${type}`,
  `/srv/units/app@tty1.${type}`,
  `C:/units/app.${type}`,
  `/etc/systemd/system/app.${type}.d/override.conf`,
  `/etc/systemd/system/app@.${type}.d/10-a.conf`,
  `/etc/systemd/system/app-.${type}.d/x.conf`,
  `/etc/systemd/user/${type}.d/x.conf`,
  `/etc/systemd/system/.#app.${type}${random}`,
  `/etc/systemd/system/app.${type}.d/.#override.conf${random}`,
  `/etc/systemd/system/${type}.d/.#override.conf${random}`,
  ...endings.map(ending => `/src/app.${type}.${ending}`),
  `/src/@name@.${type}.in`,
  `/src/{{ name }}.${type}.j2`,
  `/src/app.${type}.d/x.conf.in`,
  `/src/${type}.d/x.conf.j2`,
]);

const others = [
  ...["/etc/app.conf", "/etc/nginx/conf.d/app.conf", "/etc/systemd/system.conf", "/etc/systemd/system.conf.d/x.conf"],
  ...["/etc/systemd/journald.conf.d/x.conf", "/src/meson.build", "/src/app.service.bak", "/src/app.service.md"],
  ...["/etc/systemd/network/a.network", "/etc/systemd/network/a.link", "/etc/containers/systemd/web.container"],
  ...["/src/service", "/src/service.ts", "/src/app.service.d/README", "/etc/systemd/system/.#app.service0123"],
  ...["/etc/systemd/system/app.service.wants", "/usr/lib/systemd/system-preset/90-x.preset", "/src/app.services"],
];

test("every name that the command line takes for a unit file", () => {
  assert.deepEqual(
    unitFiles.filter(path => unitFileName(path) === undefined),
    [],
  );
  assert.deepEqual(
    unitFiles.filter(path => !isOurs(path)),
    [],
  );
});

test("no other one", () => {
  assert.deepEqual(
    others.filter(path => unitFileName(path) !== undefined),
    [],
  );
  assert.deepEqual(others.filter(isOurs), []);
});

test("every type of unit, and none besides", () => {
  assert.deepEqual([...language.extensions].sort(), unitTypes.map(type => `.${type}`).sort());
});

test("what `systemctl cat` prints, and what says so itself, is known by the first line", () => {
  const first = new RegExp(language.firstLine);
  const ours = [
    "# /etc/systemd/system/app.service",
    "# /usr/lib/systemd/user/dbus.socket",
    "# /run/systemd/system/app.service.d/override.conf",
    "# vim: ft=systemd",
    "# -*- mode: systemd -*-",
  ];
  assert.deepEqual(
    ours.filter(line => !first.test(line)),
    [],
  );
  const foreign = ["[Unit]", "[Container]", "# about systemd", "#!/bin/sh", "# /etc/systemd/system.conf", ""];
  assert.deepEqual(
    foreign.filter(line => first.test(line)),
    [],
  );
});
