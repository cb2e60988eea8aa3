/** Reads zip archives, as far as those that this project writes go. */
import { inflateRawSync } from "node:zlib";

/** One file in an archive. */
export interface Entry {
  readonly name: string;
  read(): Buffer;
}

/** The files of an archive, by its central directory. */
export function entriesOf(archive: Buffer): readonly Entry[] {
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new RangeError("no zip archive");
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map(offset => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = archive.readUInt32LE(at + 42);
    const content = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(content, content + size);
    entries.push({
      name: archive.toString("utf8", at + 46, at + 46 + name),
      read: () => (method === 0 ? bytes : inflateRawSync(bytes)),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}
