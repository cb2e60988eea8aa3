/** What is to be linted. */
import type { UnitFileName } from "../model/unit-file-name.ts";
import type { ReadOutcome } from "../workspace/file-host.ts";

/** One thing to lint, not read yet. */
export interface Input {
  /** As the user named it. */
  readonly path: string;
  /** What its path says, if anything. */
  readonly name: UnitFileName | undefined;
  readonly read: () => ReadOutcome;
}
