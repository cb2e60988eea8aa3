/** Programs and folders of a unit that its own sandbox keeps from it. */
import { defineRule, type ReportedProblem } from "../lint/rule.ts";
import { assignmentPlace } from "../model/place.ts";
import { rootSpecifiers } from "../model/root-specifiers.ts";
import type { SandboxMount } from "../model/sandbox/mount.ts";
import { type LostPath, lostPaths } from "../model/sandbox/own-paths.ts";
import { sandboxMounts, sandboxSubject } from "../model/sandbox/sandbox.ts";

export const sandboxHidesOwnPath = defineRule({
  id: "sandbox-hides-own-path",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A program, a script, the working directory or the PID file lies where the unit's own sandbox hides it",
  why: `systemd sets up the sandbox first, and only then looks for the program and changes to the working directory, both with the eyes of the
service. ProtectHome=yes hides all of /home, /root and /run/user, InaccessiblePaths= what it names; ProtectHome=tmpfs, TemporaryFileSystem= and
PrivateTmp= put an empty folder in their places. A program there fails with status 203/EXEC, a working directory with 200/CHDIR. Commands with the
prefix + run without the sandbox. BindPaths= and BindReadOnlyPaths= bring something back into an empty folder, but not below an inaccessible one: use
ProtectHome=tmpfs for that, or move the program to /usr/local, /opt or /srv. ProtectSystem=strict leaves a forking service no place for
its PID file; RuntimeDirectory= makes one. EnvironmentFile=, LoadCredential=, and the files of StandardOutput= are opened before the sandbox
exists, and are not affected.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/home/app/bin/app\nProtectHome=yes\n",
      good: "[Service]\nExecStart=/opt/app/bin/app\nProtectHome=yes\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nWorkingDirectory=/home/app/site\nProtectHome=yes\n",
      good: "[Service]\nExecStart=/usr/bin/app\nWorkingDirectory=/home/app/site\nProtectHome=tmpfs\nBindReadOnlyPaths=/home/app/site\n",
    },
    {
      bad: "[Service]\nType=forking\nExecStart=/usr/bin/app\nPIDFile=/run/app.pid\nProtectSystem=strict\n",
      good: "[Service]\nType=forking\nExecStart=/usr/bin/app\nPIDFile=/run/app/app.pid\nRuntimeDirectory=app\nProtectSystem=strict\n",
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      const subject = sandboxSubject(unit, set);
      const mounts = subject && sandboxMounts(subject);
      const told = new Set<SandboxMount["at"]>();
      const meant = new Set(rootSpecifiers(unit, set).map(({ place }) => place.line));
      for (const lost of subject && mounts ? lostPaths(subject, mounts) : []) {
        if (told.has(lost.mount.at) || meant.has(lost.place.line)) continue;
        told.add(lost.mount.at);
        report(lost.place, problemOf(lost));
      }
    },
  },
});

function problemOf({ problem, mount, effect }: LostPath): ReportedProblem {
  const { file, span } = assignmentPlace(mount.at);
  return {
    message: `${problem}: ${whatItDoes(mount)}`,
    effect: `systemd says nothing of it; ${effect}`,
    related: [
      { file: file.source, span, message: mount.mode === "read-only" ? "what makes it read-only" : "what hides it" },
    ],
  };
}

function whatItDoes({ by, mode, path }: SandboxMount): string {
  if (mode === "read-only") return `${by} makes ${path} read-only`;
  const instead = by.startsWith("ProtectHome=") ? "; ProtectHome=read-only shows it" : "";
  return `${by} ${mode === "empty" ? `puts an empty folder in the place of ${path}` : `hides ${path}`}${instead}`;
}
