/** SVG by Graphviz, which comes as WebAssembly; this file is loaded only where SVG is asked for. */

/** Draws a graph in Graphviz' language; undefined where the package is missing. */
export async function drawSvg(dot: string): Promise<string | undefined> {
  const graphviz = await loadGraphviz();
  return graphviz?.renderString(dot, { format: "svg" });
}

async function loadGraphviz() {
  try {
    const { instance } = await import("@viz-js/viz");
    return await instance();
  } catch {
    return undefined;
  }
}
