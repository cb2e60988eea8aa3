/**
 * Options of a mount or of a swap device, as mount(8) or swapon(8) take them: systemd resolves their specifiers and checks nothing.
 * systemd: config_parse_unit_string_printf(), src/core/load-fragment.c
 */
import { readExpanded } from "../expanded-text.ts";
import type { Parsed, ValueContext, ValueKind, ValuePart } from "../kind.ts";

export const mountOptions: ValueKind = {
  id: "mount-options",
  describe: "mount options with commas between them, such as noatime,ro",
  parse: parseMountOptions,
};

function parseMountOptions(text: string, at: ValueContext): Parsed {
  const { parts, ...parsed } = readExpanded(text, at, () => undefined);
  const specifiers = parts.filter(({ kind }) => kind === "specifier");
  return { ...parsed, parts: [...optionParts(text), ...specifiers] };
}

/** The names of options and their values; a comma in quotes belongs to a value. */
function optionParts(text: string): readonly ValuePart[] {
  const parts: ValuePart[] = [];
  for (const { index, 0: option } of text.matchAll(/(?:"[^"]*"|[^,"])+/g)) {
    const equals = option.indexOf("=");
    const name = equals < 0 ? option : option.slice(0, equals);
    if (name !== "") parts.push({ kind: "keyword", span: { start: index, end: index + name.length } });
    const value = { start: index + equals + 1, end: index + option.length };
    if (equals >= 0 && value.start < value.end) parts.push({ kind: "string", span: value });
  }
  return parts;
}
