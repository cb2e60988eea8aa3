/** SVG by Graphviz, which comes as WebAssembly; this file is loaded only where SVG is asked for. */
import { UsageError } from "./usage-error.ts";

/** Draws a graph in Graphviz' language; throws a UsageError where the package is missing. */
export async function drawSvg(dot: string): Promise<string> {
  const { instance } = await loadGraphviz();
  const graphviz = await instance();
  return graphviz.renderString(dot, { format: "svg" });
}

async function loadGraphviz() {
  try {
    return await import("@viz-js/viz");
  } catch {
    throw new UsageError(
      "--format svg needs the package @viz-js/viz; --format dot and Graphviz' own dot -Tsvg do the same",
    );
  }
}
