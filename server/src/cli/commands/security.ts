/** `unitlint security [UNITS|PATHS…]`: how exposed units are, as `systemd-analyze security --offline=true` tells it. */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { exposureOf, exposureText } from "../../exposure/exposure.ts";
import type { Policy } from "../../exposure/policy.ts";
import type { TargetName } from "../../lint/finding.ts";
import type { JudgedUnit } from "../../reports/exposure.ts";
import type { CommandOutput } from "../command-output.ts";
import type { ExposedUnit, ExposedUnits } from "../exposed-units.ts";
import { exposureReporters } from "../reporters/exposure.ts";
import type { SecurityFormat } from "../reporters/formats.ts";
import type { Paint } from "../terminal.ts";

/** What was asked. */
export interface SecurityArguments {
  readonly format: SecurityFormat;
  /** In tenths, 0 … 100: units above it fail. */
  readonly threshold: number;
  readonly policy: Policy | undefined;
  readonly target: { readonly name: TargetName; readonly version: SystemdVersion };
}

/** Status 1 where a unit is more exposed than the threshold allows, or cannot be assessed because systemd would not load it. */
export function security(
  { units, problems, unread }: ExposedUnits,
  args: SecurityArguments,
  paint: Paint,
): CommandOutput {
  const { version } = args.target;
  const judged = units.flatMap(({ unit, set }): JudgedUnit[] =>
    unit.load === "loaded"
      ? [{ unit, exposure: exposureOf(unit, { version, manager: set.manager, policy: args.policy }) }]
      : [],
  );
  const failures = [...problems, ...units.flatMap(unloadable)];
  if (judged.length + failures.length + unread().length === 0)
    failures.push("no services here; name a unit, a file or a folder");
  const over = judged.filter(({ exposure }) => exposure.tenths > args.threshold);
  const limit = args.threshold < 100 ? over.map(overThreshold(args.threshold)) : [];
  return {
    stdout: exposureReporters[args.format](judged, { target: args.target, paint }),
    stderr: [...failures, ...limit].map(line => `unitlint: ${line}\n`).join(""),
    status: failures.length > 0 || over.length > 0 ? 1 : 0,
  };
}

/** Units that are masked are passed by, unless they were named. */
function unloadable({ unit, named }: ExposedUnit): string[] {
  if (unit.load === "loaded" || (unit.load === "masked" && !named)) return [];
  if (unit.load === "masked") return [`${unit.id} is masked`];
  const path = unit.fragment?.source.path ?? unit.id;
  return [`${unit.id}: systemd refuses to load it, so that nothing can be assessed; unitlint ${path} tells why`];
}

function overThreshold(threshold: number): (judged: JudgedUnit) => string {
  return ({ unit, exposure }) =>
    `${unit.id}: its exposure ${exposureText(exposure.tenths)} is over the threshold of ${exposureText(threshold)}`;
}
