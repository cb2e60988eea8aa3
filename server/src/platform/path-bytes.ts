/** Paths on disk are bytes. Those that are not UTF-8 are texts with escaped bytes, as contents are (`text/utf8.ts`). */
import { encodeUtf8 } from "../text/utf8.ts";

/** The path as `node:fs` takes it without losing a byte. */
export function onDisk(path: string): string | Buffer {
  return escapedByte.test(path) ? Buffer.from(encodeUtf8(path)) : path;
}

/** Whether a name that `node:fs` gave as text may have lost bytes. */
export function isLossy(name: string): boolean {
  return name.includes("\ufffd");
}

const escapedByte = /[\udc80-\udcff]/;
