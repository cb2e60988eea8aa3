/** Whole numbers as systemd reads them. systemd: safe_atou_full(), safe_atolli() …, src/basic/parse-util.c */

/** What a text is as a number. */
export type IntegerOutcome = { readonly value: bigint } | { readonly fault: "syntax" | "range" };

/** How to read one; names follow systemd's SAFE_ATO_ flags. */
export interface IntegerOptions {
  readonly least: bigint;
  readonly most: bigint;
  /** 0: decimal, or by prefix: 0x, 0b, 0o and a leading 0 for octal. */
  readonly base?: 0 | 8 | 10 | 16;
  readonly refuseLeadingBlank?: boolean;
  readonly refuseSign?: boolean;
  readonly refuseLeadingZero?: boolean;
}

/** Reads a whole text as one number: a sign, then digits of the base; blanks before it are fine, behind it not. */
export function readInteger(text: string, options: IntegerOptions): IntegerOutcome {
  if (options.refuseLeadingBlank === true && /^[ \t\n\r]/.test(text)) return { fault: "syntax" };
  const trimmed = text.replace(/^[ \t\n\r]+/, "");
  if (options.refuseSign === true && /^[+-]/.test(trimmed)) return { fault: "syntax" };
  if (options.refuseLeadingZero === true && /^0./.test(trimmed)) return { fault: "syntax" };
  const value = readDigits(trimmed, options.base ?? 0);
  if (value === undefined) return { fault: "syntax" };
  return value < options.least || value > options.most ? { fault: "range" } : { value };
}

export const UINT_MAX = 0xffffffffn;
export const INT_MAX = 0x7fffffffn;
export const INT_MIN = -0x80000000n;
export const UINT64_MAX = 0xffffffffffffffffn;
export const INT64_MAX = 0x7fffffffffffffffn;
export const INT64_MIN = -0x8000000000000000n;

/** mangle_base() takes 0b and 0o before the sign; strtoll() takes the sign before 0x and 0. */
function readDigits(text: string, base: 0 | 8 | 10 | 16): bigint | undefined {
  const [, binary, octal] = /^(?:(0[bB])|(0[oO]))(?=.)/.exec(base === 0 ? text : "") ?? [];
  if (binary !== undefined) return signed(text.slice(2), digits => toBigInt(digits, /^[01]+$/, "0b"));
  if (octal !== undefined) return signed(text.slice(2), digits => toBigInt(digits, /^[0-7]+$/, "0o"));
  return signed(text, digits => {
    if ((base === 0 || base === 16) && /^0[xX]/.test(digits)) return toBigInt(digits.slice(2), /^[0-9a-fA-F]+$/, "0x");
    if (base === 16) return toBigInt(digits, /^[0-9a-fA-F]+$/, "0x");
    if (base === 8 || (base === 0 && /^0./.test(digits))) return toBigInt(digits, /^[0-7]+$/, "0o");
    return toBigInt(digits, /^[0-9]+$/, "");
  });
}

function signed(text: string, read: (digits: string) => bigint | undefined): bigint | undefined {
  const value = read(text.replace(/^[ \t\n\v\f\r]*[+-]?/, ""));
  return value !== undefined && /^[ \t\n\v\f\r]*-/.test(text) ? -value : value;
}

function toBigInt(digits: string, allowed: RegExp, prefix: string): bigint | undefined {
  return allowed.test(digits) && digits.length < 100 ? BigInt(prefix + digits) : undefined;
}
