/** Making files: a unit that is named and not there, a drop-in. */
import type { Finding } from "../../lint/finding.ts";
import { namedUnits } from "../../model/named-unit.ts";
import { acceptsConnections } from "../../model/socket.ts";
import { triggerOf } from "../../model/trigger.ts";
import type { Unit } from "../../model/unit.ts";
import { isMissing } from "../../model/unit-lookup.ts";
import { lineEndOf } from "../../text/line-ends.ts";
import { readUnitName, withInstance } from "../../values/unit-name.ts";
import { folderOf, joinPath } from "../../workspace/path.ts";
import { type ActionKind, type CodeAction, type CreatedFile, creating } from "./action.ts";
import { type ActionRequest, findingsOf, partAt } from "./request.ts";
import { unitText } from "./unit-text.ts";

/** For the unit that is named at the start of the stretch, that a timer, socket or path lacks, or whose header stands there. */
export function creationActions(request: ActionRequest): readonly CodeAction[] {
  const folder = unitFolder(request);
  if (folder === undefined) return [];
  const named = namedAt(request);
  if (named !== undefined) return [...unitAction(request, folder, named), ...dropInAction(request, folder, named)];
  const lacking = findingsOf(request, ["timer-without-service", "socket-without-service", "path-without-unit"])[0];
  const { unit, name } = request.file;
  if (lacking !== undefined && unit !== undefined) return unitAction(request, folder, startedBy(unit), lacking);
  if (request.line?.kind !== "header" || name.role !== "fragment") return [];
  return dropInAction(request, folder, name.unit, request.block?.section);
}

/** The folder that holds the unit, or that the folder of the drop-in lies in; undefined where the text lies in none. */
function unitFolder({ file: { source, name } }: ActionRequest): string | undefined {
  if (!/^(?:\/|[A-Za-z]:\/)/.test(source.path)) return undefined;
  const folder = folderOf(source.path);
  return name.role === "fragment" ? folder : folderOf(folder);
}

/** What a timer, socket or path starts; with Accept=yes an instance of a template for each connection. */
function startedBy(unit: Unit): string {
  const accepts = unit.type === "socket" && acceptsConnections(unit.settings);
  return accepts ? `${unit.prefix}@internal.service` : triggerOf(unit).name;
}

/** With specifiers resolved, as far as the unit is known. */
function namedAt(request: ActionRequest): string | undefined {
  const written = partAt(request, "unit-name")?.written;
  const { file, assignment } = request;
  if (written === undefined || assignment?.directive === undefined) return undefined;
  const { section, name } = assignment.directive;
  const resolved = file.unit && namedUnits(file.unit, section, name).find(named => named.written === written)?.name;
  return resolved ?? (written.includes("%") ? undefined : written);
}

function unitAction(request: ActionRequest, folder: string, name: string, lacking?: Finding): CodeAction[] {
  const { set } = request.file;
  const parts = readUnitName(name);
  if (parts === undefined || !isMissing(name, set)) return [];
  const fileName = parts.instance === undefined ? name : withInstance(parts, "");
  const text = unitText(parts, lineEndOf(request.file.source));
  const finding = lacking ?? findingsOf(request, ["unknown-unit", "install-target-unknown"])[0];
  return made(request, `Create ${fileName}`, { path: joinPath(folder, fileName), text }, finding);
}

function dropInAction(request: ActionRequest, own: string, name: string, section?: string): CodeAction[] {
  const { file, snapshot } = request;
  const parts = readUnitName(name);
  const unit = file.set.unit(name);
  if (parts === undefined || unit.load !== "loaded" || unit.fragment === undefined) return [];
  const { source } = unit.fragment;
  const folder = snapshot.uriOf(source) === undefined ? own : folderOf(source.path);
  const free = freeName(request, `${joinPath(folder, name)}.d`);
  const sections = file.unitFile.catalog.sectionsOf(parts.type);
  const title = `Create a drop-in for ${name}`;
  const text = `[${section ?? sections.find(other => other !== "Unit") ?? "Unit"}]${lineEndOf(file.source)}`;
  return free === undefined ? [] : made(request, title, { path: free, text });
}

/** As `systemctl edit` names it, or with a number. */
function freeName({ snapshot }: ActionRequest, folder: string): string | undefined {
  const names = ["override.conf", ...[2, 3, 4, 5, 6, 7, 8, 9].map(number => `override-${number}.conf`)];
  return names.map(name => joinPath(folder, name)).find(path => snapshot.host.kind(path) === "missing");
}

function made({ snapshot }: ActionRequest, title: string, file: CreatedFile, finding?: Finding): CodeAction[] {
  if (snapshot.host.kind(file.path) !== "missing") return [];
  const kind: ActionKind = finding === undefined ? "refactor" : "quickfix";
  return [creating(kind, title, file, finding && { finding })];
}
