/**
 * Labels of security modules; a leading - means that failures do not matter. systemd checks nothing but specifiers, and these are fatal without the -.
 * systemd: config_parse_exec_{selinux_context,apparmor_profile,smack_process_label}(), src/core/load-fragment.c
 */
import { readExpanded } from "../expanded-text.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind } from "../kind.ts";

export const securityLabels: readonly ValueKind[] = [
  { id: "selinux-context", describe: "an SELinux context, maybe with a leading -", parse: parseLabel, fatal: true },
  { id: "apparmor-profile", describe: "an AppArmor profile, maybe with a leading -", parse: parseLabel, fatal: true },
  { id: "smack-label", describe: "a SMACK label, maybe with a leading -", parse: parseLabel, fatal: true },
];

function parseLabel(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const ignore = text.startsWith("-");
  const { parts, ...parsed } = readExpanded(text, at, () => undefined, {
    consequence: ignore ? "drops-line" : "fatal",
  });
  if (!ignore) return { ...parsed, parts };
  const label = { kind: "string", span: { start: 1, end: text.length } } as const;
  const specifiers = parts.filter(({ kind }) => kind === "specifier");
  return { ...parsed, parts: [{ kind: "prefix", span: { start: 0, end: 1 } }, label, ...specifiers] };
}
