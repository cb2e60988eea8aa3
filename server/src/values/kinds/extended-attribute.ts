/**
 * An extended attribute of a socket's files: a name that starts with `user.`, and its value behind the first `=`.
 * systemd: config_parse_xattr(), src/core/load-fragment.c
 */
import { expand } from "../expanded-text.ts";
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";

export const extendedAttribute: ValueKind = {
  id: "extended-attribute",
  describe: "a name and a value such as user.origin=unit",
  parse: parseExtendedAttribute,
};

function parseExtendedAttribute(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const equals = text.indexOf("=");
  if (equals < 0)
    return rejected(`${shown(text)} has no =; write a name and a value such as user.origin=unit`, whole(text));
  const name = MappedText.verbatim(text.slice(0, equals), 0);
  const expandedName = expand(name, at);
  if ("problem" in expandedName) return { parts: [], problems: [expandedName.problem] };
  if (!expandedName.text.text.startsWith("user."))
    return rejected(`The name ${shown(name.text)} must start with user.`, name.span(), {
      replacement: `user.${name.text}`,
    });
  const value = MappedText.verbatim(text.slice(equals + 1), equals + 1);
  const expandedValue = expand(value, at);
  if ("problem" in expandedValue) return { parts: [], problems: [expandedValue.problem] };
  const parts = [
    { kind: "variable-name", span: name.span() },
    ...expandedName.parts,
    { kind: "operator", span: { start: equals, end: equals + 1 } },
    ...(value.text === "" ? [] : [{ kind: "string", span: value.span() } as const]),
    ...expandedValue.parts,
  ] as const;
  return accepted(`${expandedName.text.text}=${expandedValue.text.text}`, parts);
}
