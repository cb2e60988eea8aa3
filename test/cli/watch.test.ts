/** `--watch`: what is printed, and when, while files come, change and go. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inFolder, program, write } from "../support/cli-folder.ts";

const good = "[Service]\nExecStart=/bin/a\n";

/** A watching run; each report is waited for. */
interface Watching {
  /** The text up to what matches; it is used up. */
  readonly says: (pattern: RegExp) => Promise<string>;
  readonly process: ChildProcess;
}

/** Long enough for a busy machine; a text that never comes fails the test. */
const PATIENCE = 20_000;

async function watching(
  folder: string,
  words: readonly string[],
  use: (run: Watching) => Promise<void>,
): Promise<void> {
  const process_ = spawn(process.execPath, [program, "--watch", ...words], { cwd: folder });
  let text = "";
  let hear = () => {};
  for (const stream of [process_.stdout, process_.stderr])
    stream.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      hear();
    });
  const says = async (pattern: RegExp) => {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const found = pattern.exec(text);
      if (found !== null) {
        const said = text.slice(0, found.index + found[0].length);
        text = text.slice(said.length);
        return said;
      }
      if (Date.now() > until) assert.fail(`${pattern} does not come after ${JSON.stringify(text)}`);
      await new Promise<void>(resolve => {
        hear = resolve;
        setTimeout(resolve, 100);
      });
    }
  };
  try {
    await use({ says, process: process_ });
  } finally {
    process_.kill();
  }
}

test("texts, atomic saves, new and deleted files and folders", async () => {
  await inFolder({ "units/a.service": good }, folder =>
    watching(folder, ["units"], async ({ says }) => {
      await says(/No problems in 1 unit file .*\n/);
      write(folder, "units/a.service", `${good}Foo=1\n`);
      await says(/Unknown directive Foo=(?:.*\n)*1 error in 1 file .*\n/);
      write(folder, "units/.a.service.tmp", good);
      renameSync(join(folder, "units/.a.service.tmp"), join(folder, "units/a.service"));
      await says(/No problems in 1 unit file .*\n/);
      write(folder, "units/a.service.d/x.conf", "[Service]\nExecStart=/bin/b\n");
      await says(/duplicate-exec-start(?:.*\n)*1 error in 1 of 2 files .*\n/);
      rmSync(join(folder, "units/a.service.d"), { recursive: true });
      await says(/No problems in 1 unit file .*\n/);
      write(folder, "units/a.service.d/y.conf", "[Service]\nBar=1\n");
      await says(/Unknown directive Bar=(?:.*\n)*1 error in 1 of 2 files .*\n/);
      write(folder, "units/a.service.d/y.conf", "[Service]\nType=exec\n");
      await says(/No problems in 2 unit files .*\n/);
      rmSync(join(folder, "units"), { recursive: true });
      await says(/units: no such file or folder\n(?:.*\n)*No unit files to check .*\n/);
      mkdirSync(join(folder, "units"));
      write(folder, "units/b.service", good);
      await says(/No problems in 1 unit file .*\n/);
    }),
  );
});

test("nothing is said where nothing changed, and a named file is judged with what lies beside it", async () => {
  await inFolder({ "a.service": good, "b.txt": "" }, folder =>
    watching(folder, ["a.service"], async ({ says }) => {
      await says(/No problems in 1 unit file .*\n/);
      write(folder, "b.txt", "x");
      write(folder, "a.service", `# said nothing\n${good}`);
      await new Promise(resolve => setTimeout(resolve, 500));
      write(folder, "a.service", `${good}Foo=1\n`);
      const said = await says(/1 error in 1 file .*\n/);
      assert.doesNotMatch(said, /No problems/);
    }),
  );
});

test("a baseline is read again, and a broken one ends nothing", async () => {
  await inFolder({ "a.service": `${good}Foo=1\n`, "known.json": '{ "unitlintBaseline": 1, "findings": [] }' }, folder =>
    watching(folder, ["--baseline", "known.json"], async ({ says }) => {
      await says(/1 error in 1 file .*\n/);
      write(folder, "known.json", "{");
      await says(/--baseline known\.json: is no JSON; .*\n/);
      write(folder, "known.json", '{ "unitlintBaseline": 1, "findings": [] }');
      await says(/1 error in 1 file .*\n/);
    }),
  );
});

test("a report in the watched folder is written where it changes, and not again", async () => {
  await inFolder({ "a.service": good }, folder =>
    watching(folder, ["--output-file", "json=out.json", "."], async ({ says }) => {
      const settled = async () => {
        await new Promise(resolve => setTimeout(resolve, 700));
        return statSync(join(folder, "out.json"));
      };
      await says(/No problems in 1 unit file .*\n/);
      const first = await settled();
      assert.equal((await settled()).mtimeMs, first.mtimeMs);
      write(folder, "other.txt", "x");
      assert.equal((await settled()).mtimeMs, first.mtimeMs);
      write(folder, "a.service", `${good}Foo=1\n`);
      await says(/1 error in 1 file .*\n/);
      const second = await settled();
      assert.match(readFileSync(join(folder, "out.json"), "utf8"), /Unknown directive Foo=/);
      assert.equal((await settled()).mtimeMs, second.mtimeMs);
    }),
  );
});

test("a signal ends it as it ends other programs", async () => {
  await inFolder({ "a.service": good }, folder =>
    watching(folder, [], async ({ says, process }) => {
      await says(/No problems in 1 unit file .*\n/);
      process.kill("SIGINT");
      const [code, signal] = await new Promise<unknown[]>(resolve => process.on("exit", (...ended) => resolve(ended)));
      assert.deepEqual([code, signal], [null, "SIGINT"]);
    }),
  );
});
