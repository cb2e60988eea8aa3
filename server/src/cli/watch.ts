/** `--watch`: lints again at each change, until somebody ends it. */
import { diskHost } from "../platform/disk-host.ts";
import { absolutePath } from "../platform/process.ts";
import { uninterrupted } from "../platform/uninterrupted.ts";
import { watchFolders } from "../platform/watch-folders.ts";
import { writeReport } from "../platform/write-report.ts";
import type { ExitStatus } from "./exit-status.ts";
import type { LintArguments } from "./options.ts";
import { type Output, writeReports } from "./report/outputs.ts";
import { quietly, reportOf } from "./report/report-of.ts";
import { inputErrors } from "./reporters/human.ts";
import { selectFindings } from "./select-findings.ts";
import { colourWanted, paintWith, printable } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { firstRound, nextRound, type Round } from "./watch-rounds.ts";
import { watchedFolders } from "./watched-folders.ts";

/** How long nothing must happen before files are read, and how long that may be put off, in milliseconds. */
const QUIET = 50;
const PATIENCE = 500;

/** Prints what is found whenever that changes: on a terminal in the place of what was printed before, elsewhere below it. Never ends by itself. */
export async function watch(args: LintArguments, outputs: readonly Output[]): Promise<ExitStatus> {
  process.stdout.once("error", () => process.exit());
  const changes = newChanges();
  const watcher = watchFolders(changes.add);
  let round: Round | undefined;
  const follow = () => tellUnwatched(watcher.follow(watchedFolders(diskHost, args, round?.judgement.configs)));
  follow();
  round = await firstRound(args);
  follow();
  let shown = await told(round, args, outputs);
  show(shown, round);
  for (;;) {
    const changed = withoutOutputs(await changes.next(), outputs);
    follow();
    if (changed.size === 0) continue;
    try {
      round = (await nextRound(round, args, changed)) ?? round;
      const report = await told(round, args, outputs);
      if (report.text !== shown.text) show(report, round);
      shown = report;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      process.stderr.write(`unitlint: ${error.message}\n`);
      shown = { text: "", stderr: "", stdout: "" };
    }
  }
}

/** What a run writes itself is no reason for another one. */
function withoutOutputs(changed: ReadonlySet<string | undefined>, outputs: readonly Output[]) {
  const own = new Set(outputs.flatMap(({ path }) => (path === undefined ? [] : absolutePath(path))));
  return new Set([...changed].filter(path => path === undefined || !own.has(absolutePath(path))));
}

interface Told {
  readonly stderr: string;
  readonly stdout: string;
  readonly text: string;
}

/** What a run would print; reports for files are written. */
async function told(round: Round, args: LintArguments, outputs: readonly Output[]): Promise<Told> {
  const { env, stdout, stderr } = process;
  const { result, notes } = await uninterrupted(() => selectFindings(round.result, round.judgement));
  const report = reportOf(result);
  const printed: string[] = [];
  const write = (text: string) => printed.push(text);
  const screen = { env, stdout: { isTTY: stdout.isTTY, columns: stdout.columns, write }, save: saveChanged };
  await writeReports(args.quiet ? quietly(report) : report, outputs, args, screen);
  const lines = [...round.notes, ...notes].map(note => `unitlint: note: ${note}\n`).join("");
  const troubles = lines + inputErrors(report, { colour: colourWanted(env, stderr) });
  const found = printed.join("");
  return { stderr: troubles, stdout: found, text: troubles + found };
}

const saved = new Map<string, string>();

/** Writes a report that is otherwise than the last one. */
function saveChanged(path: string, chunks: Iterable<string>): string | undefined {
  const text = [...chunks].join("");
  if (saved.get(path) === text) return undefined;
  const problem = writeReport(path, [text]);
  if (problem === undefined) saved.set(path, text);
  return problem;
}

/** Clears what can be scrolled back to, too, so that only what holds is in sight. */
const CLEAR = "\x1b[2J\x1b[3J\x1b[H";

function show({ stderr, stdout }: Told, { read }: Round): void {
  const isTerminal = process.stdout.isTTY === true;
  if (isTerminal) process.stdout.write(CLEAR);
  process.stderr.write(stderr);
  process.stdout.write(stdout);
  const files = `${read.files.length} file${read.files.length === 1 ? "" : "s"}`;
  const paint = paintWith(colourWanted(process.env, process.stdout));
  if (isTerminal) process.stdout.write(paint("dim", `\nWatching ${files}; Ctrl-C ends\n`));
}

const unwatched = new Set<string>();

function tellUnwatched(problems: readonly { readonly path: string; readonly problem: string }[]): void {
  for (const { path, problem } of problems) {
    if (unwatched.has(path)) continue;
    unwatched.add(path);
    process.stderr.write(`unitlint: ${printable(path)}: ${problem}\n`);
  }
}

/** Collects what changes. */
interface Changes {
  readonly add: (path: string | undefined) => void;
  /** What changed since the last call, once a change came and nothing more for a while. */
  readonly next: () => Promise<ReadonlySet<string | undefined>>;
}

function newChanges(): Changes {
  let paths = new Set<string | undefined>();
  let firstAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let done: (() => void) | undefined;
  const plan = () => {
    clearTimeout(timer);
    const wait = Math.max(0, Math.min(QUIET, firstAt + PATIENCE - performance.now()));
    timer = setTimeout(() => done?.(), wait);
  };
  return {
    add(path) {
      if (paths.size === 0) firstAt = performance.now();
      paths.add(path);
      plan();
    },
    async next() {
      const waiting = new Promise<void>(resolve => {
        done = resolve;
      });
      if (paths.size > 0) plan();
      await waiting;
      done = undefined;
      const taken = paths;
      paths = new Set();
      return taken;
    },
  };
}
