/** Finds and reads the policy of exposures. systemd: verb_security(), src/analyze/analyze-security.c */
import { type Policy, parsePolicy } from "../exposure/policy.ts";
import { diskHost } from "../platform/disk-host.ts";
import { decodeUtf8 } from "../text/utf8.ts";
import { chase, rootedAt } from "../workspace/chase.ts";
import { UsageError } from "./usage-error.ts";

/** The policy that is named; else the one that lies in a root, the highest folder first. Throws a UsageError where it cannot be read. */
export function findPolicy(named: string | undefined, roots: readonly string[]): Policy | undefined {
  if (named !== undefined) return read(named);
  for (const root of roots) {
    const tree = rootedAt(diskHost, root);
    for (const folder of folders) {
      const path = chase(tree, `${folder}/systemd-analyze-security.policy`);
      if (path !== undefined && diskHost.kind(tree.root + path) === "file") return read(tree.root + path);
    }
  }
  return undefined;
}

const folders = ["/etc/systemd", "/run/systemd", "/usr/local/lib/systemd", "/usr/lib/systemd"];

function read(path: string): Policy {
  const outcome = diskHost.read(path);
  if ("problem" in outcome) throw new UsageError(`--policy ${path}: ${outcome.problem}`);
  try {
    return parsePolicy(decodeUtf8(outcome.bytes));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`--policy ${path}: ${error.message}`);
    throw error;
  }
}
