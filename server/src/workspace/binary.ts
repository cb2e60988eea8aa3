/** Telling text from what is none. */

/**
 * Whether a decoded content is no text: it starts as programs, archives and pictures do, or more than a tenth of its first 8 Ki
 * characters are controls or bytes that were not UTF-8 and no section header is among them (NUL is a line end to systemd).
 */
export function looksBinary(text: string): boolean {
  if (signatures.some(signature => text.startsWith(signature))) return true;
  const start = text.slice(0, PROBE_LENGTH);
  if (!suspect.test(start) || sectionHeader.test(start)) return false;
  return (start.match(oddCharacters)?.length ?? 0) > start.length / 10;
}

/** Whether a decoded content is UTF-16, of either byte order, with its mark. */
export function looksUtf16(text: string): boolean {
  return text.startsWith("\udcff\udcfe") || text.startsWith("\udcfe\udcff");
}

const PROBE_LENGTH = 8192;

/** ELF, gzip, PNG, zip, xz, zstd; bytes that are not UTF-8 as `decodeUtf8` gives them. */
const signatures = ["\x7fELF", "\x1f\udc8b", "\udc89PNG", "PK\x03\x04", "\udcfd7zXZ\0", "(\udcb5/\udcfd"];

const sectionHeader = /(?:^|[\r\n\0])[ \t]*\[[A-Z][A-Za-z-]*\](?:$|[\r\n\0])/;

/** Anything but tab, line feed, form feed, carriage return among the controls; bytes that were not UTF-8. */
const oddCharacters = /[\x00-\x08\x0b\x0e-\x1f\x7f]|[\udc80-\udcff]/gu;
/** The same, and halves of pairs: quick, as it reads code units. */
const suspect = /[\x00-\x08\x0b\x0e-\x1f\x7f\udc80-\udcff]/;
