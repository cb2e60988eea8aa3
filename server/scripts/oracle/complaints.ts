/** Reads what `systemd-analyze verify` prints. */

/** The complaints of the syntax level and of the vocabulary, which unitlint has to share. */
export const complaintClasses = [
  "unknown-section",
  "unknown-key",
  "outside-section",
  "missing-equals",
  "missing-key",
  "not-utf8",
  "bad-header",
  "over-long",
  "removed",
  "deprecated",
] as const;

export type ComplaintClass = (typeof complaintClasses)[number];

/** What a line of the output is about: a class to compare, or anything else. */
export type MessageClass = ComplaintClass | "other";

/** One message about one line of a file. */
export interface Complaint {
  readonly path: string;
  /** The last physical line of the logical line; 0 where systemd names none. */
  readonly line: number;
  readonly class: MessageClass;
  readonly message: string;
}

/** All complaints of an output, each once; `isKnown` tells the paths that were asked about from all others. */
export function readComplaints(output: string, isKnown: (path: string) => boolean): Complaint[] {
  const complaints = new Map<string, Complaint>();
  for (const outputLine of output.split("\n")) {
    const complaint = readComplaint(outputLine, isKnown);
    if (complaint !== undefined) complaints.set(outputLine, complaint);
  }
  return [...complaints.values()];
}

/** `error src/shared/conf-parser.c:214: ` in front of a message, as some wrappers print it. */
const locationPattern = /^(?:emerg|alert|crit|error|warning|notice|info|debug) \S+\.[ch]:\d+: /;

/** One line of output as a complaint; undefined where it is about no line of a known file. */
export function readComplaint(outputLine: string, isKnown: (path: string) => boolean): Complaint | undefined {
  const bare = outputLine.replace(locationPattern, "");
  for (const place of bare.matchAll(/:(\d+): /g)) {
    const path = bare.slice(0, place.index);
    if (!isKnown(path)) continue;
    const message = bare.slice(place.index + place[0].length);
    return { path, line: Number(place[1]), class: classOf(message), message };
  }
  return undefined;
}

const prefixes: readonly [MessageClass, RegExp][] = [
  ["unknown-section", /^Unknown section '/],
  ["unknown-key", /^Unknown key(?: name)? '/],
  ["outside-section", /^Assignment outside of section\./],
  ["missing-equals", /^Missing '=', ignoring line\./],
  ["missing-key", /^Missing key name before '=', ignoring line\./],
  ["not-utf8", /^String is not UTF-8 clean, ignoring assignment: /],
  ["bad-header", /^(?:Invalid section header|Section header invalid|Bad characters in section header) '/],
  ["removed", /^Support for option /],
  ["deprecated", /^Unit uses \w+=; please use (?:\w+=|IO\*= settings) instead|^Unit dependency type \w+= is obsolete/],
];

function classOf(message: string): MessageClass {
  return prefixes.find(([, pattern]) => pattern.test(message))?.[0] ?? "other";
}

const refusedPattern = /^(?:\S+ \S+\.[ch]:\d+: )?Unit (\S+) failed to load properly,.*: (.+)$/gm;

/** The names of the units that systemd could not read to their end because a line is too long. */
export function overlongUnits(output: string): Set<string> {
  const names = new Set<string>();
  for (const [, name = "", reason] of output.matchAll(refusedPattern)) {
    if (reason === "No buffer space available") names.add(name);
  }
  return names;
}

/**
 * Whether a value made systemd give up on the rest of a file. Such messages are the only ones about values without
 * the word "ignoring", but for unbalanced quotes.
 */
export function stopsReading({ class: messageClass, message }: Complaint): boolean {
  return (
    messageClass === "other" &&
    (!/ignor|updating|deprecated|obsolete/i.test(message) || message.startsWith("Unbalanced quoting"))
  );
}
