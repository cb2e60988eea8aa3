/** A strict reader of the XML that reports are written in: elements, attributes, text, references. */

/** An element as it was read. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** The root element of a document; throws where it is not well-formed. */
export function readXml(document: string): XmlElement {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(declaration)) throw new Error("the XML declaration is missing");
  const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u.exec(document);
  if (forbidden !== null) throw new Error(`a forbidden character at ${forbidden.index}`);
  const reader = { text: document, at: declaration.length };
  const root = readElement(reader);
  if (document.slice(reader.at) !== "\n") throw new Error(`something behind the root at ${reader.at}`);
  return root;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readElement(reader: Reader): XmlElement {
  const name = take(reader, /<([a-z]+)/y)[1] ?? "";
  const attributes: Record<string, string> = {};
  for (;;) {
    const attribute = tryTake(reader, /\s+([a-z]+)="([^"<]*)"/y);
    if (attribute === undefined) break;
    const [, key = "", value = ""] = attribute;
    if (key in attributes) throw new Error(`${key} is there twice`);
    attributes[key] = resolved(value.replace(/[\t\n\r]/g, " "));
  }
  if (tryTake(reader, /\s*\/>/y) !== undefined) return { name, attributes, children: [], text: "" };
  take(reader, /\s*>/y);
  const children: XmlElement[] = [];
  let text = resolved(take(reader, /[^<]*/y)[0]);
  while (!reader.text.startsWith("</", reader.at)) {
    children.push(readElement(reader));
    text += resolved(take(reader, /[^<]*/y)[0]);
  }
  if (take(reader, /<\/([a-z]+)\s*>/y)[1] !== name) throw new Error(`${name} is not closed at ${reader.at}`);
  return { name, attributes, children, text };
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function resolved(text: string): string {
  return text.replace(/&([^;]*;?)/g, (_, reference: string) => {
    const [, number, name] = /^(?:#(\d+)|([a-z]+));$/.exec(reference) ?? [];
    const found = number === undefined ? named[name ?? ""] : String.fromCodePoint(Number(number));
    if (found === undefined) throw new Error(`no such reference: &${reference}`);
    return found;
  });
}

function tryTake(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text) ?? undefined;
  if (found !== undefined) reader.at += found[0].length;
  return found;
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray {
  const found = tryTake(reader, pattern);
  if (found === undefined) throw new Error(`expected ${pattern.source} at ${reader.at}`);
  return found;
}
