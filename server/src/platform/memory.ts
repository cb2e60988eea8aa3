/** Memory of this process. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * V8 takes the memory of the whole host for its own, and lets the heap grow to several times of what is in use before it collects garbage; it is
 * asked to, unless there can be little of it. Whether that is worth doing once more in a few seconds: only where nothing was allocated for so
 * long, the room for new objects shrinks.
 */
export function giveBackMemory(): boolean {
  const hasGrown = process.memoryUsage().heapUsed >= tidyHeap * 1.05;
  if (!hasGrown && isTidy) return false;
  collectGarbage();
  tidyHeap = process.memoryUsage().heapUsed;
  isTidy = !hasGrown;
  return hasGrown;
}

/** From now on garbage is collected once the heap has grown by a quarter, also while nobody pauses: slower, but not by much. */
export function boundGarbage(): void {
  setFlagsFromString("--heap-growing-percent=25");
}

let tidyHeap = 0;
let isTidy = true;

let collect: (() => void) | undefined;

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  collect ??= runInNewContext("gc") as () => void;
  collect();
}
