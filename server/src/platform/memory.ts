/** Memory of this process. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * V8 takes the memory of the whole host for its own, and lets the heap grow to several times of what is in use before it collects garbage; it is
 * asked to, unless the heap grew little since the last time.
 */
export function giveBackMemory(): void {
  if (process.memoryUsage().heapTotal < tidyHeap * 1.2) return;
  collectGarbage();
  tidyHeap = process.memoryUsage().heapTotal;
}

let tidyHeap = 0;

let collect: (() => void) | undefined;

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  collect ??= runInNewContext("gc") as () => void;
  collect();
}
