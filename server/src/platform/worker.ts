/** What a browser's worker offers, where Node would offer the disk and the process. */
import { noTexts, type Texts } from "../texts/texts.ts";

/** The scope of a worker; `unitlintTexts` is what its script was started with. */
interface WorkerScope {
  readonly unitlintTexts?: Texts;
  readonly unitlintViz?: { instance(): Promise<{ renderString(dot: string, options: { format: "svg" }): string }> };
  importScripts(url: string): void;
  close(): void;
}

const scope = globalThis as unknown as WorkerScope;

/** What messages come from and go to. */
export const workerScope: unknown = globalThis;

/** All texts; none where the script was started without. */
export function workerTexts(): Texts {
  return scope.unitlintTexts ?? noTexts;
}

/** Draws a graph in Graphviz' language; the script that can do so is loaded from a URL that is asked for at the first time. */
export async function drawSvgInWorker(dot: string, askForScript: () => Promise<string>): Promise<string> {
  if (scope.unitlintViz === undefined) scope.importScripts(await askForScript());
  const graphviz = await scope.unitlintViz?.instance();
  if (graphviz === undefined) throw new Error("the script that draws SVG is not what it should be");
  return graphviz.renderString(dot, { format: "svg" });
}

/** Says what went wrong, to whom it may concern: browsers show it beside the page. */
export function complainInWorker(problem: string): void {
  console.error(`unitlint: ${problem}`);
}

/** Ends the worker. */
export function closeWorker(): void {
  scope.close();
}

/** Calls back as soon as what waits was served; timers would wait for 4 ms each. */
export function soon(callback: () => void): void {
  waiting.push(callback);
  channel ??= openChannel();
  channel.postMessage(null);
}

const waiting: (() => void)[] = [];
let channel: Port | undefined;

interface Port {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
}

function openChannel(): Port {
  const { port1, port2 } = new MessageChannel() as unknown as { readonly port1: Port; readonly port2: Port };
  port1.onmessage = () => waiting.shift()?.();
  return port2;
}
