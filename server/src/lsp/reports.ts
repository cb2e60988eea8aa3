/** Commands whose answer is data, for the pages that an editor's extension shows. */
import { ErrorCodes, ResponseError } from "vscode-languageserver";
import { dependencyPicture } from "../features/dependency-picture.ts";
import { exposureChange, exposureReport } from "../features/exposure-report.ts";
import { targetChoices } from "../features/target-choices.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Command } from "./commands.ts";
import type { Session } from "./session.ts";
import { editOf } from "./workspace-edit.ts";

/** The first argument of most is the URI of a unit file; what is sent that makes no sense is refused. */
export const reportCommands: Readonly<Record<string, Command>> = {
  "unitlint.graphData": (session, [uri, options]) => graphData(session, fileOf(uri), options),
  "unitlint.exposureData": (session, [uri]) => {
    const report = exposureReport(session.snapshot(), fileOf(uri));
    if (report === undefined) throw noUnit();
    return typeof report === "string" ? { problem: report } : report;
  },
  "unitlint.exposureEdit": (session, [uri, names, place]) => exposureEdit(session, fileOf(uri), names, place),
  "unitlint.targets": session => targetChoices(session.snapshot()),
};

/** The picture with its drawing: `svg` is null where nothing can draw here, or where it would be too large, as `tooLarge` tells. */
async function graphData(session: Session, uri: FileUri, options: unknown) {
  const { scope, about } = Object(options) as { readonly scope?: unknown; readonly about?: unknown };
  const picture = dependencyPicture(session.snapshot(), uri, {
    scope: scope === "all" ? "all" : "unit",
    about: typeof about === "string" ? about : undefined,
  });
  if (picture === undefined) throw noUnit();
  const { dot, ...data } = picture;
  const svg = dot === undefined ? undefined : await session.environment.drawSvg(dot);
  return { ...data, tooLarge: dot === undefined, svg: svg ?? null };
}

/** The edit, and the scores without and with it; null where nothing is to be written. */
function exposureEdit(session: Session, uri: FileUri, names: unknown, place: unknown) {
  const chosen = names === "all-safe" ? names : listOf(names);
  const snapshot = session.snapshot();
  const found = exposureChange(snapshot, uri, chosen, place === "file" ? "file" : "drop-in");
  return found === undefined
    ? null
    : { edit: editOf(session, snapshot, found.change), before: found.before, after: found.after };
}

function listOf(names: unknown): readonly string[] {
  if (Array.isArray(names) && names.every(name => typeof name === "string")) return names;
  throw new ResponseError(ErrorCodes.InvalidParams, 'the second argument must be a list of advice, or "all-safe"');
}

function fileOf(uri: unknown): FileUri {
  if (typeof uri !== "string") throw noUnit();
  return uri;
}

function noUnit(): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, "the argument must be the URI of a unit file or drop-in");
}
