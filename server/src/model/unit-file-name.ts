/** What a path says about a unit file: its unit, its type, fragment or drop-in, skeleton, manager. */
import type { UnitType } from "../catalog/directive.ts";
import { isUnitType } from "../catalog/unit-types.ts";

/** Which service manager reads a unit: the system's or a user's. */
export type Manager = "system" | "user";

/** The name of a unit file in its role. */
export interface UnitFileName {
  /** `nginx.service`; for a drop-in of a whole type (`service.d/x.conf`) only `service`. */
  readonly unit: string;
  readonly type: UnitType;
  readonly role: "fragment" | "drop-in";
  /** A file such as `app.service.in` that a build or a template engine completes. */
  readonly skeleton: boolean;
  readonly manager: Manager;
}

/** Reads a path with `/` between its parts; undefined where it names neither unit file nor drop-in. */
export function unitFileName(path: string): UnitFileName | undefined {
  const parts = path.split("/");
  const { name, skeleton } = withoutSkeletonSuffix(withoutEditorSuffix(parts.at(-1) ?? ""));
  const manager = managerOf(parts);
  const owner = dropInOwner(parts.at(-2) ?? "");
  if (owner !== undefined && name.endsWith(".conf")) return { ...owner, role: "drop-in", skeleton, manager };
  const type = unitTypeOf(name, skeleton);
  return type && { unit: name, type, role: "fragment", skeleton, manager };
}

/** Whether a path that `unitFileName` does not know is that of a unit file or drop-in but for a name that systemd does not accept. */
export function isMisnamed(path: string): boolean {
  const [name = "", folder = ""] = path.split("/").reverse();
  const meant = name.endsWith(".conf") && folder.endsWith(".d") ? folder.slice(0, -2) : name;
  const dot = meant.lastIndexOf(".");
  return dot > 0 && isUnitType(meant.slice(dot + 1)) && unitTypeOf(meant) === undefined;
}

/** The type of a valid unit name, template and instance names included. systemd: unit_name_is_valid(), src/basic/unit-name.c */
export function unitTypeOf(name: string, skeleton = false): UnitType | undefined {
  const dot = name.lastIndexOf(".");
  const suffix = name.slice(dot + 1);
  if (dot <= 0 || name.length > UNIT_NAME_MAX || !isUnitType(suffix)) return undefined;
  const valid = skeleton ? skeletonPrefixPattern : prefixPattern;
  return valid.test(name.slice(0, dot)) ? suffix : undefined;
}

const UNIT_NAME_MAX = 255;
const prefixPattern = /^[A-Za-z0-9:_.\\-][A-Za-z0-9:_.\\@-]*$/;
const skeletonPrefixPattern = /^[^/]+$/;

/** The nearest folder called `system` or `user` tells, as in `/etc/systemd/user`; `/home/user` is none. */
function managerOf(parts: readonly string[]): Manager {
  const at = parts.findLastIndex((part, i) => part === "system" || (part === "user" && parts[i - 1] !== "home"));
  return parts[at] === "user" ? "user" : "system";
}

/** The unit or the type whose drop-ins a folder `NAME.d` holds. */
function dropInOwner(folder: string): { unit: string; type: UnitType } | undefined {
  if (!folder.endsWith(".d")) return undefined;
  const unit = folder.slice(0, -2);
  const type = isUnitType(unit) ? unit : unitTypeOf(unit);
  return type && { unit, type };
}

/** `systemctl edit` works on `.#NAME` followed by 16 hexadecimal digits. systemd: tempfn_random(), src/basic/tmpfile-util.c */
function withoutEditorSuffix(name: string): string {
  return /^\.#(.+?)[0-9a-f]{16}$/.exec(name)?.[1] ?? name;
}

const skeletonSuffixPattern = /\.(?:in|j2|jinja2?|erb|epp|tmpl|tpl|template|gotmpl|mustache)$/;

function withoutSkeletonSuffix(name: string): { name: string; skeleton: boolean } {
  const bare = name.replace(skeletonSuffixPattern, "");
  return { name: bare, skeleton: bare !== name };
}
