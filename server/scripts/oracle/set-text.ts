/** Draws the text of a unit file or drop-in. */
import type { UnitType } from "../../src/catalog/directive.ts";
import { pathOfUnit } from "../../src/model/unit-path-name.ts";
import { readUnitName } from "../../src/values/unit-name.ts";
import type { Random } from "./random.ts";
import { dependencyKinds, others, paths, patterns, sectionWords, unitLines } from "./set-words.ts";

/** What texts are drawn from. */
export interface TextInput {
  readonly random: Random;
  /** The units of the set. */
  readonly names: readonly string[];
}

/** A text for a unit. */
export function drawText(name: string, input: TextInput, role: "fragment" | "drop-in" = "fragment"): string {
  const { random } = input;
  const lines = drawUnitSection(input, role === "fragment" ? 5 : 3);
  const own = drawOwnSection(name, random, role);
  const install = random.chance(0.1) ? ["[Install]", `WantedBy=${random.pick(others)}`] : [];
  const broken = random.chance(0.02) ? ["[Unit"] : [];
  return [...lines, ...broken, ...own, ...install].map(line => `${line}\n`).join("");
}

function drawUnitSection(input: TextInput, most: number): string[] {
  const { random } = input;
  const lines: string[] = [];
  for (let drawn = random.below(most + 1); drawn > 0; drawn--) lines.push(drawDependency(input));
  if (random.chance(0.25)) lines.push(random.pick(unitLines));
  return lines.length === 0 && random.chance(0.5) ? [] : ["[Unit]", ...lines];
}

function drawDependency(input: TextInput): string {
  const { random } = input;
  if (random.chance(0.08)) return `${random.pick(["RequiresMountsFor", "WantsMountsFor"])}=${random.pick(paths)}`;
  const kind = random.pick(dependencyKinds);
  if (random.chance(0.04)) return `${kind}=`;
  const names = Array.from({ length: 1 + random.below(3) }, () => drawReference(input));
  return `${kind}=${names.join(" ")}`;
}

function drawReference({ random, names }: TextInput): string {
  const kind = random.fraction();
  if (kind < 0.75) return random.pick(names);
  return kind < 0.92 ? random.pick(others) : random.pick(patterns);
}

function drawOwnSection(name: string, random: Random, role: "fragment" | "drop-in"): string[] {
  const parts = readUnitName(name);
  const words = parts && sectionWords[parts.type as UnitType];
  if (parts === undefined || words === undefined) return [];
  const place = pathOfUnit(parts.prefix) ?? "/";
  const first = role === "fragment" && random.chance(0.95) ? words.first : [];
  const more = Array.from({ length: random.below(5) }, () => random.pick(words.more)).filter(
    line => !line.startsWith("BusName=") || (role === "fragment" && parts.instance === undefined),
  );
  const lines = [...first, ...more].map(line =>
    line.replace("@PLACE@", place).replace("@PREFIX@", parts.prefix.replace(/\W/g, "_")),
  );
  return [`[${words.section}]`, ...lines];
}
