/** Advice on capabilities: all of them for a service without privileges, else group after group as they are assessed. */
import { isSet } from "../../model/reading.ts";
import { type CapabilityGroup, capabilityGroups } from "./capability-groups.ts";
import { lowPort } from "./evidence.ts";
import { firstOf, type Hardening, type Objection } from "./hardening.ts";
import { gainsPrivileges } from "./processes.ts";
import { known } from "./programs.ts";
import type { UnitView } from "./view.ts";

/** Who has no privileges may still have been given some, or gain them. */
const givenSome: Objection = ({ settings }) =>
  isSet(settings, "Service", "AmbientCapabilities") ? "AmbientCapabilities= gives it some" : undefined;

const noneNeeded = firstOf(
  ({ isRoot }) => (isRoot ? "it runs as root and may need some" : undefined),
  givenSome,
  lowPort,
  known("packets"),
  gainsPrivileges,
);

function isUnlimited({ settings }: UnitView): boolean {
  return (
    settings
      .of("Service", "CapabilityBoundingSet")
      ?.effective.every(({ entry }) => entry.value.text.startsWith("~")) !== false
  );
}

export const capabilities: readonly Hardening[] = [
  {
    lines: [{ name: "CapabilityBoundingSet", value: "" }],
    improves: capabilityGroups.map(({ field }) => `CapabilityBoundingSet_CAP_${field}`),
    theme: "capabilities",
    means: "capabilities",
    level: "safe",
    forbids: "Has no capabilities, whatever it runs",
    breaks: "It starts programs with capabilities of their own",
    suits: view => isUnlimited(view) && noneNeeded(view) === undefined,
  },
  ...capabilityGroups.map(capabilityRow),
];

function capabilityRow({ field, names, forbids, root, need }: CapabilityGroup): Hardening {
  const words = names.split(" ").map(name => `CAP_${name}`);
  const privileged = root === undefined ? "" : `it runs as root and may ${root}`;
  return {
    lines: [{ name: "CapabilityBoundingSet", value: `~${words.join(" ")}` }],
    improves: [`CapabilityBoundingSet_CAP_${field}`],
    theme: "capabilities",
    means: "capabilities",
    level: "safe",
    forbids,
    breaks: `It runs with privileges and needs ${words.join(", ")}`,
    objection: firstOf(
      given(words),
      view => (view.isRoot && privileged !== "" ? privileged : undefined),
      view => (need === undefined ? undefined : known(need)(view)),
      view => (view.isRoot ? undefined : (gainsPrivileges(view) ?? fromFile(view, field))),
    ),
  };
}

function given(words: readonly string[]): Objection {
  return ({ settings }) => {
    const text = (settings.of("Service", "AmbientCapabilities")?.effective ?? [])
      .map(({ entry }) => entry.value.text)
      .join(" ");
    const word = text.startsWith("~") ? text : words.find(word => text.toUpperCase().split(/\s+/).includes(word));
    return word && `AmbientCapabilities= gives it ${word}`;
  };
}

/** A program may have capabilities in its file. */
function fromFile(view: UnitView, field: string): string | undefined {
  if (!field.startsWith("NET_BIND")) return undefined;
  return lowPort(view) ?? known("packets")(view);
}
