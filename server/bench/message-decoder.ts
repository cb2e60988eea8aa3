/** Messages out of the bytes that a language server writes, however they are cut. */

// biome-ignore lint/suspicious/noExplicitAny: what the server says is looked into as the protocol has it
export type Json = any;

/** Takes chunks, and gives each message once it is whole; chunks of one that is not are put together once. */
export function newDecoder(take: (message: Json) => void): (bytes: Buffer) => void {
  let chunks: Buffer[] = [];
  let length = 0;
  let needed = 0;
  return bytes => {
    chunks.push(bytes);
    length += bytes.length;
    if (length < needed) return;
    let buffer = Buffer.concat(chunks);
    for (;;) {
      const end = buffer.indexOf("\r\n\r\n");
      const size = end < 0 ? 0 : Number(/Content-Length: (\d+)/.exec(buffer.toString("latin1", 0, end))?.[1]);
      needed = end < 0 ? 0 : end + 4 + size;
      if (end < 0 || buffer.length < needed) break;
      take(JSON.parse(buffer.toString("utf8", end + 4, needed)));
      buffer = buffer.subarray(needed);
    }
    chunks = [buffer];
    length = buffer.length;
  };
}

/** A message with its header. */
export function framed(message: unknown): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
