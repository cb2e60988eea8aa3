/** Specifiers that stand for root where another user runs the service. */
import type { Command } from "../values/command.ts";
import { derive } from "./derived.ts";
import type { Place } from "./place.ts";
import { isUnprivileged } from "./privileges.ts";
import { flagOf } from "./reading.ts";
import type { PlacedAssignment, Settings } from "./setting.ts";
import type { Unit } from "./unit.ts";
import type { UnitSet } from "./unit-set.ts";

/** One of them: the first one of its line. */
export interface RootSpecifier {
  readonly at: PlacedAssignment;
  readonly written: string;
  readonly place: Place;
  /** The kind of the part that it stands in. */
  readonly within: string | undefined;
}

/** All lines of a service whose user may well be meant; not those that root's own processes read or run. Worked out once. */
export function rootSpecifiers(unit: Unit, set: UnitSet): readonly RootSpecifier[] {
  return derive(unit, "root-specifiers", () => findSpecifiers(unit, set));
}

function findSpecifiers({ type, settings }: Unit, { manager, catalog }: UnitSet): readonly RootSpecifier[] {
  if (type !== "service" || manager === "user") return [];
  if (!isUnprivileged({ settings, manager, version: catalog.version })) return [];
  const lines = settings.all.flatMap(({ section, effective }) => (section === "Service" ? effective : []));
  return lines.flatMap(at => {
    const isMeant = at.entry.value.text.includes("%") && !forRoot.has(at.directive.name) && !isRunByRoot(at, settings);
    return isMeant ? (firstIn(at) ?? []) : [];
  });
}

/** What systemd itself reads, opens or hides before the user changes. systemd: exec_invoke(), src/core/exec-invoke.c */
const forRoot: ReadonlySet<string> = new Set([
  "EnvironmentFile",
  "ImportCredential",
  "LoadCredential",
  "LoadCredentialEncrypted",
  "SetCredential",
  "SetCredentialEncrypted",
  "InaccessiblePaths",
  "NoExecPaths",
  "ReadOnlyPaths",
  "StandardError",
  "StandardInput",
  "StandardOutput",
]);

function isRunByRoot({ parsed, directive }: PlacedAssignment, settings: Settings): boolean {
  if (directive.kind !== "command-line" || !Array.isArray(parsed?.value)) return false;
  if (directive.name !== "ExecStart" && flagOf(settings, "Service", "PermissionsStartOnly", false)) return true;
  const raising = ["full-privileges", "keep-user", "ambient"] as const;
  return parsed.value.some(({ flags }: Command) => raising.some(flag => flags.includes(flag)));
}

function firstIn(at: PlacedAssignment): RootSpecifier | undefined {
  const { entry, parsed, file } = at;
  const parts = parsed?.parts ?? [];
  for (const { kind, span } of parts) {
    const written = kind === "specifier" ? entry.value.text.slice(span.start, span.end) : "";
    if (!/^%[hsuUgG]$/.test(written)) continue;
    const around = parts.find(part => part.kind !== kind && part.span.start <= span.start && part.span.end >= span.end);
    return { at, written, place: { file, line: entry, span: entry.value.toSource(span) }, within: around?.kind };
  }
  return undefined;
}
