/** A device and what may be done with it: `/dev/null rw`. systemd: config_parse_device_allow(), src/core/load-fragment.c; valid_device_node_path(), src/basic/path-util.c */
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind, type ValuePart, whole } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { readPath } from "../path-reading.ts";
import { shown } from "../shown.ts";
import { expandSpecifiers } from "../specifiers.ts";
import { wordFailure } from "../word-failure.ts";
import { nextWord } from "../words.ts";

export const deviceAllow: ValueKind = {
  id: "device-allow",
  describe: "a device below /dev, char-GROUP or block-GROUP, and rights out of r, w and m",
  parse: parseDevice,
};

function parseDevice(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const outcome = nextWord(text, 0, { unquote: true });
  if (outcome === undefined) return rejected("A device is missing", whole(text));
  if ("error" in outcome) return { parts: [], problems: [wordFailure(text, outcome, "drops-line")] };
  const device = readDevice(outcome.word, at);
  if ("problems" in device) return device;
  const rights = text.slice(outcome.rest);
  const parts: ValuePart[] = [...device.parts];
  if (rights === "") return accepted({ device: device.path, rights: "rwm" }, parts);
  const span = { start: outcome.rest, end: text.length };
  if (!/^[rwm]+$/.test(rights)) return rejected(rightsMessage(rights), span, meantRights(rights));
  return accepted({ device: device.path, rights }, [...parts, { kind: "keyword", span }]);
}

/** Groups of devices are not checked. */
function readDevice(word: MappedText, at: ValueContext): Parsed | { path: string; parts: readonly ValuePart[] } {
  const { text, parts } = expandSpecifiers(word, at);
  if (text !== undefined && /^(?:char|block)-/.test(text.text))
    return { path: text.text, parts: [{ kind: "string", span: word.span() }, ...parts] };
  const read = readPath(word, at, { consequence: "drops-line" });
  if (read.problem !== undefined || read.path === undefined)
    return { parts: read.parts, problems: read.problem === undefined ? [] : [read.problem] };
  const { path } = read;
  if (/^\/(?:dev|run\/systemd\/inaccessible)(?:\/|$)/.test(path)) return { path, parts: read.parts };
  return rejected(`${shown(word.text)} is no device; write a path below /dev, char-GROUP or block-GROUP`, word.span());
}

function rightsMessage(rights: string): string {
  if (/(?:^|\s)(?:\/dev\/|char-|block-)/.test(rights))
    return `Only one device may be written here; ${shown(rights)} is too much`;
  return `${shown(rights)} is not allowed as rights; write r, w and m without blanks`;
}

function meantRights(rights: string): { replacement?: string } {
  const meant = rights.toLowerCase().replace(/[\s,]+/g, "");
  if (meant === "ro") return { replacement: "r" };
  return /^[rwm]+$/.test(meant) ? { replacement: meant } : {};
}
