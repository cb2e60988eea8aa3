/** Reads what `systemd-analyze verify` prints of each unit when it logs for debugging: all that a service manager knows of it. */

/** The lines of each unit's dump by its name, a template under its own. */
export function dumpsOf(output: string): ReadonlyMap<string, readonly string[]> {
  const dumps = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of output.split("\n")) {
    const unit = /^\t(?:->|→) Unit (.*):$/.exec(line)?.[1];
    if (unit !== undefined) {
      current = [];
      dumps.set(unit.replace(/@(?:i|test_instance)(?=\.[a-z]+$)/, "@"), current);
    } else if (current !== undefined && line.startsWith("\t\t")) current.push(inOrder(line.trim()));
    else current = undefined;
  }
  return dumps;
}

/** What systemd keeps in tables comes in another order each time. */
function inOrder(line: string): string {
  const [, name, words] = /^(SystemCallFilter|RestrictAddressFamilies|RestrictFileSystems): ~?(.*)$/.exec(line) ?? [];
  return words === undefined ? line : `${name}: ${line.includes(": ~") ? "~" : ""}${words.split(" ").sort().join(" ")}`;
}
