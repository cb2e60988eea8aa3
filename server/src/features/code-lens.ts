/** Code lenses: what is worth knowing of a whole unit, above its headers. */
import { exposureOf, exposureText } from "../exposure/exposure.ts";
import type { Span } from "../text/span.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../workspace/snapshot.ts";
import { type Starters, startersOf } from "./code-lens/starters.ts";

/** What a lens tells. */
export type LensTopic = "exposure" | "drop-ins" | "starters";

/** A place for a lens; what it says is worked out when it is shown. */
export interface CodeLens {
  readonly topic: LensTopic;
  /** The header that it stands above. */
  readonly span: Span;
}

/** What a lens says, and which document tells more. */
export interface LensText {
  readonly title: string;
  readonly document: "effective" | "exposure" | "graph";
}

/** The lenses of a file: of a fragment all, of a drop-in the exposure of its unit; none for drop-ins of a whole type. */
export function codeLenses(snapshot: Snapshot, uri: FileUri): readonly CodeLens[] {
  const file = snapshot.file(uri);
  if (file?.unit === undefined) return [];
  const { blocks, name } = file.unitFile;
  const headers = blocks.flatMap(({ header, section }) => (header === undefined ? [] : [{ header, section }]));
  const [first] = headers;
  const service = headers.find(({ section }) => section === "Service");
  const lenses: CodeLens[] = [];
  if (first !== undefined && name.role === "fragment") {
    if (file.unit.dropIns.length > 0) lenses.push({ topic: "drop-ins", span: first.header.content.span });
    lenses.push({ topic: "starters", span: first.header.content.span });
  }
  if (service !== undefined && isAssessed(file)) lenses.push({ topic: "exposure", span: service.header.content.span });
  return lenses;
}

/** What a lens of a file says; undefined where it has nothing to say any more. */
export function lensText(snapshot: Snapshot, uri: FileUri, topic: LensTopic): LensText | undefined {
  const file = snapshot.file(uri);
  return file?.unit === undefined ? undefined : texts[topic](file);
}

const texts: Readonly<Record<LensTopic, (file: WorkspaceFile) => LensText | undefined>> = {
  exposure: exposureLens,
  "drop-ins": dropInLens,
  starters: starterLens,
};

/** systemd assesses services, and only those that it would load. */
function isAssessed({ unit }: WorkspaceFile): boolean {
  return unit?.type === "service" && unit.load === "loaded";
}

function exposureLens(file: WorkspaceFile): LensText | undefined {
  const { unit, set } = file;
  if (unit === undefined || !isAssessed(file)) return undefined;
  const { tenths, level } = exposureOf(unit, { version: set.catalog.version, manager: set.manager });
  return { title: `Exposure ${exposureText(tenths)} ${level}`, document: "exposure" };
}

function dropInLens({ unit }: WorkspaceFile): LensText | undefined {
  const count = unit?.dropIns.length ?? 0;
  return count === 0 ? undefined : { title: count === 1 ? "1 drop-in" : `${count} drop-ins`, document: "effective" };
}

function starterLens(file: WorkspaceFile): LensText | undefined {
  return { title: starterTitle(startersOf(file)), document: "graph" };
}

function starterTitle({ now, enabled }: Starters): string {
  if (now.length > 0) return `Started by ${listed(now)}`;
  return enabled.length > 0 ? `Started by ${listed(enabled)} once enabled` : "Started by no unit";
}

const MOST = 3;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST).join(", ");
  return names.length > MOST ? `${shown} and ${names.length - MOST} more` : shown;
}
