/** The generator reads systemd's own table: macros, conditions, the parsers of [Install], unmapped parsers. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { directivesOf } from "../../server/scripts/generate/directives.ts";
import { type GperfRow, parseGperf } from "../../server/scripts/generate/gperf.ts";
import { withInstallParsers } from "../../server/scripts/generate/install.ts";
import { type ManualPage, parseManualPage } from "../../server/scripts/generate/manual.ts";
import { parseSections } from "../../server/scripts/generate/unit-types.ts";

const template = `{# a comment #}
{%- macro EXEC_CONTEXT_CONFIG_ITEMS(type) -%}
{# only once #}
{{type}}.Nice,                  config_parse_exec_nice,      0,               offsetof({{type}}, exec_context)
{% if HAVE_SECCOMP %}
{{type}}.SystemCallFilter,      config_parse_syscall_filter, 0,               offsetof({{type}}, exec_context)
{% else %}
{{type}}.SystemCallFilter,      config_parse_warn_compat,    DISABLED_CONFIGURATION, 0
{% endif %}
{{type}}.Capabilities,          config_parse_warn_compat,    DISABLED_LEGACY, 0
{%- endmacro -%}
%{
#include "load-fragment.h"
%}
struct ConfigPerfItem;
%%
Unit.After,                     config_parse_unit_deps,      UNIT_AFTER,      0
{% if not ENABLE_THIS -%}
Unit.Hidden,                    config_parse_bool,           0,               0
{%- else -%}
Unit.Shown,                     config_parse_bool,           0,               0
{%- endif %}
{{ EXEC_CONTEXT_CONFIG_ITEMS('Service') }}
{{ EXEC_CONTEXT_CONFIG_ITEMS('Mount') }}
Install.Alias,                  NULL,                        0,               0
`;

test("rows come from macros and from the branch of an enabled feature", () => {
  const brief = parseGperf(template).map(row => `${row.section}.${row.name} ${row.parser} ${row.ltype}`);
  assert.deepEqual(brief, [
    "Unit.After config_parse_unit_deps UNIT_AFTER",
    "Unit.Shown config_parse_bool 0",
    "Service.Nice config_parse_exec_nice 0",
    "Service.SystemCallFilter config_parse_syscall_filter 0",
    "Service.Capabilities config_parse_warn_compat DISABLED_LEGACY",
    "Mount.Nice config_parse_exec_nice 0",
    "Mount.SystemCallFilter config_parse_syscall_filter 0",
    "Mount.Capabilities config_parse_warn_compat DISABLED_LEGACY",
    "Install.Alias NULL 0",
  ]);
  assert.equal(parseGperf(template)[5]?.data, "offsetof(Mount, exec_context)");
});

test("a table of unknown form stops the generator", () => {
  assert.throws(() => parseGperf("Unit.After, config_parse_unit_deps, UNIT_AFTER, 0"), /no %% line/);
  assert.throws(() => parseGperf("%%\n{{ NO_SUCH_ITEMS('Unit') }}"), /calls NO_SUCH_ITEMS\(\)/);
  assert.throws(() => parseGperf("%%\nUnit.After config_parse_unit_deps"), /unknown form: Unit\.After/);
  assert.throws(() => parseGperf("%%\n{% if A %}\nUnit.A, b, 0, 0"), /without \{% endif %\}/);
});

test("[Install] gets the parsers of install.c", () => {
  const source = `{ "Install", "Alias",    config_parse_alias, 0, &info->aliases },
                  { "Install", "WantedBy", config_parse_strv,  0, &info->wanted_by },`;
  const rows = withInstallParsers([row("Install.Alias", "NULL"), row("Unit.After", "config_parse_unit_deps")], source);
  assert.deepEqual(
    rows.map(({ parser }) => parser),
    ["config_parse_alias", "config_parse_unit_deps"],
  );
});

test("rows become sorted directives with the manual's facts", () => {
  const manual = new Map([
    ["systemd.exec", parseManualPage(page("<term><varname>Nice=</varname></term>", 187))],
    ["systemd.unit", parseManualPage(page("<term><varname>After=</varname></term>", 201))],
  ]);
  const rows = [
    row("Unit.After", "config_parse_unit_deps", "UNIT_AFTER"),
    row("Service.Nice", "config_parse_exec_nice"),
  ];
  assert.deepEqual(directivesOf(rows, manual), [
    { section: "Service", name: "Nice", kind: "nice", repeat: "last-wins", page: "systemd.exec", since: 187 },
    { section: "Unit", name: "After", kind: "unit-list", repeat: "append-only", page: "systemd.unit", since: 201 },
  ]);
});

test("a legacy row is removed", () => {
  const legacy = row("Service.CPUShares", "config_parse_warn_compat", "DISABLED_LEGACY");
  assert.deepEqual(directivesOf([legacy], new Map()), [
    { section: "Service", name: "CPUShares", kind: "removed", repeat: "last-wins", removed: true },
  ]);
});

test("an unmapped parser stops the generator by name, with its directives and the place to add it", () => {
  const rows = [
    row("Unit.After", "config_parse_unit_deps"),
    row("Service.Flavour", "config_parse_flavour"),
    row("Mount.Flavour", "config_parse_flavour"),
    row("Service.LimitNEW", "config_parse_rlimit", "RLIMIT_NEW"),
  ];
  assert.throws(() => directivesOf(rows, new Map()), {
    message: [
      "no value grammar is mapped to these parsers:",
      "  config_parse_flavour: Service.Flavour, Mount.Flavour",
      "  config_parse_rlimit (RLIMIT_NEW): Service.LimitNEW",
      "add each to the table `parsers` in server/scripts/generate/kinds.ts",
    ].join("\n"),
  });
  assert.throws(() => directivesOf([row("Service.Odd", "constructor")], new Map()), /constructor: Service\.Odd/);
});

test("a manual page gives each directive the release of its own entry", () => {
  const nested = `<variablelist><varlistentry><term><varname>Inner=</varname></term>
    <listitem><xi:include href="version-info.xml" xpointer="v250"/></listitem></varlistentry></variablelist>`;
  const entries: ManualPage = parseManualPage(`
    <!-- <variablelist class='unit-directives'><varlistentry><term><varname>Old=</varname></term></varlistentry></variablelist> -->
    ${page("<term><varname>Max=<replaceable>n</replaceable></varname>, <varname>High=</varname></term>", 231, nested)}
    <variablelist class='environment-variables'><varlistentry><term><varname>PATH=</varname></term></varlistentry></variablelist>
    ${page("<term><varname>Plain=</varname></term>")}`);
  assert.deepEqual(Object.fromEntries(entries), { Max: { since: 231 }, High: { since: 231 }, Plain: {} });
});

test("the sections of a unit type come from its vtable", () => {
  const source = `.sections =\n                "Unit\\0"\n                "-Extra\\0"\n                "Install\\0",\n`;
  assert.deepEqual(parseSections("target", source), ["Unit", "-Extra", "Install"]);
  assert.throws(() => parseSections("target", "no vtable"), /src\/core\/target\.c names no sections/);
});

function row(key: string, parser: string, ltype = "0"): GperfRow {
  const [section = "", name = ""] = key.split(".");
  return { section, name, parser, ltype, data: "0" };
}

function page(terms: string, since?: number, text = ""): string {
  const version = since === undefined ? "" : `<xi:include href="version-info.xml" xpointer="v${since}"/>`;
  return `<variablelist class='unit-directives'><varlistentry>${terms}<listitem>${text}${version}</listitem></varlistentry></variablelist>`;
}
