/** Reads lists out of a meson.build: the few kinds of expression that systemd's lists of units are written in. */

import { GeneratorStop } from "./stop.ts";

/** What such an expression is worth. */
export type MesonValue = string | boolean | readonly MesonValue[] | ReadonlyMap<string, MesonValue>;

/**
 * The value of a variable after all its assignments, those inside conditions too; undefined where nothing sets it. Other names in
 * an expression must be among `known`.
 */
export function mesonVariable(
  source: string,
  name: string,
  known: ReadonlyMap<string, boolean>,
): MesonValue | undefined {
  let value: MesonValue | undefined;
  for (const match of source.matchAll(new RegExp(`^[ \\t]*${name}\\s*(\\+?=)`, "gm"))) {
    const reader = new Reader(source, match.index + match[0].length, known);
    const next = reader.expression();
    value = match[1] === "=" || value === undefined ? next : plus(value, next);
  }
  return value;
}

const tokenPattern = /(?:\s|#.*)*(?:'((?:[^'\\]|\\.)*)'|([A-Za-z_]\w*)|([[\]{}(),:?+])|$)/y;

class Reader {
  private readonly source: string;
  private readonly known: ReadonlyMap<string, boolean>;
  private at: number;

  constructor(source: string, at: number, known: ReadonlyMap<string, boolean>) {
    this.source = source;
    this.at = at;
    this.known = known;
  }

  /** `a + b`, `a ? b : c`, or what these are made of. */
  expression(): MesonValue {
    let value = this.operand();
    while (this.skip("+")) value = plus(value, this.operand());
    if (!this.skip("?")) return value;
    const yes = this.expression();
    this.expect(":");
    const no = this.expression();
    return value === true ? yes : no;
  }

  private operand(): MesonValue {
    const { text, name, sign } = this.next();
    if (text !== undefined) return text.replace(/\\(.)/g, "$1");
    if (name !== undefined) return this.known.get(name) ?? this.stop(`the variable ${name}`);
    if (sign === "[") return this.list();
    if (sign === "{") return this.dictionary();
    if (sign !== "(") return this.stop(sign ?? "an end");
    const value = this.expression();
    this.expect(")");
    return value;
  }

  private list(): MesonValue {
    const items: MesonValue[] = [];
    while (!this.skip("]")) {
      items.push(this.expression());
      this.skip(",");
    }
    return items;
  }

  private dictionary(): MesonValue {
    const entries = new Map<string, MesonValue>();
    while (!this.skip("}")) {
      const key = this.next().text ?? this.stop("a key that is no string");
      this.expect(":");
      entries.set(key, this.expression());
      this.skip(",");
    }
    return entries;
  }

  private next(): { text: string | undefined; name: string | undefined; sign: string | undefined } {
    tokenPattern.lastIndex = this.at;
    const match = tokenPattern.exec(this.source);
    if (match === null) return this.stop("what is written");
    this.at = tokenPattern.lastIndex;
    return { text: match[1], name: match[2], sign: match[3] };
  }

  private skip(sign: string): boolean {
    const before = this.at;
    if (this.next().sign === sign) return true;
    this.at = before;
    return false;
  }

  private expect(sign: string): void {
    if (!this.skip(sign)) this.stop(`the lack of ${sign}`);
  }

  private stop(what: string): never {
    const line = this.source.slice(0, this.at).split("\n").length;
    throw new GeneratorStop(`a list of units in meson.build is not understood: ${what}, at line ${line}`);
  }
}

function plus(a: MesonValue, b: MesonValue): MesonValue {
  if (typeof a === "string" && typeof b === "string") return a + b;
  if (Array.isArray(a)) return [...a, ...(Array.isArray(b) ? b : [b])];
  throw new GeneratorStop("a list of units in meson.build adds what is neither strings nor lists");
}
