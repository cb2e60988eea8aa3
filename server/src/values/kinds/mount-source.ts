/**
 * What is mounted or swapped to: a device, a file, a tag such as LABEL=…, or whatever the type of file system calls its source.
 * systemd: config_parse_mount_node(), src/core/load-fragment.c, since 256; before, a plain text for mounts and a path for swaps
 */
import { readExpanded } from "../expanded-text.ts";
import type { Parsed, ValueContext, ValueKind, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { byteLength, PATH_MAX, pathProblem } from "../path.ts";

export const mountSource: ValueKind = {
  id: "mount-source",
  describe: "a path, or a tag such as UUID=… or LABEL=…",
  parse: parseMountSource,
};

const isNodeSince = 256;

function parseMountSource(text: string, at: ValueContext): Parsed {
  const part = text.startsWith("/") ? "path" : "string";
  if (at.version >= isNodeSince) return readExpanded(text, at, judgeNode, { part });
  if (at.section === "Swap")
    return readExpanded(text, at, source => judgeSwap(source, at), { part, most: PATH_MAX - 1 });
  return readExpanded(text, at, () => undefined, { part });
}

function judgeNode(source: MappedText): ValueProblem | undefined {
  if (byteLength(udevNode(source.text)) < PATH_MAX) return undefined;
  return { message: "The source is longer than 4,095 bytes", span: source.span(), consequence: "drops-line" };
}

function judgeSwap(source: MappedText, { version }: ValueContext): ValueProblem | undefined {
  return source.text === "" ? undefined : pathProblem(source, { absolute: true, version }, "drops-line");
}

/** The device link of a tag; other sources stay. systemd: fstab_node_to_udev_node(), src/shared/fstab-util.c */
function udevNode(source: string): string {
  const [, tag, value] = /^(LABEL|UUID|PARTUUID|PARTLABEL)=(.*)$/s.exec(source) ?? [];
  if (tag === undefined || value === undefined) return source;
  const unquoted = /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;
  return `/dev/disk/by-${tag.toLowerCase()}/${unquoted.replace(/[^0-9A-Za-z#+\-.:=@_\u0080-\uffff]/g, "\\x00")}`;
}
