/** Programs that leave their starter, and those that stay, told by their arguments. */
import type { Program } from "../../values/programs.ts";
import { dataRows } from "./data.ts";
import { desktopRows } from "./desktop.ts";
import { hostRows } from "./host.ts";
import { networkRows } from "./network.ts";
import { remoteRows } from "./remote.ts";
import type { DaemonRow, Words } from "./row.ts";
import { starterRows } from "./starters.ts";
import { webRows } from "./web.ts";

/** Where a program goes once it is started: `background` where it starts another process for the work and ends itself. */
export interface Whereabouts {
  readonly goes: "background" | "foreground";
  /** The words that say so; absent where the program does it by itself. */
  readonly flag?: string;
  /** What keeps it in the foreground. */
  readonly instead?: string;
  /** Without the words it stays in the foreground and works. */
  readonly removable?: true;
}

/** Whether a program goes to the background; undefined where nobody knows, as its own configuration or a variable may decide. */
export function whereaboutsOf({ path, name, args }: Pick<Program, "path" | "name" | "args">): Whereabouts | undefined {
  const row = rowOf(name);
  if (row === undefined || (row.ordinary === true && !installed.test(path))) return undefined;
  const words = args.join(" ").slice(0, FAR);
  if (found(words, row.other) !== undefined) return undefined;
  const stays = found(words, row.foreground);
  const leaves = found(words, row.background);
  if (stays !== undefined && leaves !== undefined) return undefined;
  if (stays !== undefined) return { goes: "foreground", flag: stays };
  const instead = row.stay === undefined ? {} : { instead: row.stay };
  const removable = row.stay === undefined && row.stays !== false ? ({ removable: true } as const) : {};
  if (leaves !== undefined) return { goes: "background", flag: leaves, ...instead, ...removable };
  const open = args.some(arg => arg.startsWith("$"));
  return row.usually === undefined || open ? undefined : { goes: row.usually, ...instead };
}

/** By its plain name, or in a folder of packages. */
const installed = /^(?:[^/]*|\/(?:usr\/)?(?:s?bin|lib(?:exec)?\/.*)\/[^/]*)$/;

/** So much of a command is looked at: flags stand further in front, and looking back from each of them takes its time. */
const FAR = 2000;

/** What of the line is among the words. */
function found(line: string, words: Words | undefined): string | undefined {
  const pattern = typeof words === "string" ? new RegExp(`(?<!\\S)(?:${words})(?!\\S)`) : words;
  return pattern?.exec(line)?.[0]?.trim();
}

function rowOf(name: string): DaemonRow | undefined {
  rowsByName ??= new Map(rows.flatMap(row => row.names.split(" ").map(one => [one, row] as const)));
  return rowsByName.get(name.replace(/^php-fpm[\d.]*$/, "php-fpm"));
}

let rowsByName: ReadonlyMap<string, DaemonRow> | undefined;

const rows = [...webRows, ...dataRows, ...networkRows, ...remoteRows, ...hostRows, ...desktopRows, ...starterRows];
