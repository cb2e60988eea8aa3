/** The systemd of this host; a file of its own, since starting processes costs start-up. */
import { spawnSync } from "node:child_process";

/** The version of systemd on this host, or undefined where its systemctl does not say. */
export function hostSystemdVersion(): number | undefined {
  const { stdout } = spawnSync("systemctl", ["--version"], { encoding: "utf8", timeout: 5000 });
  const version = /^systemd (\d+)/.exec(stdout ?? "")?.[1];
  return version === undefined ? undefined : Number(version);
}
