/** Internet addresses as inet_pton(3) of glibc reads them. systemd: in_addr_from_string(), src/basic/in-addr-util.c */

/** The family of an address: 4 or 6; undefined where it is none. */
export function ipFamily(text: string): 4 | 6 | undefined {
  if (isIpv4(text)) return 4;
  return isIpv6(text) ? 6 : undefined;
}

/** Four decimal numbers up to 255 without leading zeros. */
export function isIpv4(text: string): boolean {
  const numbers = text.split(".", 5);
  return (
    numbers.length === 4 && numbers.every(number => /^(?:0|[1-9][0-9]{0,2})$/.test(number) && Number(number) < 256)
  );
}

/** Eight groups of up to four hexadecimal digits; `::` stands for one or more of zero, and the last two may be an IPv4 address. */
export function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const halves = text.split("::", 3);
  if (halves.length > 2) return false;
  const groups = halves.map((half, index) => countGroups(half, index === halves.length - 1));
  if (groups.includes(undefined)) return false;
  const count = groups.reduce<number>((sum, groupsOfHalf) => sum + (groupsOfHalf ?? 0), 0);
  return halves.length === 2 ? count <= 7 : count === 8;
}

/** How many groups a half has, undefined where it is malformed; an IPv4 address at the end counts as two. */
function countGroups(half: string, last: boolean): number | undefined {
  if (half === "") return 0;
  const groups = half.split(":", 9);
  const tail = last && isIpv4(groups.at(-1) ?? "") ? groups.pop() : undefined;
  if (!groups.every(group => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.length + (tail === undefined ? 0 : 2);
}
