/** Timers, paths and sockets start the service of their own name; when one of the two is renamed, a line has to say what the names said. */
import type { FileEdit } from "../../lint/finding.ts";
import { judgedName } from "../../lint/world.ts";
import { acceptsConnections } from "../../model/socket.ts";
import { triggerOf } from "../../model/trigger.ts";
import { lineEndOf } from "../../text/line-ends.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { readUnitName } from "../../values/unit-name.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";
import type { NameChange } from "./new-name.ts";
import { filesOfSymbol, homeIn, type UnitSymbol } from "./symbol.ts";

/** The lines that a new name makes necessary. */
export function impliedLines(snapshot: Snapshot, symbol: UnitSymbol, { from, to }: NameChange): FileEdit[] {
  const stem = from.slice(0, from.lastIndexOf("."));
  const service = `${stem}.service`;
  if (from === service) return starters.flatMap(type => tellService(snapshot, symbol, type, stem, to) ?? []);
  const type = starters.find(type => from.endsWith(`.${type}`));
  return (type && tellService(snapshot, symbol, type, stem, service)) ?? [];
}

/** The socket that starts instances of a service by its own name, which no line can change; undefined where none does. */
export function acceptingSocket({ set }: UnitSymbol, template: string): string | undefined {
  const socket = template.replace(/@\.service$/, ".socket");
  if (socket === template || homeIn(set, socket) === undefined) return undefined;
  return acceptsConnections(set.unit(socket).settings) ? socket : undefined;
}

const starters = ["timer", "path", "socket"] as const;

const sections = { timer: "Timer", path: "Path", socket: "Socket" } as const;

/** Makes a unit say which service it starts, if it starts the one of its own name without a line. */
function tellService(
  snapshot: Snapshot,
  { set }: UnitSymbol,
  type: keyof typeof sections,
  stem: string,
  wanted: string,
): FileEdit[] | undefined {
  const starter = `${stem}.${type}`;
  if (homeIn(set, starter) === undefined || homeIn(set, `${stem}.service`) === undefined) return undefined;
  const file = filesOfSymbol(snapshot, { set, main: starter }).find(({ name }) => name.role === "fragment");
  const unit = set.unit(judgedName(starter, set));
  if (
    file === undefined ||
    triggerOf(unit).at !== undefined ||
    (type === "socket" && acceptsConnections(unit.settings))
  )
    return undefined;
  const edit = lineIn(file, sections[type], `${type === "socket" ? "Service" : "Unit"}=${instanceOf(wanted)}`);
  return edit && [{ file: file.source, edits: [edit] }];
}

/** What a template names for its own instance. */
function instanceOf(name: string): string {
  return readUnitName(name)?.instance === "" ? name.replace("@.", "@%i.") : name;
}

/** A line at the end of a section. */
function lineIn({ unitFile, source }: WorkspaceFile, section: string, text: string): TextEdit | undefined {
  const block = unitFile.blocks.findLast(block => block.section === section && block.role === "known");
  const line = block?.lines.findLast(({ kind }) => kind === "entry") ?? block?.header;
  if (line === undefined || line.unfinished) return undefined;
  const { end } = line.span;
  const lineEnd = lineEndOf(source);
  const isOpen = !/[\r\n\0]$/.test(source.text.slice(line.span.start, end));
  return { span: { start: end, end }, text: isOpen ? `${lineEnd}${text}` : `${text}${lineEnd}` };
}
