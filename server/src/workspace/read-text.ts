/** From the bytes of a file to the text that is judged. */
import { decodeUtf8 } from "../text/utf8.ts";
import { looksBinary, looksUtf16 } from "./binary.ts";

/** The text, or why there is none (one line for people, no final period). */
export function unitTextOf(bytes: Uint8Array): { readonly text: string } | { readonly problem: string } {
  const text = decodeUtf8(bytes);
  if (looksUtf16(text)) return { problem: "is UTF-16 text; systemd reads UTF-8 only" };
  if (looksBinary(text)) return { problem: "is a binary file, not a unit file" };
  return { text };
}
