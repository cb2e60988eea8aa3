/** The text of a new drop-in. */

/** The section of a unit's own type, with a reminder of the one thing that people stumble over. */
export function dropInText(unit: string): string {
  const type = unit.slice(unit.lastIndexOf(".") + 1);
  const section = ownSections[type] ?? "Unit";
  const [hint, example] = section === "Service" ? [clearing, "#ExecStart=\n#ExecStart=/usr/bin/…\n"] : [plain, ""];
  return `# Changes ${unit}, and is read after its own file.\n${hint}\n\n[${section}]\n${example}`;
}

const plain = "# What is set here wins; lists grow, and an empty assignment clears them.";
const clearing = `${plain}\n# A command is replaced by clearing it and then setting it anew.`;

/** Targets have no section of their own. */
const ownSections: Readonly<Record<string, string>> = {
  service: "Service",
  socket: "Socket",
  mount: "Mount",
  automount: "Automount",
  swap: "Swap",
  path: "Path",
  timer: "Timer",
  slice: "Slice",
};
