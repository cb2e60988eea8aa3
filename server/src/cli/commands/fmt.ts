/** `unitlint fmt [PATHS…]`: formats unit files where they lie, or tells what it would change. */
import { formatUnit } from "../../features/formatting.ts";
import { parseUnitFile } from "../../model/unit-file.ts";
import type { UnitFileName } from "../../model/unit-file-name.ts";
import { diskHost } from "../../platform/disk-host.ts";
import { replaceFile } from "../../platform/replace-file.ts";
import { type Interrupted, uninterrupted } from "../../platform/uninterrupted.ts";
import { SourceFile } from "../../text/source-file.ts";
import { applyEdits, type TextEdit } from "../../text/text-edit.ts";
import { decodeUtf8, encodeUtf8 } from "../../text/utf8.ts";
import { joinPath, tidyPath } from "../../workspace/path.ts";
import { unitTextOf } from "../../workspace/read-text.ts";
import type { CommandOutput } from "../command-output.ts";
import { lookUpConfigs } from "../config-lookup.ts";
import { isConfigError, selectInputs } from "../file-judging.ts";
import type { Input } from "../input.ts";
import { collectInputs } from "../inputs.ts";
import { printable } from "../terminal.ts";
import { unifiedDiff } from "../unified-diff.ts";
import { UsageError } from "../usage-error.ts";

/** What was asked. */
export interface FmtArguments {
  readonly paths: readonly string[];
  readonly stdin: boolean;
  readonly stdinFilename?: string | undefined;
  /** List what is not in form. */
  readonly check: boolean;
  /** Print what would change. */
  readonly diff: boolean;
  /** A configuration to read for what it ignores, or false for none. */
  readonly config?: string | false | undefined;
}

/**
 * Writes only files that change, and none that lie behind links in a folder; lists them. Standard input is printed as it should be. Status 1
 * where `check` or `diff` finds something, 2 where a file cannot be read or written.
 */
export async function fmt(args: FmtArguments): Promise<CommandOutput> {
  if (args.stdin && args.paths.length > 0) throw new UsageError("standard input is formatted by itself; name no paths");
  const asked = { ...args, root: [], user: false, system: false };
  const { inputs, errors } = await collectInputs(asked, diskHost);
  const found = inputs.filter(({ path }) => !liesBehindLink(path, args.paths));
  const { own, ...besides } = await withoutIgnored(found, args);
  const results = [
    ...errors.map(({ path, message }): Result => ({ path, problem: message })),
    ...besides.results,
    ...(await uninterrupted(formatAll(own, args))),
  ];
  const problems = results.flatMap(({ path, problem }) =>
    problem === undefined ? [] : [`unitlint: ${printable(path)}: ${problem}\n`],
  );
  const notes = results.flatMap(({ path, note }) =>
    note === undefined ? [] : [`unitlint: note: ${printable(path)}: ${note}\n`],
  );
  const changed = results.filter(({ isChanged }) => isChanged).length;
  const tally = summary(changed, results.length - problems.length, args);
  return {
    stdout: results.map(({ shown = "" }) => shown).join(""),
    stderr: [...besides.notes, ...problems, ...notes, ...tally].join(""),
    status: problems.length > 0 ? 2 : (args.check || args.diff) && changed > 0 ? 1 : 0,
  };
}

/** What configurations do not ignore, with what there is to say of the rest; standard input is printed as it came. */
async function withoutIgnored(inputs: readonly Input[], args: FmtArguments) {
  const paths = inputs.map(({ path }) => path);
  const nothing = { target: [], root: [], unitPath: [], rule: [] };
  const configs = await lookUpConfigs({ ...nothing, config: args.config }, paths, diskHost);
  const { inputs: own, findings, notes } = selectInputs(inputs, { configs, args });
  const results = findings.filter(isConfigError).map(({ file, span, message }): Result => {
    return { path: `${file.path}:${file.position(span.start).line}`, problem: message };
  });
  const [input] = args.stdin && own.length === 0 && !args.check && !args.diff ? inputs : [];
  const outcome = input?.read();
  const isIgnored = input !== undefined && outcome !== undefined && "bytes" in outcome;
  const shown: Result[] = isIgnored ? [{ path: input.path, shown: decodeUtf8(outcome.bytes) }] : [];
  return { own, results: [...results, ...shown], notes: notes.map(note => `unitlint: note: ${note}\n`) };
}

/** One after the other; a signal ends it behind a whole file. */
function formatAll(inputs: readonly Input[], args: FmtArguments) {
  return async (interrupted: Interrupted) => {
    const results: Result[] = [];
    for (const input of inputs) {
      if (await interrupted()) break;
      results.push(formatInput(input, args));
    }
    return results;
  };
}

interface Result {
  readonly path: string;
  readonly problem?: string | undefined;
  /** What there is to say though it was written. */
  readonly note?: string | undefined;
  readonly isChanged?: boolean;
  /** For standard output. */
  readonly shown?: string;
}

function formatInput(input: Input, args: FmtArguments): Result {
  const { path } = input;
  const outcome = input.read();
  const read = "problem" in outcome ? outcome : unitTextOf(outcome.bytes);
  if ("problem" in read) return { path, problem: read.problem };
  const source = new SourceFile(path, read.text);
  const edits = formatUnit(parseUnitFile(source, input.name ?? plainName));
  if (args.check || args.diff) return { path, isChanged: edits.length > 0, shown: told(source, edits, args) };
  const text = applyEdits(source.text, edits);
  if (args.stdin) return { path, isChanged: edits.length > 0, shown: text };
  if (edits.length === 0) return { path };
  const replaced = replaceFile(path, encodeUtf8(source.text), encodeUtf8(text));
  if ("problem" in replaced) return { path, problem: replaced.problem };
  return { path, isChanged: true, shown: `${printable(path)}\n`, note: replaced.note };
}

/** Of what is named like no unit file, only the skeletons are different, and it is none. */
const plainName: UnitFileName = {
  unit: "service",
  type: "service",
  role: "fragment",
  skeleton: false,
  manager: "system",
};

function told(source: SourceFile, edits: readonly TextEdit[], { diff }: FmtArguments): string {
  if (edits.length === 0) return "";
  return diff ? unifiedDiff(source, edits) : `${printable(source.path)}\n`;
}

/** A link in a folder may lead anywhere; a link that is named is meant. */
function liesBehindLink(path: string, named: readonly string[]): boolean {
  const paths = named.length === 0 ? ["."] : named.map(tidyPath);
  const folder = paths.find(folder => path.startsWith(joinPath(folder, "")));
  const [real, found] = [diskHost.realPath(folder ?? ""), diskHost.realPath(path)];
  if (folder === undefined || real === undefined || found === undefined || paths.includes(path)) return false;
  return found !== joinPath(real, path.slice(joinPath(folder, "").length));
}

function summary(changed: number, files: number, { check, diff, stdin }: FmtArguments): string[] {
  if (files === 0 || (stdin && !check && !diff)) return [];
  const all = `${files} file${files === 1 ? "" : "s"}`;
  if (changed === 0) return [`unitlint: ${all} in form\n`];
  const some = files === 1 ? all : `${changed} of ${all}`;
  return [`unitlint: ${some} ${check || diff ? "to format" : "formatted"}\n`];
}
