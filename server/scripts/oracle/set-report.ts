/** Prints how well the model and a service manager agree on sets of units. */
import type { Difference } from "./set-compare.ts";
import { formatTable } from "./table.ts";

/** The outcome of a comparison. */
export interface SetTally {
  sets: number;
  /** Sets of which the manager said nothing. */
  silent: number;
  readonly disagreeing: { readonly name: string; readonly differences: readonly Difference[] }[];
}

/** The numbers, by class of difference. */
export function setTable({ sets, silent, disagreeing }: SetTally): string {
  const compared = sets - silent;
  const agreed = compared - disagreeing.length;
  const share = ((100 * agreed) / Math.max(1, compared)).toFixed(2);
  const head = `${sets} sets, ${silent} of them without an answer; both say the same of ${agreed} (${share} %)`;
  const classes = [...new Set(disagreeing.flatMap(({ differences }) => differences.map(one => one.class)))];
  const rows = classes.map(name => {
    const counts = disagreeing.map(({ differences }) => differences.filter(one => one.class === name).length);
    return [name, String(counts.filter(count => count > 0).length), String(counts.reduce((a, b) => a + b, 0))];
  });
  return rows.length === 0 ? head : `${head}\n\n${formatTable([["class", "sets", "units"], ...rows])}`;
}

const MOST_OF_ONE_SET = 8;

/** The differences of the first sets, of one class where that is named. */
export function setText({ disagreeing }: SetTally, shown: number, folder: string, only?: string): string {
  const lines: string[] = [];
  for (const { name, differences } of disagreeing) {
    const wanted = differences.filter(one => only === undefined || one.class === only);
    if (wanted.length === 0 || lines.length >= shown) continue;
    const texts = wanted
      .slice(0, MOST_OF_ONE_SET)
      .map(one => `  ${one.class} of ${one.unit}: systemd: ${one.systemd || "-"}; model: ${one.model || "-"}`);
    lines.push([`\n${folder}/${name}`, ...texts].join("\n"));
  }
  return lines.join("\n");
}
