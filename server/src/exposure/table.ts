/** What `systemd-analyze security` assesses, and how much it weighs: `server/data/exposure.json`. */
import data from "../../data/exposure.json" with { type: "json" };
import { once } from "../catalog/lazy.ts";

/** One assessment. systemd: security_assessor_table[], src/analyze/analyze-security.c */
export interface ExposureRow {
  /** Its name in JSON, unique: `CapabilityBoundingSet_CAP_SYS_ADMIN`. */
  readonly field: string;
  /** As systemd shows it: `CapabilityBoundingSet=~CAP_SYS_ADMIN`. */
  readonly name: string;
  readonly weight: number;
  /** The greatest badness. */
  readonly range: number;
  /** How it is assessed: `bool`, `protect-home` … */
  readonly assess: string;
  /** What is looked at: capabilities, a kind of namespace, a group of system calls, a flag. */
  readonly subject?: string;
  /** Whether it is left out for units that start early, with DefaultDependencies=no. */
  readonly late?: boolean;
}

/** The shape of the table before it is written. */
export interface ExposureTable {
  readonly rows: readonly ExposureRow[];
  /** The system calls of x86-64: where others are concerned, nobody can make them there. */
  readonly nativeCalls: readonly string[];
}

/** All assessments in systemd's order. */
export const exposureRows: () => readonly ExposureRow[] = once(() => data.rows);

/** The system calls that exist on x86-64. */
export const nativeCalls: () => ReadonlySet<string> = once(() => new Set(data.nativeCalls.split(" ")));

/** The directives that bear on an assessment, by themselves: `DevicePolicy`, `DeviceAllow`. */
export function directivesOf({ field, name }: ExposureRow): readonly string[] {
  return several[field] ?? [name.slice(0, name.indexOf("="))];
}

const several: Readonly<Record<string, readonly string[]>> = {
  UserOrDynamicUser: ["User", "DynamicUser"],
  RootDirectoryOrRootImage: ["RootDirectory", "RootImage"],
  IPAddressDeny: ["IPAddressDeny", "IPAddressAllow"],
  DeviceAllow: ["DevicePolicy", "DeviceAllow"],
};
