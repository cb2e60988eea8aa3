/**
 * What the sandbox of a unit puts in the place of paths, for its processes.
 * systemd: setup_namespace(), sort_and_drop_unused_mounts(), src/core/namespace.c
 */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { derive } from "../derived.ts";
import { flagOf, isSet } from "../reading.ts";
import { hasGaps } from "../refusals/gaps.ts";
import { filesOf } from "../refusals/lost-lines.ts";
import type { PlacedAssignment } from "../setting.ts";
import type { Unit } from "../unit.ts";
import type { Manager } from "../unit-file-name.ts";
import type { UnitSet } from "../unit-set.ts";
import { accessMounts, bindMounts, directoryMounts, temporaryMounts } from "./lists.ts";
import { isBelow, type MountMode, presentPath, type SandboxMount, type SandboxSubject } from "./mount.ts";
import { homeMounts, systemMounts, temporaryFolderMounts } from "./words.ts";

/** The unit with its settings, where all of it can be read; undefined where it is not loaded, or has gaps. */
export function sandboxSubject(unit: Unit, set: UnitSet): SandboxSubject | undefined {
  return derive(unit, "sandbox", () => ({ subject: readSubject(unit, set) })).subject;
}

function readSubject(unit: Unit, { catalog, manager }: UnitSet): SandboxSubject | undefined {
  if (unit.load !== "loaded" || filesOf(unit).some(file => file.stop !== undefined || hasGaps(file))) return undefined;
  const section = unit.type.charAt(0).toUpperCase() + unit.type.slice(1);
  return { settings: unit.settings, section, version: catalog.version, manager, derived: {} };
}

/** All mounts; undefined where it cannot be told what paths mean: another root, images, placeholders, open specifiers. */
export function sandboxMounts(subject: SandboxSubject): readonly SandboxMount[] | undefined {
  return derive(subject, "mounts", () => ({ mounts: findMounts(subject) })).mounts;
}

function findMounts(subject: SandboxSubject): readonly SandboxMount[] | undefined {
  const { settings, section, version, manager } = subject;
  if (manager === "user" && version < userSandboxSince)
    return isSet(settings, section, "PrivateUsers") ? undefined : [];
  if (elsewhere.some(name => isSet(settings, section, name))) return undefined;
  if (flagOf(settings, section, "PermissionsStartOnly", false) || !isSettled(subject)) return undefined;
  const mounts = [homeMounts, systemMounts, temporaryFolderMounts, accessMounts, bindMounts, temporaryMounts];
  const all = [...mounts, directoryMounts].flatMap(find => find(subject));
  return all.map(mount => ({ ...mount, path: presentPath(mount.path) }));
}

/** What hides a path: all below it; and the path itself, if that is a file. */
export function hiddenBy(mounts: readonly SandboxMount[], path: string, isFile = false): SandboxMount | undefined {
  const barred = mounts.find(
    ({ mode, path: place }) => mode === "inaccessible" && (isBelow(path, place) || (isFile && path === place)),
  );
  if (barred !== undefined) return barred;
  const emptied = mounts.filter(
    mount => mount.mode === "empty" && isBelow(path, mount.path) && prevails(mount, mounts),
  );
  const deepest = emptied.reduce<SandboxMount | undefined>(deeper, undefined);
  return deepest !== undefined && !mounts.some(mount => bringsBack(mount, deepest, path)) ? deepest : undefined;
}

/** What keeps a file from being written; undefined where nothing does, or it is elsewhere. */
export function writeBarrier(mounts: readonly SandboxMount[], path: string): SandboxMount | undefined {
  const around = mounts.filter(({ mode, path: place }) => mode !== "exec" && (path === place || isBelow(path, place)));
  const nearest = around.reduce<SandboxMount | undefined>(deeper, undefined);
  return around.find(({ mode, path: place }) => mode === "read-only" && place === nearest?.path);
}

/** Whether a specifier stands in a value of which only the host, or an instance without its escapes, tells what it is. */
export function hasOpenSpecifier({ entry }: PlacedAssignment, manager: Manager): boolean {
  const text = entry.value.text;
  const open = manager === "user" ? /%[^CELSthijJnNpPTV]/ : /%[^CDEgGhijJLnNpPStTuUV]/;
  return text.includes("%") && open.test(text.replaceAll("%%", ""));
}

/** Newer user managers make a user namespace for it; older ones go on without a word. */
const userSandboxSince: SystemdVersion = 257;

/** What makes all paths, or some that are not seen, mean others. */
const elsewhere = [
  "RootDirectory",
  "RootImage",
  "RootMStack",
  "MountImages",
  "ExtensionImages",
  "ExtensionDirectories",
];

const lists = ["BindPaths", "BindReadOnlyPaths", "TemporaryFileSystem", "InaccessiblePaths", "ReadOnlyPaths"];
const words = ["ProtectHome", "ProtectSystem", "PrivateTmp", "DynamicUser", "ReadWritePaths"];

function isSettled({ settings, section, manager }: SandboxSubject): boolean {
  return [...lists, ...words].every(
    name => !settings.of(section, name)?.effective.some(at => at.parsed === undefined || hasOpenSpecifier(at, manager)),
  );
}

/** systemd: mount_path_compare(), drop_duplicates() */
function prevails({ path }: SandboxMount, mounts: readonly SandboxMount[]): boolean {
  return !mounts.some(mount => mount.path === path && stronger.includes(mount.mode));
}

const stronger: readonly MountMode[] = ["bind", "read-only", "writable", "exec"];

function deeper(one: SandboxMount | undefined, other: SandboxMount): SandboxMount {
  return one !== undefined && one.path.length >= other.path.length ? one : other;
}

/** What is mounted into an empty folder is there, with the folders on the way to it. */
function bringsBack({ mode, path: place }: SandboxMount, emptied: SandboxMount, path: string): boolean {
  if ((mode !== "bind" && mode !== "empty") || !isBelow(place, emptied.path)) return false;
  return place === path || isBelow(path, place) || isBelow(place, path);
}
