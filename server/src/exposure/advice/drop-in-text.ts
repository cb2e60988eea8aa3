/** The text of a suggested drop-in. */
import type { Hardening, Line, Theme } from "./hardening.ts";

/** A row that is suggested for a unit. */
export interface Suggested {
  readonly hardening: Hardening;
  /** What speaks against it; only where the strict are asked. */
  readonly objection?: string;
}

/** Lines under their comments; of rows that forbid words of one list and to which nobody objects, a single line. */
export function dropInText(rows: readonly Suggested[], heading: readonly string[] = []): string {
  const blocks = Object.entries(themes).flatMap(([theme, title]) => {
    const own = rows.filter(({ hardening }) => hardening.theme === theme);
    return own.length === 0 ? [] : [[`## ${title}`, ...linesOf(own)].join("\n")];
  });
  return [...(heading.length === 0 ? [] : [heading.map(line => `# ${line}`).join("\n")]), "[Service]", ...blocks]
    .join("\n\n")
    .replace("[Service]\n\n", "[Service]\n")
    .concat("\n");
}

const themes: Readonly<Record<Theme, string>> = {
  identity: "Account",
  processes: "Processes",
  files: "Files",
  devices: "Devices",
  kernel: "Kernel",
  network: "Network",
  capabilities: "Capabilities",
  calls: "System calls",
};

function linesOf(rows: readonly Suggested[]): string[] {
  const written: string[] = [];
  const tails = new Map<string, Line>();
  for (const group of grouped(rows)) {
    for (const { hardening, objection } of group) {
      written.push(`# ${hardening.forbids}`);
      if (objection !== undefined) written.push(`# But ${objection}`);
      for (const line of hardening.lines.slice(1)) tails.set(`${line.name}=${line.value}`, line);
    }
    written.push(assignment(joinedLine(group)));
  }
  return [...written, ...[...tails.values()].map(assignment)];
}

/** Rows side by side that make one line. */
function grouped(rows: readonly Suggested[]): Suggested[][] {
  const groups: Suggested[][] = [];
  for (const row of rows) {
    const key = joinKey(row);
    const known =
      key === undefined ? undefined : groups.find(([first]) => first !== undefined && joinKey(first) === key);
    if (known === undefined) groups.push([row]);
    else known.push(row);
  }
  return groups;
}

function joinKey({ hardening, objection }: Suggested): string | undefined {
  const [{ name, value }] = hardening.lines;
  return objection === undefined && value.startsWith("~") ? name : undefined;
}

/** Rows that forbid words of one list as the one line that forbids them all. */
export function joinedLine(group: readonly Suggested[]): Line {
  const lines = group.map(({ hardening }) => hardening.lines[0]);
  const [first = { name: "", value: "" }, ...others] = lines;
  return { name: first.name, value: [first.value, ...others.map(({ value }) => value.slice(1))].join(" ") };
}

function assignment({ name, value }: Line): string {
  return `${name}=${value}`;
}
