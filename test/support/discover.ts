/** Tables for finding files: a tree and paths in; files, errors and skipped files out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { discover } from "../../server/src/workspace/discover.ts";
import { memoryHost, type Tree } from "./memory-host.ts";

/** A unit file that is fine. */
export const unit = "[Unit]\nDescription=x\n";

/** What is expected of a run; what is left out is expected to be empty. */
interface Expected {
  readonly files?: readonly string[];
  /** `path: message` */
  readonly errors?: readonly string[];
  /** `path: reason` */
  readonly skipped?: readonly string[];
}

/** Checks what is found in a tree, given these paths. */
export function checkDiscover(what: string, tree: Tree, paths: readonly string[], expected: Expected): void {
  test(what, () => {
    const { files, errors, skipped } = discover(memoryHost(tree), paths);
    const actual = {
      files: files.map(({ path }) => path),
      errors: errors.map(({ path, message }) => `${path}: ${message}`),
      skipped: skipped.map(({ path, reason }) => `${path}: ${reason}`),
    };
    assert.deepEqual(actual, { files: [], errors: [], skipped: [], ...expected });
  });
}
