/** Hover over a user or a group: what the local tables say. */
import { decodeUtf8 } from "../../text/utf8.ts";
import { type Block, say } from "./markup.ts";
import type { Describe, Piece } from "./piece.ts";

/** The user's ID, home folder and shell. */
export const describeUser: Describe = piece => {
  const row = rowOf(piece, "passwd");
  if (row === undefined) return unknown(piece, "user");
  const [name = "", , uid = "", gid = "", , home = "", shell = ""] = row;
  return [say`User ${name}: ID ${uid}, group ID ${gid}, home folder ${home}, shell ${shell}`];
};

/** The group's ID and members. */
export const describeGroup: Describe = piece => {
  const row = rowOf(piece, "group");
  if (row === undefined) return unknown(piece, "group");
  const [name = "", , gid = "", members = ""] = row;
  const group = say`Group ${name}: ID ${gid}`;
  return [members === "" ? group : say`${group}, members ${members.replaceAll(",", ", ")}`];
};

function unknown({ text, snapshot: { roots } }: Piece, noun: string): readonly Block[] {
  if (text.includes("%")) return [];
  const [root] = roots;
  const where = root === undefined ? say`on this machine` : say`in ${root}`;
  return [
    say`No local ${[noun]} is called ${text} ${where}; others may be made at boot (sysusers.d) or come from the network`,
  ];
}

function rowOf({ text, snapshot: { host, roots } }: Piece, table: "passwd" | "group"): readonly string[] | undefined {
  const outcome = host.readStart(`${roots[0]?.replace(/\/$/, "") ?? ""}/etc/${table}`, LONGEST);
  if (!("bytes" in outcome)) return undefined;
  const rows = decodeUtf8(outcome.bytes)
    .split("\n")
    .map(line => line.split(":"));
  return rows.find(([name, , id]) => name !== "" && (name === text || (id === text && id !== "")));
}

/** In bytes; local tables are short. */
const LONGEST = 256 * 1024;
