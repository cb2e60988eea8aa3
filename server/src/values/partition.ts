/** Partitions of disk images by their purpose. systemd: partition_designator_from_string(), src/shared/gpt.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import { nearest } from "../text/nearest.ts";
import type { Consequence, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { shown } from "./shown.ts";

const current = [
  "root",
  "usr",
  "home",
  "srv",
  "esp",
  "xbootldr",
  "swap",
  "root-verity",
  "usr-verity",
  "root-verity-sig",
  "usr-verity-sig",
  "tmp",
  "var",
];

/** Partitions of other architectures; their names went between 253 and 257. */
const foreign = ["root", "usr"].flatMap(name =>
  ["secondary", "other"].flatMap(kind => ["", "-verity", "-verity-sig"].map(suffix => `${name}-${kind}${suffix}`)),
);

/** The names of partitions that a release knows. */
export function partitionNames(version: SystemdVersion): readonly string[] {
  return version < 253 ? [...current, ...foreign] : current;
}

/** The problem of a name of a partition that does not exist, or undefined. */
export function partitionProblem(
  name: MappedText,
  version: SystemdVersion,
  consequence: Consequence,
): ValueProblem | undefined {
  const names = partitionNames(version);
  if (names.includes(name.text)) return undefined;
  const close = nearest(name.text, names);
  const message = `${shown(name.text)} is no partition of an image; write one such as root, usr or home`;
  const problem: ValueProblem = { message, span: name.span(), consequence };
  return close === undefined ? problem : { ...problem, replacement: close };
}
