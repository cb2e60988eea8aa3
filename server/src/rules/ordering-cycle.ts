/** Units each of which starts before the next, and the last before the first. */

import { removalOf, said } from "../lint/ordering-edge.ts";
import { defineRule, type ReportedProblem } from "../lint/rule.ts";
import type { World } from "../lint/world.ts";
import type { DependencyGraph } from "../model/graph.ts";
import { dependencyPlace, type Place, sectionPlace } from "../model/place.ts";
import type { OrderStep } from "../model/transaction/cycles.ts";
import { mayClose } from "../model/transaction/quick.ts";
import { type FoundCycle, searchCycles, verifiedCycles } from "../model/transaction/search.ts";
import { homeOf } from "../model/unit-lookup.ts";

export const orderingCycle = defineRule({
  id: "ordering-cycle",
  category: "correctness",
  severity: "error",
  systemd: "ignores",
  since: "0.1.0",
  summary: "Units wait for each other in a circle",
  why: `After= and Before= of several units, together with the order that systemd adds by default, lead back to where they began. systemd
breaks such a circle at boot: it deletes the job of some unit that nothing requires, so that a service, now and then another one, is simply
not started. Where every job is required, the whole start fails. Drop the order that matters least; a requirement does not need one, and an
order is only needed where one unit uses the other while it starts.`,
  examples: [
    {
      bad: "[Unit]\nWants=b.service\nAfter=b.service\n\n[Service]\nExecStart=/usr/bin/a\n",
      good: "[Unit]\nWants=b.service\n\n[Service]\nExecStart=/usr/bin/a\n",
      name: "a.service",
      beside: { "b.service": "[Unit]\nAfter=a.service\n\n[Service]\nExecStart=/usr/bin/b\n" },
    },
  ],
  visit: {
    set(world, report) {
      if (!mayClose(world.set, world.units)) return;
      const found =
        world.preset === "verify" ? verifiedCycles(world.graph, world.units) : searchCycles(world.enabled, world.units);
      for (const cycle of found) {
        const place = isTheirs(cycle, world) ? undefined : placeOf(cycle, world);
        if (place !== undefined) report(place, problemOf(cycle, world, place));
      }
    },
  },
});

/** What `verify` starts is not enabled. */
function graphOf(world: World): DependencyGraph {
  return world.preset === "verify" ? world.graph : world.enabled;
}

/** What distributions ship may hold cycles that no start meets: units for debugging come early on purpose. */
function isTheirs({ cycle: { steps }, when }: FoundCycle, { set }: World): boolean {
  return when === undefined && steps.every(({ first }) => homeOf(first.unit, set)?.role === "vendor");
}

function problemOf(found: FoundCycle, world: World, place: Place): ReportedProblem {
  const { steps } = found.cycle;
  const path = [...steps, steps[0]].map(step => step?.first.unit.id).join(" → ");
  const removal = cheapest(steps, world);
  return {
    message: `Ordering cycle: ${path} (each starts before the next)`,
    ...verdictOf(found),
    related: steps.map(step => relatedOf(step, place)),
    fixes: removal === undefined ? [] : removalOf(removal),
  };
}

function verdictOf({
  cycle: { deletable },
  when,
}: FoundCycle): Pick<ReportedProblem, "systemd" | "severity" | "effect"> {
  if (when === undefined)
    return {
      systemd: "silent",
      severity: "info",
      effect: "nothing starts all of them together, so systemd does not meet it yet",
    };
  const start = when === "boot" ? "at boot" : `when ${when.id} starts`;
  if (deletable.length === 0)
    return {
      systemd: "refuses",
      effect: `${start}, systemd cannot break the cycle: all of them are required, and nothing starts`,
    };
  const jobs = deletable.map(({ unit }) => unit.id);
  const which = jobs.length === 1 ? `${jobs[0]} is not started` : `one of ${jobs.join(", ")} is not started, by chance`;
  return { systemd: "ignores", effect: `${start}, systemd deletes a job to break the cycle: ${which}` };
}

/** On the order that is easiest to drop; else on any line of a linted file that says one. */
function placeOf({ cycle: { steps } }: FoundCycle, world: World): Place | undefined {
  const edges = [...(cheapest(steps, world)?.edges ?? []), ...steps.flatMap(step => step.edges)];
  for (const { dependency } of edges) {
    const place = dependencyPlace(dependency);
    if (place !== undefined && world.isLinted(place.file)) return place;
  }
  const own = steps.map(({ first }) => sectionPlace(first.unit, "Unit"));
  return own.find(place => place !== undefined && world.isLinted(place.file));
}

/** A step that only lines of linted files say; one between units that do not need each other, with few lines to change. */
function cheapest(steps: readonly OrderStep[], world: World): OrderStep | undefined {
  const removable = steps.filter(({ edges }) =>
    edges.every(
      edge => edge.dependency.origin === "file" && isOrder(edge.dependency.at?.directive.name) && isLinted(edge, world),
    ),
  );
  return removable.sort((a, b) => costOf(a, world) - costOf(b, world))[0];
}

function isOrder(name: string | undefined): boolean {
  return name === "After" || name === "Before";
}

function isLinted({ dependency: { at } }: OrderStep["edges"][number], world: World): boolean {
  return at !== undefined && world.isLinted(at.file);
}

function costOf({ first, next, edges }: OrderStep, world: World): number {
  const graph = graphOf(world);
  const needs = requirements.some(kind => graph.related(next.unit, kind).has(first.unit));
  return edges.length * 10 + (needs ? 5 : 0);
}

const requirements = ["Requires", "BindsTo", "Wants", "Requisite", "Upholds"] as const;

/** What says a step, also where that is systemd itself. */
function relatedOf({ first, next, edges }: OrderStep, otherwise: Place) {
  const [edge] = edges;
  const place =
    (edge && (dependencyPlace(edge.dependency) ?? sectionPlace(edge.from, "Unit"))) ??
    sectionPlace(first.unit, "Unit") ??
    otherwise;
  const why = edge === undefined ? "" : `: ${said(edge)}`;
  return { file: place.file.source, span: place.span, message: `${first.unit.id} starts before ${next.unit.id}${why}` };
}
