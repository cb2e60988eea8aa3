/** Networks that processes may reach. systemd: config_parse_in_addr_prefixes(), src/shared/in-addr-prefix-util.c; get_security_info() */
import type { SectionName } from "../catalog/directive.ts";
import { isSet, valuesOf } from "../model/reading.ts";
import type { Settings } from "../model/setting.ts";
import { ipFamily } from "../values/ip-address.ts";

/** From `open` to `none`: which networks are left; `program` where a BPF program decides. */
export type IpAccess = "program" | "open" | "some" | "localhost" | "none";

/** What IPAddressDeny= and IPAddressAllow= leave; anything short of denying all is open. */
export function ipAccess(settings: Settings, section: SectionName | undefined): IpAccess {
  if (section === undefined) return "open";
  if (["IPIngressFilterPath", "IPEgressFilterPath"].some(name => isSet(settings, section, name))) return "program";
  const denied = valuesOf(settings, section, "IPAddressDeny").map(({ value }) => value);
  if (!denied.some(value => covers(value, 4)) || !denied.some(value => covers(value, 6))) return "open";
  const allowed = valuesOf(settings, section, "IPAddressAllow").map(({ value }) => value);
  if (allowed.length === 0) return "none";
  return allowed.every(isLocal) ? "localhost" : "some";
}

/** Whether a network is all of a family. */
function covers(network: string, family: 4 | 6): boolean {
  const [address = "", length] = network.split("/");
  return network === "any" || (Number(length) === 0 && length !== undefined && ipFamily(address) === family);
}

/** Whether a network lies in 127.0.0.0/8 or is ::1. */
function isLocal(network: string): boolean {
  const [address = "", length] = network.split("/");
  const family = ipFamily(address);
  if (family === 4) return address.startsWith("127.") && Number(length ?? 32) >= 8;
  if (family === 6) return isLoopback6(address) && Number(length ?? 128) === 128;
  return /localhost(?:\.localdomain)?\.?$/i.test(network);
}

/** The loopback address however its zeros are written. */
function isLoopback6(address: string): boolean {
  return /^[0:]*:0*1$/.test(address) || /^[0:]*:0\.0\.0\.1$/.test(address);
}
