/**
 * How the root image is verified: the path of a file, taken as it is, or the bytes themselves.
 * systemd: config_parse_exec_root_hash(), config_parse_exec_root_hash_sig(), src/core/load-fragment.c
 */
import { base64Fault, hexFault, hexLength } from "../encoded-bytes.ts";
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind, whole } from "../kind.ts";

export const rootHashes: readonly ValueKind[] = [
  { id: "root-hash", describe: "an absolute path, or at least 32 hexadecimal digits", parse: parseRootHash },
  { id: "root-hash-signature", describe: "an absolute path, or base64: and the signature", parse: parseSignature },
];

const leastBytes = 16;

function parseRootHash(text: string): Parsed {
  if (text === "") return accepted("");
  if (text.startsWith("/")) return accepted(text, [{ kind: "path", span: whole(text) }]);
  const fault = hexFault(text);
  if (fault !== undefined) return rejected(`${fault.message}; write a hash, or an absolute path`, fault.span);
  if (hexLength(text) < leastBytes) return rejected("The hash is shorter than 32 hexadecimal digits", whole(text));
  return accepted(text, [{ kind: "string", span: whole(text) }]);
}

function parseSignature(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  if (text.startsWith("/")) return accepted(text, [{ kind: "path", span: whole(text) }]);
  if (!text.startsWith("base64:")) return rejected("Write base64: and the signature, or an absolute path", whole(text));
  const start = "base64:".length;
  const fault = base64Fault(text.slice(start), at.version);
  if (fault !== undefined)
    return rejected(fault.message, { start: fault.span.start + start, end: fault.span.end + start });
  const prefix = { kind: "prefix", span: { start: 0, end: start } } as const;
  return accepted(text, [prefix, { kind: "string", span: { start, end: text.length } }]);
}
