/** The generator reads systemd's own table: macros, conditions, the parsers of [Install], unmapped parsers. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { directivesOf } from "../../server/scripts/generate/directives.ts";
import { type GperfRow, parseGperf } from "../../server/scripts/generate/gperf.ts";
import type { PairHistory } from "../../server/scripts/generate/history.ts";
import { withInstallParsers } from "../../server/scripts/generate/install.ts";
import { parseManualPage } from "../../server/scripts/generate/manual.ts";
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

test("a row may have blanks before its commas, as a row of 254 to 256 does", () => {
  const [row] = parseGperf(
    "%%\nSlice.DelegateSubgroup,  config_parse_delegate_subgroup ,  0,  offsetof(Slice, context)",
  );
  assert.deepEqual([row?.name, row?.parser, row?.ltype], ["DelegateSubgroup", "config_parse_delegate_subgroup", "0"]);
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

test("pairs become sorted directives with the grammar of their row and the manual's page", () => {
  const manual = new Map([
    ["systemd.exec", parseManualPage(page("<term><varname>Nice=</varname></term>"))],
    ["systemd.unit", parseManualPage(page("<term><varname>After=</varname></term>"))],
  ]);
  const rows = [
    row("Unit.After", "config_parse_unit_deps", "UNIT_AFTER"),
    row("Service.Nice", "config_parse_exec_nice"),
  ];
  const pairs = [
    pair("Unit.After", "config_parse_unit_deps", 183),
    pair("Service.Nice", "config_parse_exec_nice", 187),
  ];
  assert.deepEqual(directivesOf([{ rows, manual }], { pairs }, new Map()), [
    { section: "Service", name: "Nice", kind: "nice", repeat: "last-wins", page: "systemd.exec", since: 187 },
    { section: "Unit", name: "After", kind: "unit-list", repeat: "append-only", page: "systemd.unit", since: 183 },
  ]);
});

test("a removed pair keeps the grammar of the newest tree that honours it, else of its last parser", () => {
  const legacy = [
    row("Service.CPUShares", "config_parse_warn_compat", "DISABLED_LEGACY"),
    row("Service.LimitX", "config_parse_warn_compat", "DISABLED_LEGACY"),
  ];
  const alive = [row("Service.LimitX", "config_parse_rlimit", "RLIMIT_CPU")];
  const pairs = [
    { ...pair("Service.CPUShares", "config_parse_cpu_shares", 183), removed: 258 },
    { ...pair("Service.LimitX", "config_parse_rlimit", 183), last: 257 },
  ];
  const trees = [legacy, alive].map(rows => ({ rows, manual: new Map() }));
  assert.deepEqual(directivesOf(trees, { pairs }, new Map()), [
    { section: "Service", name: "CPUShares", kind: "cpu-shares", repeat: "last-wins", since: 183, removed: 258 },
    { section: "Service", name: "LimitX", kind: "resource-limit-seconds", repeat: "last-wins", since: 183, until: 257 },
  ]);
});

test("an unmapped parser stops the generator by name, with its directives and the place to add it", () => {
  const rows = [
    row("Unit.After", "config_parse_unit_deps"),
    row("Service.Flavour", "config_parse_flavour"),
    row("Mount.Flavour", "config_parse_flavour"),
    row("Service.LimitNEW", "config_parse_rlimit", "RLIMIT_NEW"),
  ];
  assert.throws(() => directivesOfRows(rows), {
    message: [
      "no value grammar is mapped to these parsers:",
      "  config_parse_flavour: Service.Flavour, Mount.Flavour",
      "  config_parse_rlimit (RLIMIT_NEW): Service.LimitNEW",
      "add each to the table `parsers` in server/scripts/generate/kinds.ts",
    ].join("\n"),
  });
  assert.throws(() => directivesOfRows([row("Service.Odd", "constructor")]), /constructor: Service\.Odd/);
});

test("a manual page names the directives of its lists of directives, without those in comments and other lists", () => {
  const nested = "<variablelist><varlistentry><term><varname>Inner=</varname></term></varlistentry></variablelist>";
  const names = parseManualPage(`
    <!-- <variablelist class='unit-directives'><varlistentry><term><varname>Old=</varname></term></varlistentry></variablelist> -->
    ${page("<term><varname>Max=<replaceable>n</replaceable></varname>, <varname>High=</varname></term>", nested)}
    <variablelist class='environment-variables'><varlistentry><term><varname>PATH=</varname></term></varlistentry></variablelist>
    ${page("<term><varname>Plain=</varname></term>")}`);
  assert.deepEqual([...names], ["Max", "High", "Plain"]);
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

function pair(key: string, parser: string, first: number): PairHistory {
  const { section, name } = row(key, parser);
  return { section, name, first, parsers: { [first]: parser } };
}

function directivesOfRows(rows: readonly GperfRow[]) {
  const pairs = rows.map(({ section, name, parser }) => pair(`${section}.${name}`, parser, 262));
  return directivesOf([{ rows, manual: new Map() }], { pairs }, new Map());
}

function page(terms: string, text = ""): string {
  return `<variablelist class='unit-directives'><varlistentry>${terms}<listitem>${text}</listitem></varlistentry></variablelist>`;
}
