/** Gives memory back once nothing changed for a while, when nobody notices that it takes time. */
import type { Environment } from "./environment.ts";

/** Waits for a pause. */
export interface Tidying {
  /** The pause begins anew. */
  somethingChanged(): void;
  /** There is something to tidy up. */
  plan(): void;
}

/** After which nobody is taken to be typing, in milliseconds. */
const LONG_PAUSE = 5000;

/** Nothing to do yet. */
export function newTidying({ later, now, giveBackMemory }: Environment): Tidying {
  let isPlanned = false;
  let lastChange = 0;
  const plan = (milliseconds = LONG_PAUSE) => {
    if (isPlanned) return;
    isPlanned = true;
    later(milliseconds, () => {
      isPlanned = false;
      const left = lastChange + LONG_PAUSE - now();
      if (left > 0) plan(left);
      else if (giveBackMemory()) plan();
    });
  };
  return {
    somethingChanged() {
      lastChange = now();
    },
    plan: () => plan(),
  };
}
