/** Folders below /run that bear the name of a service, and what makes them. */

import { namedUnits } from "../named-unit.ts";
import { namedCommands } from "../needed-files.ts";
import { textOf, valuesOf } from "../reading.ts";
import type { Unit } from "../unit.ts";
import type { UnitSet } from "../unit-set.ts";
import { isBelow, presentPath } from "./mount.ts";

/** The folder as RuntimeDirectory= names it, where a path below /run is the service's own by its name or its program, and, unless told otherwise, its user. */
export function ownRunFolder(unit: Unit, path: string, byUser = true): string | undefined {
  const present = presentPath(path);
  const folder = /^\/run\/([^/]+)/.exec(present)?.[1];
  const own = ownNames(unit);
  if (byUser) own.add(textOf(unit.settings, "Service", "User") ?? "");
  return folder !== undefined && own.has(folder) ? present.slice("/run/".length) : undefined;
}

function ownNames({ prefix, settings }: Unit): Set<string> {
  const programs = namedCommands(settings, "Service")
    .filter(({ at }) => at.entry.key.text === "ExecStart")
    .map(({ command: { path } }) => path.slice(path.lastIndexOf("/") + 1));
  return new Set([prefix, ...programs]);
}

/** Whether the unit, its socket or a unit that it pulls in or comes after makes the folder, or something on the same way. */
export function isMadeByUnits(folder: string, unit: Unit, set: UnitSet): boolean {
  const socket = set.unit(unit.id.replace(/\.service$/, ".socket"));
  return makes(unit, folder) || makes(socket, folder) || partners(unit, set).some(partner => makes(partner, folder));
}

function partners(unit: Unit, set: UnitSet): readonly Unit[] {
  const kinds = ["Requires", "Wants", "BindsTo", "Requisite", "PartOf", "After", "Sockets"];
  const names = kinds.flatMap(kind => namedUnits(unit, kind === "Sockets" ? "Service" : "Unit", kind));
  return names.filter(({ name }) => /\.(?:service|socket)$/.test(name)).map(({ name }) => set.unit(name));
}

/** RuntimeDirectory= does, and a socket makes the folder that it lies in; other units may make what they please. */
function makes({ settings, type }: Unit, folder: string): boolean {
  const section = type === "socket" ? "Socket" : "Service";
  const sockets = listening.flatMap(name => valuesOf(settings, section, name));
  const folders = valuesOf(settings, section, "RuntimeDirectory").map(({ value }) => `/run/${value.split(":")[0]}`);
  const made = [...sockets.map(({ value }) => value), ...folders];
  const path = `/run/${folder}`;
  return made.map(presentPath).some(other => other === path || isBelow(other, path) || isBelow(path, other));
}

const listening = ["ListenStream", "ListenDatagram", "ListenSequentialPacket", "ListenFIFO"];
