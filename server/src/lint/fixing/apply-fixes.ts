/** Applies the fixes of findings until none is left that does no harm. */

import type { SourceFile } from "../../text/source-file.ts";
import { editDraft, editsOf, newDraft, originOf, type TextDraft } from "../../text/text-draft.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import type { Finding, Fix } from "../finding.ts";
import { fingerprints } from "../fingerprint.ts";
import { type Candidate, isSafe, keptApart } from "./candidates.ts";
import type { Judged } from "./judged.ts";
import { type TrialResult, tryTogether } from "./trial.ts";

/** What to apply. */
export interface FixOptions {
  /** Also what wants a look. */
  readonly unsafe: boolean;
  /** For how many targets a file is judged. */
  readonly targetCount: (file: SourceFile) => number;
  /** The findings that are told; others stay as they are. */
  readonly told?: (findings: readonly Finding[]) => readonly Finding[];
  /** Why a file may not be edited, as the end of a sentence that begins with `it would`. */
  readonly forbids?: (file: SourceFile) => string | undefined;
}

/** What was done. */
export interface FixOutcome {
  /** By the text from before; those that did not change are left out. */
  readonly files: readonly FixedFile[];
  readonly fixed: readonly FixedFinding[];
  readonly refused: readonly RefusedFix[];
  readonly judged: Judged;
}

/** A file that changes. */
export interface FixedFile {
  readonly before: SourceFile;
  readonly after: SourceFile;
  readonly edits: readonly TextEdit[];
}

/** A finding that is gone. */
export interface FixedFinding {
  readonly finding: Finding;
  readonly fix: Fix;
  /** The line of the file from before, from 1. */
  readonly line: number;
}

/** A fix that would do harm, with the finding as it stands now. */
export interface RefusedFix {
  readonly finding: Finding;
  readonly fix: Fix;
  /** The end of a sentence that begins with `it would`. */
  readonly harm: string;
}

/**
 * Round after round, the fixes that keep apart. One that would change what systemd reads besides what it mends, or lead to another finding,
 * is not applied; it is tried again once others were, in the end. Each round leaves fewer findings or fewer fixes to try, so that the end comes.
 */
export function applyFixes(start: Judged, options: FixOptions): FixOutcome {
  const state: State = { judged: start, drafts: new Map(), fixed: [], harms: new Map() };
  for (let before = -1; before < state.fixed.length; ) {
    before = state.fixed.length;
    state.harms.clear();
    for (let batch = nextBatch(state, options); batch.length > 0; batch = nextBatch(state, options))
      take(state, tryTogether(state.judged, batch));
  }
  const { judged, drafts, fixed } = state;
  const files = [...drafts.values()].map(({ before, after, draft }) => ({
    before,
    after,
    edits: editsOf(draft, before.text.length),
  }));
  const changed = files.filter(({ before, after }) => before.text !== after.text);
  return { files: changed, fixed, refused: refusedIn(state, options), judged };
}

interface State {
  judged: Judged;
  /** By the path of the file. */
  readonly drafts: Map<string, { readonly before: SourceFile; after: SourceFile; draft: TextDraft }>;
  readonly fixed: FixedFinding[];
  /** What fixes would do, by their keys. */
  readonly harms: Map<string, string>;
}

function nextBatch(state: State, options: FixOptions): readonly Candidate[] {
  return keptApart(candidatesIn(state, options));
}

/** The first fix of each finding that may be applied and was not refused. */
function candidatesIn(state: State, options: FixOptions): readonly Candidate[] {
  return allCandidates(state, options).flatMap(fixes => {
    const candidate = fixes.find(one => !state.harms.has(one.key) && !isForbidden(one, state, options));
    return candidate === undefined ? [] : [candidate];
  });
}

function isForbidden({ fix, key }: Candidate, { harms }: State, { forbids }: FixOptions): boolean {
  const harm = fix.edits.map(({ file }) => forbids?.(file)).find(harm => harm !== undefined);
  if (harm !== undefined) harms.set(key, harm);
  return harm !== undefined;
}

/** The fixes that may be applied, a list for each finding. */
function allCandidates(
  { judged }: State,
  { told, unsafe, targetCount }: FixOptions,
): readonly (readonly Candidate[])[] {
  const prints = fingerprints(judged.findings);
  const wanted = told && new Set(told(judged.findings));
  return judged.findings.flatMap((finding, i) => {
    if (wanted !== undefined && !wanted.has(finding)) return [];
    const allowed = finding.fixes.filter(fix => unsafe || isSafe(fix, finding, targetCount(finding.file)));
    return [allowed.map(fix => ({ finding, fix, key: `${prints[i]} ${fix.title}` }))];
  });
}

function take(state: State, { accepted, edits, texts, judged, refused }: TrialResult): void {
  for (const { candidate, harm } of refused) state.harms.set(candidate.key, harm);
  for (const { finding, fix } of accepted) {
    const { file, span } = finding;
    const known = state.drafts.get(file.path);
    const offset = known === undefined ? span.start : originOf(known.draft, span.start);
    state.fixed.push({ finding, fix, line: (known?.before ?? file).position(offset).line });
  }
  for (const [source, own] of edits) {
    const known = state.drafts.get(source.path) ?? { before: source, draft: newDraft(source.text.length) };
    const after = texts.get(source) ?? source;
    state.drafts.set(source.path, { before: known.before, after, draft: editDraft(known.draft, own) });
  }
  state.judged = judged;
}

function refusedIn(state: State, options: FixOptions): readonly RefusedFix[] {
  return allCandidates(state, options).flatMap(fixes => {
    const [first] = fixes;
    const harm = first && state.harms.get(first.key);
    return first === undefined || harm === undefined ? [] : [{ finding: first.finding, fix: first.fix, harm }];
  });
}
