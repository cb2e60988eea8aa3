/** What a service could do without, by its share in the exposure that `systemd-analyze security` computes. */
import { type Assessment, type Exposure, exposureOf, exposureText } from "../exposure/exposure.ts";
import { assessmentPlace } from "../exposure/place.ts";
import { type Hardening, joinedLine, type Suggested, suggestDropIn } from "../exposure/suggest.ts";
import { lineFix } from "../lint/line-fix.ts";
import { defineRule } from "../lint/rule.ts";

export const missingHardening = defineRule({
  id: "missing-hardening",
  category: "hardening",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  verify: false,
  summary: "A service may do more than it seems to need",
  why: `A service that says nothing may do whatever its account may do, and most services run as root. Each line that is missing is told with its share in the
exposure that systemd-analyze security computes, what to write, and when that would break the service. unitlint security --suggest makes a drop-in of those
that hardly ever do. The rule is off unless --hardening asks for it.`,
  examples: [
    {
      bad: confined("ProtectHome=read-only"),
      good: confined("ProtectHome=yes"),
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      if (unit.type !== "service" || unit.load !== "loaded") return;
      const options = { version: set.catalog.version, manager: set.manager, level: "strict" } as const;
      const { rows } = suggestDropIn(unit, set, options);
      if (rows.length === 0) return;
      const exposure = exposureOf(unit, options);
      for (const group of grouped(rows)) {
        const improved = improvedBy(group, exposure);
        const [worst] = improved;
        const place = worst && assessmentPlace(unit, worst.row);
        if (worst === undefined || place === undefined) continue;
        const lines = linesOf(group);
        report(place, {
          message: `${worst.description} (${costOf(improved, exposure)} of exposure ${exposureText(exposure.tenths)}); write ${lines[0]}`,
          effect: effectOf(group),
          risky: group.some(({ hardening, objection }) => hardening.level === "strict" || objection !== undefined),
          fixes: lineFix(unit, "Service", lines),
        });
      }
    },
  },
});

/** Rows that forbid words of one list are told together, apart from those to which the unit gives reason to object. */
function grouped(rows: readonly Suggested[]): readonly (readonly Suggested[])[] {
  const groups = new Map<string, Suggested[]>();
  for (const row of rows) {
    const [{ name, value }] = row.hardening.lines;
    const key = value.startsWith("~") ? `${name} ~ ${row.objection === undefined}` : `${name} ${value}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return [...groups.values()];
}

/** The heaviest first. */
function improvedBy(group: readonly Suggested[], { assessments }: Exposure): readonly Assessment[] {
  const fields = new Set(group.flatMap(({ hardening }) => hardening.improves));
  return assessments
    .filter(({ row, set }) => set === false && fields.has(row.field))
    .toSorted((a, b) => share(b) - share(a));
}

function share({ badness = 0, weight, range }: Assessment): number {
  return (badness * weight) / range;
}

/** What they cost together; little things cost something too. */
function costOf(improved: readonly Assessment[], { assessments }: Exposure): string {
  const weights = assessments.reduce((sum, { badness, weight }) => (badness === undefined ? sum : sum + weight), 0);
  const cost = improved.reduce((sum, assessment) => sum + share(assessment), 0);
  return exposureText(Math.ceil((cost * 100) / weights));
}

function linesOf(group: readonly Suggested[]): readonly string[] {
  const more = group.flatMap(({ hardening }) => hardening.lines.slice(1));
  return [...new Set([joinedLine(group), ...more].map(({ name, value }) => `${name}=${value}`))];
}

/** When the line would break something: what the unit itself tells, or what may be. */
function effectOf(group: readonly Suggested[]): string {
  const objection = group.find(row => row.objection !== undefined)?.objection;
  if (objection !== undefined) return `it may need this: ${objection}`;
  const reasons = group.map(({ hardening }: { hardening: Hardening }) => lowered(hardening.breaks));
  return `that would break it if ${[...new Set(reasons)].slice(0, 2).join("; or if ")}`;
}

function lowered(sentence: string): string {
  return /^[A-Z][a-z ]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

/** A service that is confined as far as can be advised, but for one line. */
function confined(line: string): string {
  return `[Service]
ExecStart=/usr/bin/app
DynamicUser=yes
PrivateDevices=yes
PrivateNetwork=yes
PrivateUsers=yes
ProtectClock=yes
ProtectControlGroups=yes
${line}
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
ProcSubset=pid
CapabilityBoundingSet=
IPAddressDeny=any
LockPersonality=yes
MemoryDenyWriteExecute=yes
RestrictAddressFamilies=none
RestrictNamespaces=yes
RestrictRealtime=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
UMask=0077
`;
}
