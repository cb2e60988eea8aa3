/** Names of units: lists, and one of them. */
import { test } from "node:test";
import { checkValues } from "../support/values.ts";

test("dependencies", () => {
  checkValues("unit-list", [
    ["a.service b@.timer c@d.path", '["a.service","b@.timer","c@d.path"]'],
    ["a\\x2db.service", '["a\\\\x2db.service"]'],
    ["%p-x.socket", '["app-x.socket"]'],
    ["", "[]"],
    ["«a.servce» b.service", "piece: a.servce is no name of a unit: no type is called .servce"],
    ["«network»", "piece: network is no name of a unit: it lacks a suffix such as .service or .target"],
    ["«a.service,» b.service", "piece: a.service, is no name of a unit: separate units by blanks, not by commas"],
    ['«"a.service"»', 'piece: "a.service" is no name of a unit: quotes are part of it here'],
    ["«/mnt/data»", "piece: /mnt/data is no name of a unit: it holds /"],
    ["«@a.service»", "piece: @a.service is no name of a unit: nothing stands before the @"],
    ["«.service»", "piece: .service is no name of a unit: nothing stands before the suffix"],
    ["«a@b.mount»", "piece: a@b.mount has an @, but mount units have no instances"],
    ["«%z».service", "piece: There is no specifier %z; write %%z for a percent sign"],
    ["«%f».service", "piece: There is no specifier %f in this place; write %%f for a percent sign"],
    [`«${"x".repeat(248)}.service»`, "piece: The name of a unit is longer than 255 bytes"],
  ]);
});

test("a template may grow too long with the instance of the unit", () => {
  const name = `${"x".repeat(240)}@.service`;
  checkValues("unit-list", [[name, `["${name}"]`]]);
  checkValues("unit-list", [[`«${name}»`, `piece: The instance of ${name} has a name longer than 255 bytes`]], {
    unit: "app@a-long-instance.service",
  });
});

test("[Install] is silent about names", () => {
  checkValues(
    "unit-list",
    [
      ["multi-user.target", '["multi-user.target"]'],
      ["«multi-user»", "silent: multi-user is no name of a unit: it lacks a suffix such as .service or .target"],
    ],
    { section: "Install", name: "WantedBy" },
  );
  checkValues("unit-list", [["multi-user.target.wants/app.service", '["multi-user.target.wants/app.service"]']], {
    section: "Install",
    name: "Alias",
  });
});

test("what a timer or a path starts", () => {
  checkValues(
    "unit-name",
    [
      ["job.service", "job.service"],
      ["«app.timer»", "A unit cannot start itself: app.timer is this unit"],
      ["«job»", "job is no name of a unit: it lacks a suffix such as .service or .target"],
      ["«»", "The name of a unit is missing"],
    ],
    { type: "timer", unit: "app.timer", section: "Timer", name: "Unit" },
  );
});

test("services of sockets, sockets of services", () => {
  checkValues("service-unit", [
    ["a@b.service", "a@b.service"],
    ["«a@.service»", "a@.service is a template; name an instance of it, as in a@name.service"],
    ["«a.socket»", "a.socket is no service: the name must end in .service"],
  ]);
  checkValues("socket-unit-list", [
    ["a.socket b@.socket", '["a.socket","b@.socket"]'],
    ["a.socket «b.service»", "piece: b.service is no socket: the name must end in .socket"],
  ]);
});

test("slices", () => {
  checkValues("slice-unit", [
    ["a-b.slice", "a-b.slice"],
    ["«a»", "a is no name of a unit: it lacks a suffix such as .service or .target"],
    ["«a@b.slice»", "a@b.slice has an @, but slice units have no instances"],
  ]);
  const told = "A slice lies in the slice that its name tells: a-b.slice in a.slice; Slice= is for other units";
  checkValues("slice-unit", [["«a.slice»", told]], { type: "slice" });
});
