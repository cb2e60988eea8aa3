/** Texts of unit files, right and wrong. */
import type { Chance } from "./random.ts";

/** Names of files that the client opens, writes and removes in its folder; some are no unit files. */
export const fileNames: readonly string[] = [
  ...Array.from({ length: 24 }, (_, i) => `app-${i}.service`),
  "app-1.socket",
  "app-2.timer",
  "app-3.path",
  "data.mount",
  "group.target",
  "my.slice",
  "getty@.service",
  "app-1.service.d/10-limits.conf",
  "app-2.service.d/20-more.conf",
  "service.d/all.conf",
  "a b.service",
  "ünï.service",
  "%40odd.service",
  "README.md",
  ".unitlint.yaml",
  ".unitlint.json",
];

/** A whole text. */
export function randomText(chance: Chance): string {
  if (chance.is(0.02)) return "";
  if (chance.is(0.03)) return chance.pick(foreign);
  if (chance.is(0.005)) return `[Service]\n${"Environment=A=b\n".repeat(chance.below(6000))}`;
  const count = 1 + chance.below(12);
  const end = chance.is(0.05) ? "\r\n" : "\n";
  return Array.from({ length: count }, () => randomLine(chance)).join(end) + (chance.is(0.9) ? end : "");
}

/** What is no unit, whatever its file is called. */
const foreign: readonly string[] = [
  "[D-BUS Service]\nName=org.example.App\nExec=/usr/bin/app\n",
  "#!/bin/sh\nexec /usr/bin/app\n",
];

/** A line, or a piece of one. */
export function randomLine(chance: Chance): string {
  return chance.is(0.9) ? chance.pick(lines) : chance.pick(odd);
}

const lines: readonly string[] = [
  "[Unit]",
  "[Service]",
  "[Install]",
  "[Timer]",
  "[Socket]",
  "[Srevice]",
  "Description=Something",
  "After=app-1.service app-2.service",
  "Wants=app-3.service group.target",
  "Requires=app-4.service",
  "Before=app-5.service",
  "Conflicts=app-6.service",
  "BindsTo=data.mount",
  "ExecStart=/usr/bin/app --flag $VALUE \\",
  "ExecStart=/usr/bin/true",
  "ExecStart=relative/path",
  "ExecStart=",
  "Type=oneshot",
  "Type=onshot",
  "Restart=on-failure",
  "Restrat=no",
  "RestartSec=5min 20s",
  "RestartSec=5 parsecs",
  "User=nobody",
  "Environment=A=b 'C=d e'",
  "MemoryMax=1G",
  "PrivateTmp=yes",
  "PrivateTmp=maybe",
  "WantedBy=multi-user.target",
  "OnCalendar=Mon..Fri *-*-* 10:00",
  "OnCalendar=never",
  "ListenStream=8080",
  "# a comment",
  "# unitlint: ignore",
  "# unitlint-ignore-next-line unknown-directive",
  "; another",
  "",
];

const odd: readonly string[] = [
  "\ud800",
  "\udc00=\ud83d",
  "😀=€ä",
  "\u0000",
  "\u2028",
  "\r",
  "\\",
  "[",
  "]",
  "=",
  "[[[[[[[[[[",
  "__proto__=1",
  "[constructor]",
  "toString=x",
  '"',
  "%%%i%n%",
  "a".repeat(3000),
  "\ufeff[Unit]",
  "rules:",
  '{"rules": {"unknown-directive": "off"}}',
  "preset: all",
];
