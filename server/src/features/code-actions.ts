/** Code actions: the fixes of findings, and changes that are often wanted where the cursor stands. */
import type { Span } from "../text/span.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { ActionKind, CodeAction } from "./code-actions/action.ts";
import { creationActions } from "./code-actions/creation.ts";
import { dependencyActions } from "./code-actions/dependencies.ts";
import { environmentActions } from "./code-actions/environment.ts";
import { fixAllActions } from "./code-actions/fix-all.ts";
import { fixActions } from "./code-actions/fixes.ts";
import { hardeningActions } from "./code-actions/hardening.ts";
import { moveActions } from "./code-actions/moves.ts";
import { type ActionRequest, requestAt } from "./code-actions/request.ts";
import { shellActions } from "./code-actions/shell.ts";
import { suppressionActions } from "./code-actions/suppression.ts";

export { actionKinds, type Change, type CodeAction } from "./code-actions/action.ts";

/**
 * What can be done about a stretch of a file, the fixes of its findings first; only actions of the kinds that are asked for, where any are
 * (`refactor` asks for `refactor.rewrite`, too). What an action changes is worked out when its `change` is called.
 */
export function codeActions(
  snapshot: Snapshot,
  uri: FileUri,
  span: Span,
  only?: readonly string[],
): readonly CodeAction[] {
  const request = requestAt(snapshot, uri, span);
  if (request === undefined) return [];
  const isAsked = (kind: ActionKind) =>
    only === undefined || only.some(asked => asked === "" || `${kind}.`.startsWith(`${asked}.`));
  const found = makers.filter(({ kinds }) => kinds.some(isAsked)).flatMap(({ make }) => make(request));
  return withoutEchoes(found.filter(({ kind }) => isAsked(kind)));
}

interface Maker {
  readonly kinds: readonly ActionKind[];
  readonly make: (request: ActionRequest) => readonly CodeAction[];
}

const makers: readonly Maker[] = [
  { kinds: ["quickfix"], make: fixActions },
  { kinds: ["quickfix"], make: moveActions },
  { kinds: ["quickfix", "refactor.rewrite"], make: shellActions },
  { kinds: ["quickfix", "refactor"], make: creationActions },
  { kinds: ["quickfix"], make: suppressionActions },
  { kinds: ["refactor"], make: dependencyActions },
  { kinds: ["refactor.rewrite"], make: environmentActions },
  { kinds: ["refactor"], make: hardeningActions },
  { kinds: ["source.fixAll.unitlint"], make: fixAllActions },
];

/** What a fix does already is not offered again. */
function withoutEchoes(actions: readonly CodeAction[]): CodeAction[] {
  const isEcho = (action: CodeAction, at: number) =>
    action.finding === undefined && actions.slice(0, at).some(({ title }) => title === action.title);
  return actions.filter((action, at) => !isEcho(action, at));
}
