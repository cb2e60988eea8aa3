/** Users and groups that the root does not know. */
import { defineRule, type PlaceReport } from "../lint/rule.ts";
import { type Place, valuePlace } from "../model/place.ts";
import { flagOf, type PlacedValue, valuesOf } from "../model/reading.ts";
import { type RootAccounts, rootAccounts } from "../model/root-accounts.ts";
import { missingSeverity, rootAround } from "../model/root-conditions.ts";
import { nearest } from "../text/nearest.ts";

export const userUnknown = defineRule({
  id: "user-unknown",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A user or group that the root does not know",
  why: `Told only with --root, of units that lie in the root; of those of packages, as an info. A service whose User= is not known fails with status 217/USER, one whose Group= or
SupplementaryGroups= is not, with 216/GROUP; a socket fails on SocketUser= and SocketGroup=. Accounts are looked up in passwd and group, in records of
userdb, and in sysusers.d, which makes them at boot. Either the name is misspelt (www-data and http, nogroup and nobody differ by distribution), or
nothing makes the account: a file in /usr/lib/sysusers.d with a line such as "u app -" does, and DynamicUser=yes needs none. Nothing is said where
nsswitch.conf names a directory service, nor of user units. Ignore it where a package makes the account when it is installed.`,
  examples: [
    {
      bad: "[Service]\nUser=www-date\nExecStart=/usr/bin/app\n",
      good: "[Service]\nUser=www-data\nExecStart=/usr/bin/app\n",
      beside: { ...whole(), "/etc/passwd": "root:x:0:0::/root:/bin/sh\nwww-data:x:33:33::/var/www:/bin/sh\n" },
    },
    {
      bad: "[Service]\nUser=app\nSupplementaryGroups=video dialout\nExecStart=/usr/bin/app\n",
      good: "[Service]\nUser=app\nSupplementaryGroups=video\nExecStart=/usr/bin/app\n",
      beside: {
        ...whole(),
        "/etc/passwd": "root:x:0:0::/root:/bin/sh\n",
        "/usr/lib/sysusers.d/app.conf": "u app - \ng video -\n",
      },
    },
  ],
  visit: {
    unit(unit, { set, rootFiles: files }, report) {
      const rootFiles = set.manager === "system" ? rootAround(unit, set, files) : undefined;
      if (rootFiles === undefined) return;
      const section = unit.type.charAt(0).toUpperCase() + unit.type.slice(1);
      const severity = missingSeverity(unit);
      const isDynamic = flagOf(unit.settings, section, "DynamicUser", false);
      for (const row of rows) {
        if (row.names.every(name => unit.settings.of(section, name) === undefined)) continue;
        const known = rootAccounts(rootFiles);
        if (known === undefined) return;
        const names = isDynamic ? row.names.filter(name => name !== "User" && name !== "Group") : row.names;
        for (const name of names)
          for (const value of valuesOf(unit.settings, section, name))
            judge(value, row, known, (place, problem) => report(place, { ...problem, severity }));
      }
    },
  },
});

function whole(): Readonly<Record<string, string>> {
  return { "/usr/bin/sh": "#!", "/usr/bin/app": "#!" };
}

interface Row {
  readonly names: readonly string[];
  readonly kind: "user" | "group";
  readonly status: string;
}

const rows: readonly Row[] = [
  { names: ["User", "SocketUser"], kind: "user", status: "217/USER" },
  { names: ["Group", "SocketGroup", "SupplementaryGroups"], kind: "group", status: "216/GROUP" },
];

function judge({ value, at }: PlacedValue, { kind, status }: Row, known: RootAccounts, report: PlaceReport): void {
  const names = kind === "user" ? known.users : known.groups;
  const words = at.entry.value.text.split(/\s+/);
  if (names.has(value) || /^\d+$/.test(value) || !words.includes(value) || value.includes("%")) return;
  const meant = nearest(value, [...names]);
  report(wordIn({ value, at }), {
    message: `The root knows no ${kind} ${value}${meant === undefined ? "; a line in sysusers.d makes one" : `; did you mean ${meant}?`}`,
    effect: `systemd says nothing of it until the unit starts, which then fails with status ${status}`,
  });
}

function wordIn({ value, at }: PlacedValue): Place {
  const { text } = at.entry.value;
  const start = text.search(new RegExp(`(?<!\\S)${value.replaceAll(/[^\w]/g, "\\$&")}(?!\\S)`));
  if (start < 0) return valuePlace(at);
  return { file: at.file, line: at.entry, span: at.entry.value.toSource({ start, end: start + value.length }) };
}
