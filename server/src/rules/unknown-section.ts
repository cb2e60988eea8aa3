/** Sections that systemd does not read in this type of unit. */
import { defineRule } from "../lint/rule.ts";
import type { UnitFile } from "../model/unit-file.ts";
import { nearest } from "../text/nearest.ts";

export const unknownSection = defineRule({
  id: "unknown-section",
  category: "correctness",
  severity: "error",
  systemd: "ignores",
  since: "0.1.0",
  summary: "A section that systemd does not know in this type of unit",
  why: `systemd reads [Unit], [Install] and the section of the unit's own type. It skips any other section whole, with one line in the
log, so every setting below a misspelt header is lost. Section names are case-sensitive. Sections that start with X- belong to
other programs and are left alone. Sections of Quadlet, such as [Container], belong in files that Podman reads, in /etc/containers/systemd; it makes
services of them.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\n[Instal]\nWantedBy=multi-user.target\n",
      good: "[Service]\nExecStart=/usr/bin/app\n[Install]\nWantedBy=multi-user.target\n",
    },
    {
      name: "app.socket",
      bad: "[Socket]\nListenStream=80\n[Service]\nUser=app\n",
      good: "[Socket]\nListenStream=80\n[X-Vendor]\nUser=app\n",
    },
  ],
  visit: {
    section({ role, header, fault, section }, file, report) {
      if (role !== "unknown" || header === undefined || fault !== undefined) return;
      const { hint, name } = suggestion(section, file);
      const edits = name === undefined ? [] : [{ file: file.source, edits: [{ span: header.name.span, text: name }] }];
      report(header, header.content.span, {
        message: `Unknown section [${section}]${hint}`,
        effect: "systemd ignores the whole section",
        fixes: name === undefined ? [] : [{ title: `Rename to [${name}]`, safety: "unsafe", edits }],
      });
    },
  },
});

/** Podman's, whose names mean nothing else in units. */
const quadlets: ReadonlySet<string> = new Set(["Container", "Pod", "Kube", "Volume", "Build"]);

function suggestion(section: string, { catalog, name }: UnitFile): { hint: string; name?: string } {
  const known = catalog.sectionsOf(name.type);
  const owners = catalog.unitTypesWith(section);
  if (owners.length > 0) {
    return { hint: ` in a .${name.type} unit; it belongs in ${owners.map(type => `.${type}`).join(" or ")} units` };
  }
  if (quadlets.has(section))
    return {
      hint: `; it belongs in a .${section.toLowerCase()} file below /etc/containers/systemd, of which Podman makes a service`,
    };
  const close = nearest(section.trim(), known);
  return close === undefined
    ? { hint: `; a .${name.type} unit has ${known.map(known => `[${known}]`).join(", ")}` }
    : { hint: `${caseHint(section, close)} [${close}]?`, name: close };
}

function caseHint(written: string, meant: string): string {
  const differsInCase = written !== meant && written.toLowerCase() === meant.toLowerCase();
  return differsInCase ? "; names are case-sensitive: did you mean" : "; did you mean";
}
