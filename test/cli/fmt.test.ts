/** `unitlint fmt` in a folder of its own, and the diffs that it prints. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { unifiedDiff } from "../../server/src/cli/unified-diff.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";
import { applyEdits, type TextEdit } from "../../server/src/text/text-edit.ts";
import { needing } from "../support/program.ts";

const program = fileURLToPath(new URL("../../server/bin/unitlint.cjs", import.meta.url));

function inFolder(files: Readonly<Record<string, string | Uint8Array>>, check: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    check(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fmt(cwd: string, ...words: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, "fmt", ...words], { cwd, encoding: "utf8" });
  return { stdout, stderr, status };
}

test("files are written only where something changes, and listed", () => {
  inFolder({ "a.service": "[Unit]\nAfter = b\n", "good.service": "[Unit]\nAfter=b\n" }, folder => {
    const long = new Date(1e12);
    utimesSync(join(folder, "good.service"), long, long);
    assert.deepEqual(fmt(folder), {
      stdout: "a.service\n",
      stderr: "unitlint: 1 of 2 files formatted\n",
      status: 0,
    });
    assert.equal(readFileSync(join(folder, "a.service"), "utf8"), "[Unit]\nAfter=b\n");
    assert.equal(statSync(join(folder, "good.service")).mtimeMs, 1e12);
    assert.deepEqual(fmt(folder, "."), { stdout: "", stderr: "unitlint: 2 files in form\n", status: 0 });
  });
});

test("a diff ends as a check does", () => {
  inFolder({ "a.service": "[Unit]\nAfter = b\n", "good.service": "[Unit]\nAfter=b\n" }, folder => {
    assert.equal(fmt(folder, "--diff").status, 1);
    assert.equal(fmt(folder, "--diff", "good.service").status, 0);
  });
});

test("what a configuration ignores stays as it is, and so does all below a broken one", () => {
  const unformed = "[Unit]\nAfter = b\n";
  const files = {
    ".unitlint.json": '{\n  "ignores": ["vendor/"]\n}',
    "vendor/a.service": unformed,
    "b.service": unformed,
    "sub/.unitlint.json": '{ "targets": 1 }',
    "sub/c.service": unformed,
  };
  inFolder(files, folder => {
    const { stdout, stderr, status } = fmt(folder, "--check", "vendor/a.service", "b.service");
    assert.deepEqual([stdout, status], ["b.service\n", 1]);
    assert.equal(stderr, "unitlint: note: vendor/a.service is ignored: .unitlint.json:2\nunitlint: 1 file to format\n");
    assert.equal(fmt(folder, "--check", "vendor", "b.service").stdout, "b.service\n");
    assert.equal(fmt(folder, "--check", "--no-config", "vendor").stdout, "vendor/a.service\n");
    const broken = fmt(folder, "sub");
    assert.deepEqual([broken.stdout, broken.status], ["", 2]);
    assert.match(broken.stderr, /^unitlint: sub\/\.unitlint\.json:1: .*targets/);
    const words = [program, "fmt", "--stdin-filename", "vendor/x.service", "-"];
    const printed = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8", input: unformed });
    assert.deepEqual([printed.stdout, printed.status], [unformed, 0]);
  });
});

test("a diff of a file whose name has blanks suits patch", needing("patch"), () => {
  inFolder({ "a b/c.service": "[Unit]\nAfter = b\n" }, folder => {
    const diff = fmt(folder, "--diff").stdout;
    assert.match(diff, /^--- a b\/c\.service\t\n\+\+\+ a b\/c\.service\t\n@@/);
    assert.equal(spawnSync("patch", ["-p0", "--batch"], { cwd: folder, input: diff }).status, 0);
    assert.equal(readFileSync(join(folder, "a b/c.service"), "utf8"), "[Unit]\nAfter=b\n");
  });
});

test("bytes that are no UTF-8 survive", () => {
  const bytes = (text: string) => Buffer.from(text, "latin1");
  inFolder({ "a.service": bytes("# \xff\n[Unit]\nAfter = b\n") }, folder => {
    assert.equal(fmt(folder, "a.service").status, 0);
    assert.deepEqual(readFileSync(join(folder, "a.service")), bytes("# \xff\n[Unit]\nAfter=b\n"));
  });
});

test("what links in a folder lead to is left alone, a link that is named is followed", () => {
  inFolder({ "stock/a.service": "[Unit]\nAfter = b\n", "own/b.service": "[Unit]\n" }, folder => {
    symlinkSync("../stock/a.service", join(folder, "own/a.service"));
    symlinkSync("../stock", join(folder, "own/more"));
    assert.deepEqual(fmt(folder, "./own/"), { stdout: "", stderr: "unitlint: 1 file in form\n", status: 0 });
    assert.equal(fmt(folder, "own/a.service").stdout, "own/a.service\n");
    assert.equal(readFileSync(join(folder, "stock/a.service"), "utf8"), "[Unit]\nAfter=b\n");
  });
});

test("a diff leads from the text to what the edits make of it", () => {
  const line = fc.constantFrom("", "a", "b", "c\r", "dd");
  const text = fc.tuple(fc.array(line, { maxLength: 40 }), fc.boolean()).map(([lines, ends]) => {
    const joined = lines.join("\n");
    return ends && joined !== "" ? `${joined}\n` : joined;
  });
  const marks = fc.array(fc.tuple(fc.nat(120), fc.nat(6), fc.constantFrom("", "x", "\n", "y\nz\n")), { maxLength: 8 });
  fc.assert(
    fc.property(text, marks, (text, marks) => {
      const edits = disjoint(text, marks);
      const after = applyEdits(text, edits);
      assert.equal(patched(text, unifiedDiff(new SourceFile("a.service", text), edits)), after);
    }),
    { numRuns: 3000 },
  );
});

function disjoint(text: string, marks: readonly (readonly [at: number, length: number, text: string])[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  for (const [at, length, added] of [...marks].sort(([a], [b]) => a - b)) {
    const start = Math.min(at, text.length);
    const end = Math.min(start + length, text.length);
    if (start < from || (start === end && added === "")) continue;
    edits.push({ span: { start, end }, text: added });
    from = end + 1;
  }
  return edits;
}

/** What `patch` does; every line that a diff keeps or takes away must be there. */
function patched(text: string, diff: string): string {
  const old = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const out: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@)/m).slice(1)) {
    const [, first = "0", count = "1", , grown = "1"] = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(hunk) ?? [];
    const start = count === "0" ? Number(first) : Number(first) - 1;
    out.push(...old.slice(at, start));
    at = start;
    const lines = hunk.slice(hunk.indexOf("\n") + 1).match(/[ +-][^\n]*\n(?:\\[^\n]*\n)?/g) ?? [];
    const size = out.length;
    for (const shown of lines) {
      const line = shown.replace(/\n\\ No newline at end of file\n$/, "");
      if (line[0] !== "+") assert.equal(old[at++], line.slice(1));
      if (line[0] !== "-") out.push(line.slice(1));
    }
    assert.equal(at - start, Number(count));
    assert.equal(out.length - size, Number(grown));
  }
  return [...out, ...old.slice(at)].join("");
}
