/** Draws units with their drop-ins, by their paths. */
import type { Random } from "../../../server/scripts/oracle/random.ts";
import type { UnitType } from "../../../server/src/catalog/directive.ts";
import type { Input } from "../target.ts";
import { drawText } from "./texts.ts";

/** One unit; sometimes with a drop-in, or beside another. */
export function drawUnits(random: Random): Input {
  const type = random.pick(types);
  const path = `/units/${random.pick(stems[type] ?? ["app", "app", "app@", "app@one"])}.${type}`;
  const texts: Record<string, string> = { [path]: drawText(random, type) };
  if (random.chance(0.2)) texts[`${path}.d/50-x.conf`] = drawText(random, type);
  if (random.chance(0.1)) texts["/units/b.service"] = drawText(random, "service");
  return texts;
}

/** One unit whose text is given. */
export function unitOf(choice: number, text: string): Input {
  const paths = ["app.service", "app.socket", "app.timer", "srv-data.mount", "app@.service", "app.service.d/x.conf"];
  return { [`/units/${paths[choice % paths.length]}`]: text };
}

const stems: Partial<Record<UnitType, readonly string[]>> = {
  mount: ["srv-data"],
  automount: ["srv-data"],
  swap: ["dev-sdb2"],
  device: ["dev-sdb2"],
  slice: ["app", "app-one"],
};

const types: readonly UnitType[] = [
  ...(["service", "service", "service", "service", "socket", "timer", "path", "target"] as const),
  ...(["mount", "automount", "swap", "slice", "device"] as const),
];
