/** Hover over a system call or a group of them. */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { systemCallGroup, systemCallGroups } from "../../catalog/enums.ts";
import { remember } from "../../catalog/lazy.ts";
import { wordText } from "../../texts/texts.ts";
import { type Block, enumerate, plainly, say } from "./markup.ts";
import type { Describe, Piece } from "./piece.ts";
import { paragraphs } from "./told.ts";

/** The groups that a system call is in, and what happens to it here. */
export const describeSystemCall: Describe = piece => {
  const { context } = piece;
  const [name = "", error] = piece.text.split(":");
  const groups = groupsOf(context.version).get(name) ?? [];
  const membership = groups.length === 0 ? say`in no group` : say`in ${enumerate(groups)}`;
  return [say`${name}: a system call, ${membership}`, ...effect(piece, error)];
};

/** What a group holds in the version at hand. */
export const describeSystemCallGroup: Describe = piece => {
  const { version } = piece.context;
  const [name = "", error] = piece.text.split(":");
  const members = systemCallGroup(name, version);
  if (members === undefined) return [];
  const size = plainly(`${members.length} in systemd ${version}`);
  return [
    say`${name}: a group of system calls`,
    ...paragraphs(wordText(piece.texts, "system-call-groups", name)),
    say`${size}: ${enumerate(members, MOST)}`,
    ...effect(piece, error),
  ];
};

const MOST = 60;

function effect({ assignment, directive }: Piece, error: string | undefined): readonly Block[] {
  if (directive.name !== "SystemCallFilter") return [];
  const inverted = assignment.entry.value.text.startsWith("~");
  if (error !== undefined && error !== "") return [say`Forbidden here, with the error ${error}`];
  return [[inverted ? "Forbidden here" : "Allowed here, where the first line of the unit is a list of allowed ones"]];
}

/** The groups that hold a system call by themselves, without those that hold these groups. */
const groupsOf = remember((version: SystemdVersion): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const group of systemCallGroups(version).filter(name => name !== "@known")) {
    for (const member of systemCallGroup(group, version) ?? []) {
      const known = found.get(member);
      if (known === undefined) found.set(member, [group]);
      else known.push(group);
    }
  }
  return found;
});
