/** Families of addresses that sockets may have. systemd: parse_address_families(), src/shared/parse-helpers.c; get_security_info() */
import { isInvertible } from "./replay.ts";

/** The families that are assessed. */
export const assessedFamilies = ["inet", "unix", "netlink", "packet", "other"] as const;
export type AssessedFamily = (typeof assessedFamilies)[number];

/** What RestrictAddressFamilies= comes to. */
export interface AddressFamilies {
  readonly restricted: ReadonlySet<AssessedFamily>;
}

/** The first list says what its families are: all that is allowed, or what is forbidden; later ones add to it or take away from it. */
export function addressFamilies(values: readonly unknown[]): AddressFamilies {
  let listed: Set<string> | undefined;
  let allows = false;
  for (const value of values) {
    if (!isInvertible(value)) {
      listed = undefined;
      allows = value === "none";
    } else {
      if (listed === undefined) allows = !value.inverted;
      listed ??= new Set();
      for (const word of value.words) {
        if (value.inverted === allows) listed.delete(usual(word));
        else listed.add(usual(word));
      }
    }
  }
  return { restricted: new Set(allows ? assessedFamilies.filter(family => !has(listed, family)) : present(listed)) };
}

function present(listed: ReadonlySet<string> | undefined): readonly AssessedFamily[] {
  return assessedFamilies.filter(family => has(listed, family));
}

function has(listed: ReadonlySet<string> | undefined, family: AssessedFamily): boolean {
  return [...(listed ?? [])].some(name => name !== "AF_UNSPEC" && (assessedAs.get(name) ?? "other") === family);
}

const assessedAs: ReadonlyMap<string, AssessedFamily> = new Map([
  ["AF_INET", "inet"],
  ["AF_INET6", "inet"],
  ["AF_UNIX", "unix"],
  ["AF_NETLINK", "netlink"],
  ["AF_PACKET", "packet"],
]);

const otherNames: ReadonlyMap<string, string> = new Map([
  ["AF_LOCAL", "AF_UNIX"],
  ["AF_FILE", "AF_UNIX"],
  ["AF_ROUTE", "AF_NETLINK"],
]);

function usual(name: string): string {
  return otherNames.get(name) ?? name;
}
