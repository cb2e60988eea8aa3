/** Secrets that stand in a unit, where every user may read them. */
import type { SystemdVersion } from "../catalog/directive.ts";
import { defineRule, type PlaceReport } from "../lint/rule.ts";
import { keyPlace } from "../model/place.ts";
import type { PlacedAssignment, Settings } from "../model/setting.ts";
import type { Span } from "../text/span.ts";
import { isSecretName, isSecretText, openAddress } from "../values/secret.ts";

export const secretInEnvironment = defineRule({
  id: "secret-in-environment",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A password, token or key that is written into the unit",
  why: `Unit files are for everybody to read, and whatever the file's mode, systemctl show hands Environment=, SetCredential= and the commands to any
user. Arguments are seen in the list of processes besides. Whoever may log in thus knows the secret, and so does every backup and repository
that holds the file. Keep the secret in a file that only root may read: LoadCredential= (since 247) shows it to the service alone, as a file in
$CREDENTIALS_DIRECTORY; EnvironmentFile= reads variables from such a file. LoadCredentialEncrypted= and SetCredentialEncrypted= (since 250) keep it
encrypted. A secret that has stood in a unit should be replaced.`,
  examples: [
    {
      bad: "[Service]\nEnvironment=DB_PASSWORD=correct-horse\nExecStart=/usr/bin/app\n",
      good: "[Service]\nLoadCredential=db-password:/etc/app/db-password\nEnvironment=DB_PASSWORD_FILE=%d/db-password\nExecStart=/usr/bin/app\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app --token=correct-horse\n",
      good: "[Service]\nEnvironmentFile=/etc/app/secrets.env\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: {
    unit({ type, settings }, { set: { manager, catalog } }, report) {
      if (type !== "service") return;
      const advice = adviceFor(catalog.version);
      if (manager === "system") {
        tellVariables(settings, advice, report);
        tellCredentials(settings, report);
      }
      for (const { effective } of settings.all)
        for (const at of effective) if (at.directive.kind === "command-line") tellArguments(at, advice, report);
    },
  },
});

function adviceFor(version: SystemdVersion): string {
  const file = "a file of mode 0600 with EnvironmentFile=";
  return version >= 247 ? `load it with LoadCredential=, or from ${file}` : `read it from ${file}`;
}

/** Of a variable that is set twice the last value counts. */
function tellVariables(settings: Settings, advice: string, report: PlaceReport): void {
  const last = new Map<string, { at: PlacedAssignment; name: Span; value: string }>();
  for (const at of settings.of("Service", "Environment")?.effective ?? []) {
    const parts = at.parsed?.parts ?? [];
    for (const [index, { kind, span }] of parts.entries()) {
      const next = parts[index + 1];
      const value = next?.kind === "string" ? textAt(at, next.span) : "";
      if (kind === "variable-name") last.set(textAt(at, span), { at, name: span, value });
    }
  }
  for (const [name, { at, name: span, value }] of last) {
    const held = heldBy(name, value);
    if (held === undefined) continue;
    tell(at, span, `${name} holds ${held}, which every user may read by systemctl show; ${advice}`, report);
  }
}

function heldBy(name: string, value: string): string | undefined {
  if (isSecretName(name) && isSecretText(value)) return "a secret";
  return openAddress(value) === undefined ? undefined : "an address with a password";
}

/** Options with secrets, and addresses that tell one. */
function tellArguments(at: PlacedAssignment, advice: string, report: PlaceReport): void {
  const words = (at.parsed?.parts ?? []).filter(({ kind }) => kind === "argument");
  for (const [index, { span }] of words.entries()) {
    const text = textAt(at, span);
    const next = words[index + 1];
    const option = optionIn(text) ?? (next && optionBefore(text, textAt(at, next.span)));
    const found = option ?? openAddress(text);
    if (found === undefined) continue;
    const shown = text.slice(found.start, found.end);
    const what = option === undefined ? "This address holds a password" : `The argument of ${shown} is a secret`;
    const place = { start: span.start + found.start, end: span.start + found.end };
    tell(at, place, `${what}, which every user may read in the list of processes; ${advice}`, report);
  }
}

/** `--password=text`, also within a line of shell. */
function optionIn(text: string): Span | undefined {
  for (const { 1: option = "", 2: value = "", index } of text.matchAll(options)) {
    const secret = value.replaceAll(/["']/g, "");
    if (isSecretName(option) && isSecretText(secret)) return { start: index, end: index + option.length };
  }
  return undefined;
}

const options = /(?<![\w-])(--?[A-Za-z][\w.-]*)=("[^"]*"|'[^']*'|[^\s"']+)/g;

/** `--password text`; of other options nobody knows whether they take an argument. */
function optionBefore(text: string, next: string): Span | undefined {
  if (!/^--(?:api-?key|passphrase|passwd|password|secret|token)$/.test(text)) return undefined;
  return isSecretText(next.replaceAll(/["']/g, "")) ? { start: 0, end: text.length } : undefined;
}

/** systemd's manual itself wants SetCredential= for what is no secret; one that only fills in for a loaded one is none. */
function tellCredentials(settings: Settings, report: PlaceReport): void {
  const loaded = new Set(settings.of("Service", "LoadCredential")?.effective.map(nameOf));
  for (const at of settings.of("Service", "SetCredential")?.effective ?? []) {
    const name = nameOf(at);
    const text = at.entry.value.text;
    if (name === undefined || loaded.has(name) || !isSecretName(name)) continue;
    if (!isSecretText(text.slice(text.indexOf(":") + 1))) continue;
    const message = `SetCredential= shows ${name} to every user by systemctl show; LoadCredential= reads it from a file`;
    report(keyPlace(at), { message, severity: "info", effect });
  }
}

function nameOf({ parsed }: PlacedAssignment): string | undefined {
  const value = parsed?.value;
  return typeof value === "object" && value !== null && "name" in value ? String(value.name) : undefined;
}

function textAt({ entry }: PlacedAssignment, { start, end }: Span): string {
  return entry.value.text.slice(start, end);
}

function tell(at: PlacedAssignment, span: Span, message: string, report: PlaceReport): void {
  const { file, entry } = at;
  report({ file, line: entry, span: entry.value.toSource(span) }, { message, effect });
}

const effect = "systemd shows it to whoever asks";
