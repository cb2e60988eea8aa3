/** Names of unit files, as far as the extension itself must know them. */

/** The types of units that have files. */
export const unitTypes = "service socket device mount automount swap target path timer slice".split(" ");

/** Every unit file and drop-in. */
export const unitFileGlob = `**/*.{${unitTypes.join(",")},conf}`;

/** The scheme of documents that no file holds. */
export const virtualScheme = "unitlint";

/** The unit that a file name is about: itself, or the unit whose drop-in folder it lies in; undefined for others. */
export function unitOfPath(path: string): { readonly unit: string; readonly folder: string } | undefined {
  const names = path.split("/");
  const [name = "", parent = ""] = names.toReversed();
  if (isUnitName(name)) return { unit: name, folder: names.slice(0, -1).join("/") || "/" };
  const owner = parent.endsWith(".d") ? parent.slice(0, -2) : "";
  return name.endsWith(".conf") && isUnitName(owner)
    ? { unit: owner, folder: names.slice(0, -2).join("/") || "/" }
    : undefined;
}

/** Whether systemd takes a name for that of a unit. systemd: unit_name_is_valid(), src/basic/unit-name.c */
export function isUnitName(name: string): boolean {
  const [, prefix = "", type = ""] = /^([\w:.\\-]+(?:@[\w:.\\@-]*)?)\.([a-z]+)$/.exec(name) ?? [];
  return name.length <= LONGEST && unitTypes.includes(type) && prefix !== "";
}

/** What is wrong with the beginning of a unit's name, before `@` and the type; undefined where it is good. */
export function prefixProblem(prefix: string): string | undefined {
  if (prefix === "") return "A unit needs a name, such as backup";
  const wrong = /[^\w:.\\-]/.exec(prefix)?.[0];
  if (wrong === " ") return "Unit names have no blanks; write - or _ instead";
  if (wrong === "@") return "The @ of a template is added by itself";
  if (wrong === "/") return "Unit names have no slashes";
  if (wrong !== undefined) return `Unit names have no ${wrong}`;
  if (prefix.length > LONGEST - 12) return "This name is too long";
  const type = unitTypes.find(type => prefix.endsWith(`.${type}`));
  return type === undefined ? undefined : `Leave out .${type}, which is added by itself`;
}

/** A path as the name of the mount unit for it. systemd: unit_name_path_escape(), src/basic/unit-name.c */
export function escapePath(path: string): string {
  const names = path.split("/").filter(name => name !== "" && name !== ".");
  if (names.length === 0) return "-";
  const escaped = names.map(name =>
    [...new TextEncoder().encode(name)]
      .map((byte, i) => {
        const sign = String.fromCharCode(byte);
        return /[\w:.]/.test(sign) && !(i === 0 && sign === ".") ? sign : `\\x${byte.toString(16).padStart(2, "0")}`;
      })
      .join(""),
  );
  return escaped.join("-");
}

/** systemd: UNIT_NAME_MAX, src/basic/unit-def.h */
const LONGEST = 255;
