/** Settings of a sandbox that do nothing. */
import { defineRule } from "../lint/rule.ts";
import { declarationOf } from "../model/graph.ts";
import { assignmentPlace } from "../model/place.ts";
import { textOf } from "../model/reading.ts";
import { sandboxMounts, sandboxSubject } from "../model/sandbox/sandbox.ts";
import { isForMany } from "../model/sandbox/useless.ts";
import { uselessAlone } from "../model/sandbox/useless-alone.ts";
import { lostCapabilities } from "../model/sandbox/useless-capabilities.ts";
import { overruled } from "../model/sandbox/useless-overruled.ts";
import type { Settings } from "../model/setting.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";

export const ineffectiveSandboxing = defineRule({
  id: "ineffective-sandboxing",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A setting of the sandbox that does nothing, alone or beside another one",
  why: `A sandbox looks tighter, or looser, than it is. IPAddressAllow= and SocketBindAllow= are exceptions from IPAddressDeny= and SocketBindDeny=:
alone they forbid nothing. ReadWritePaths= is one from ProtectSystem=strict and its like. DynamicUser= brings a whole sandbox, whatever else is said,
and makes no user where User= names one that exists. Below a folder that ProtectHome=yes or InaccessiblePaths= hides, nothing is mounted, neither by
ReadWritePaths= nor by BindPaths=. AmbientCapabilities= cannot give what CapabilityBoundingSet= takes away, nor what PrivateDevices=, ProtectClock=,
ProtectKernelLogs= and ProtectKernelModules= do. And what [Socket] says of processes concerns the commands of the socket itself, never those of the
service.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nIPAddressAllow=localhost\n",
      good: "[Service]\nExecStart=/usr/bin/app\nIPAddressAllow=localhost\nIPAddressDeny=any\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nProtectHome=yes\nReadWritePaths=/home/app\n",
      good: "[Service]\nExecStart=/usr/bin/app\nProtectHome=tmpfs\nBindPaths=/home/app\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nUser=app\nAmbientCapabilities=CAP_NET_BIND_SERVICE\nCapabilityBoundingSet=\n",
      good: "[Service]\nExecStart=/usr/bin/app\nUser=app\nAmbientCapabilities=CAP_NET_BIND_SERVICE\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE\n",
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      const plain = ["service", "socket", "mount", "swap"].includes(unit.type) ? sandboxSubject(unit, set) : undefined;
      if (plain === undefined) return;
      const subject = { ...plain, mounts: sandboxMounts(plain), slices: slicesAround(unit, set) };
      const found = [...uselessAlone(subject), ...overruled(subject), ...lostCapabilities(subject)];
      for (const { at, place, message, effect, because } of found) {
        if (isForMany(at)) continue;
        const related = because && assignmentPlace(because);
        report(place ?? assignmentPlace(at), {
          message,
          effect: `systemd says nothing of it; ${effect}`,
          related: related ? [{ file: related.file.source, span: related.span, message: "what overrules it" }] : [],
        });
      }
    },
  },
});

/** Outwards from the unit, only where it matters. */
function slicesAround(unit: Unit, set: UnitSet): readonly Settings[] {
  const section = unit.type.charAt(0).toUpperCase() + unit.type.slice(1);
  if (unit.settings.of(section, "IPAddressAllow") === undefined) return [];
  const found: Settings[] = [];
  for (let name = sliceOf(unit, section, set); name !== undefined; ) {
    const slice = set.unit(name);
    found.push(slice.settings);
    name = name === "-.slice" ? undefined : sliceOf(slice, "Slice", set);
  }
  return found;
}

function sliceOf(unit: Unit, section: string, set: UnitSet): string | undefined {
  const written = textOf(unit.settings, section, "Slice");
  return written ?? declarationOf(unit, set).dependencies.find(({ kind }) => kind === "InSlice")?.on;
}
