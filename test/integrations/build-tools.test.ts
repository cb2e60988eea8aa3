/** The recipes of `client/ci` for Make, Meson, Debian, Ansible and images, run as their users run them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { needing } from "../support/program.ts";
import { badUnit, goodUnit, project, type Run } from "../support/project.ts";

const recipe = (name: string) => readFileSync(new URL(`../../client/ci/${name}`, import.meta.url), "utf8");

function assertBlames({ stdout, stderr, status }: Run): void {
  assert.match(`${stdout}${stderr}`, /app\.service:3:1: error\[unknown-directive\]/);
  assert.notEqual(status, 0);
}

test("make lint-units fails at a mistake, and checks again only what changed", needing("make"), t => {
  const { run, write } = project(t, { "unitlint.mk": recipe("unitlint.mk"), Makefile: "include unitlint.mk\n" });
  write("app.service", badUnit);
  assertBlames(run("make", ["lint-units"]));
  write("app.service", goodUnit);
  assert.match(run("make", ["lint-units"]).stdout, /No problems/);
  assert.doesNotMatch(run("make", ["lint-units"]).stdout, /No problems/);
});

test("meson test judges the configured unit", needing("meson", "ninja"), t => {
  const { run, write } = project(t, { "meson.build": recipe("meson.build") });
  write("app.service.in", "[Service]\nExecStart=@bindir@/app\n");
  assert.equal(run("meson", ["setup", "build"]).status, 0);
  assert.equal(run("meson", ["test", "-C", "build"]).status, 0);
  write("app.service.in", "[Service]\nExecStart=@bindir@/app\nRestrat=always\n");
  assertBlames(run("meson", ["test", "-C", "build", "--verbose"]));
});

test("dpkg-buildpackage stops at a unit with a mistake", needing("dh", "dpkg-buildpackage"), t => {
  const { run, write } = project(t, debianPackage);
  write("debian/app.service", badUnit);
  const build = () => run("dpkg-buildpackage", ["--build=binary", "--unsigned-changes", "--no-check-builddeps"]);
  assertBlames(build());
  write("debian/app.service", goodUnit);
  const built = build();
  assert.equal(built.status, 0, built.stderr);
  assert.match(built.stdout, /No problems in 1 unit file/);
});

const debianPackage = {
  "debian/rules": recipe("debian/rules"),
  "debian/changelog":
    "app (1.0) unstable; urgency=low\n\n  * First.\n\n -- A <a@localhost>  Thu, 01 Jan 2026 00:00:00 +0000\n",
  "debian/control":
    "Source: app\nMaintainer: A <a@localhost>\nBuild-Depends: debhelper-compat (= 13)\nStandards-Version: 4.6.2\n\n" +
    "Package: app\nArchitecture: all\nDepends: ${misc:Depends}\nDescription: an app\n That is all.\n",
  "debian/source/format": "3.0 (native)\n",
};

test("ansible-playbook leaves the old unit in place when the new one is bad", needing("ansible-playbook"), t => {
  const { run, write, folder } = project(t, { "playbook.yml": recipe("ansible/playbook.yml"), "units/keep": "" });
  const play = () => {
    const extra = ["--extra-vars", `unit_folder=${join(folder, "units")}`];
    return run("ansible-playbook", ["--inventory", "localhost,", "--connection", "local", ...extra, "playbook.yml"]);
  };
  write("app.service.j2", goodUnit);
  const first = play();
  assert.equal(first.status, 0, `${first.stdout}${first.stderr}`);
  write("app.service.j2", badUnit);
  const second = play();
  assert.notEqual(second.status, 0);
  assert.match(second.stdout, /Unknown directive Restrat=/);
  assert.equal(readFileSync(join(folder, "units/app.service"), "utf8"), goodUnit);
});

test("mkosi's script judges the units of the image by its systemd", needing("sh"), t => {
  const { run, write, folder } = project(t, { "mkosi.finalize": recipe("mkosi/mkosi.finalize") });
  write("image/etc/systemd/system/app.service", badUnit);
  write("image/usr/lib/os-release", "ID=debian\nVERSION_ID=12\n");
  const finalize = () => run("sh", ["mkosi.finalize"], { BUILDROOT: join(folder, "image") });
  assertBlames(finalize());
  write("image/etc/systemd/system/app.service", goodUnit);
  assert.match(finalize().stdout, /No problems in 1 unit file/);
});
