/** The users and groups that a root knows, or makes when it boots. */
import type { RootFiles } from "./root-files.ts";

/** Names of accounts. */
export interface RootAccounts {
  readonly users: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** Undefined where accounts may come from elsewhere, such as a directory service. */
export function rootAccounts(files: RootFiles): RootAccounts | undefined {
  const known = accounts.get(files);
  if (known !== undefined) return known.found;
  const found = comesFromFiles(files) ? findAccounts(files) : undefined;
  accounts.set(files, { found });
  return found;
}

const accounts = new WeakMap<RootFiles, { readonly found: RootAccounts | undefined }>();

function findAccounts(files: RootFiles): RootAccounts | undefined {
  const users = new Set([...namesIn(files, "passwd"), ...records(files, "user")]);
  const groups = new Set([...namesIn(files, "group"), ...records(files, "group")]);
  if (!users.has("root")) return undefined;
  for (const folder of ["/usr/lib/sysusers.d", "/etc/sysusers.d", "/run/sysusers.d"]) {
    for (const name of files.names(folder))
      if (name.endsWith(".conf")) enter(files.text(`${folder}/${name}`), users, groups);
  }
  for (const name of ["root", "nobody"]) users.add(name);
  for (const name of ["root", "nobody", "nogroup"]) groups.add(name);
  return { users, groups };
}

/** What a boot makes. systemd: parse_line(), src/sysusers/sysusers.c */
function enter(text: string, users: Set<string>, groups: Set<string>): void {
  for (const line of text.split("\n")) {
    const [type = "", name = "", more = ""] = line.trim().replaceAll('"', "").split(/\s+/);
    if (/^[um]!?$/.test(type)) users.add(name);
    if (/^(?:[ug]!?)$/.test(type)) groups.add(name);
    if (type === "m") groups.add(more);
  }
}

function namesIn(files: RootFiles, name: string): readonly string[] {
  const texts = ["/etc", "/usr/lib", "/var/lib/extrausers"].map(folder => files.text(`${folder}/${name}`));
  return texts.flatMap(text => text.split("\n").flatMap(line => /^([^:#+-][^:]*):/.exec(line)?.[1] ?? []));
}

/** systemd: userdb_by_name(), src/shared/userdb-dropin.c */
function records(files: RootFiles, type: "user" | "group"): readonly string[] {
  const names = ["/etc/userdb", "/run/userdb", "/usr/lib/userdb"].flatMap(folder => files.names(folder));
  return names.flatMap(name => (name.endsWith(`.${type}`) ? [name.slice(0, -type.length - 1)] : []));
}

function comesFromFiles(files: RootFiles): boolean {
  const lines = files.text("/etc/nsswitch.conf").split("\n");
  const sources = lines.flatMap(line => /^\s*(?:passwd|group):([^#]*)/.exec(line)?.[1] ?? []);
  const words = sources.flatMap(line =>
    line
      .replaceAll(/\[[^\]]*\]/g, " ")
      .split(/\s+/)
      .filter(word => word !== ""),
  );
  return words.every(word => ["files", "compat", "systemd", "altfiles", "extrausers", "mymachines"].includes(word));
}
