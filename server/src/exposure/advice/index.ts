/** All advice: what to write to lower the exposure of a service, theme after theme. */
import { calls } from "./calls.ts";
import { capabilities } from "./capabilities.ts";
import { devices } from "./devices.ts";
import { files } from "./files.ts";
import type { Hardening } from "./hardening.ts";
import { identity } from "./identity.ts";
import { kernel } from "./kernel.ts";
import { network } from "./network.ts";
import { processes } from "./processes.ts";

/** The rows in the order in which they are tried: of those that exclude one another the strongest first. */
export const hardenings: readonly Hardening[] = [
  ...identity,
  ...files,
  ...devices,
  ...kernel,
  ...processes,
  ...network,
  ...capabilities,
  ...calls,
];

/** Assessments that nobody can advise on without knowing the machine: a root folder must be built first. */
export const unadvised: readonly string[] = ["RootDirectoryOrRootImage"];
