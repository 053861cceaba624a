// A strict reader of XML 1.0: elements, attributes and text, or an error with its place. No DTD, no CDATA, no comments.

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** Char of XML 1.0, section 2.2. */
const CHARS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const NAME = /[A-Za-z_][\w:.-]*/y;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The root element; throws where the document is not well formed. */
export function parseXml(xml: string): Element {
  if (!CHARS.test(xml)) throw new Error('a character that XML forbids');
  const prolog = /^<\?xml version="1\.0"( encoding="utf-8")?( standalone="yes")?\?>/i.exec(xml)?.[0] ?? '';
  const reader = { xml, at: prolog.length };
  const root = element(reader);
  if (reader.at !== xml.length) throw wrong(reader, 'something after the root');
  return root;
}

interface Reader {
  xml: string;
  at: number;
}
const wrong = ({ xml, at }: Reader, what: string) => new Error(`${what} at ${at}: ${xml.slice(at, at + 40)}`);

function element(reader: Reader): Element {
  expectText(reader, '<');
  const name = nameAt(reader);
  const attributes: Record<string, string> = {};
  while (reader.xml[reader.at] === ' ') {
    reader.at++;
    const key = nameAt(reader);
    if (key in attributes) throw wrong(reader, `${key} twice`);
    expectText(reader, '="');
    const end = reader.xml.indexOf('"', reader.at);
    attributes[key] = decoded(reader, end);
    reader.at = end + 1;
  }
  const read: Element = { name, attributes, children: [], text: '' };
  if (reader.xml.startsWith('/>', reader.at)) {
    reader.at += 2;
    return read;
  }
  expectText(reader, '>');
  while (!reader.xml.startsWith('</', reader.at)) {
    if (reader.at >= reader.xml.length) throw wrong(reader, `<${name}> is not closed`);
    if (reader.xml[reader.at] === '<') read.children.push(element(reader));
    else {
      const end = reader.xml.indexOf('<', reader.at);
      read.text += decoded(reader, end);
      reader.at = end;
    }
  }
  expectText(reader, `</${name}>`);
  return read;
}

function expectText(reader: Reader, text: string): void {
  if (!reader.xml.startsWith(text, reader.at)) throw wrong(reader, `no ${text}`);
  reader.at += text.length;
}

function nameAt(reader: Reader): string {
  NAME.lastIndex = reader.at;
  const name = NAME.exec(reader.xml)?.[0];
  if (name === undefined) throw wrong(reader, 'no name');
  reader.at += name.length;
  return name;
}

function decoded(reader: Reader, end: number): string {
  if (end < 0) throw wrong(reader, 'no end');
  const raw = reader.xml.slice(reader.at, end);
  if (raw.includes('<') || raw.includes(']]>')) throw wrong(reader, 'markup in text');
  return raw.replace(/&([^;]*;)?/g, (whole, named: string | undefined) => {
    const name = named?.slice(0, -1) ?? '';
    const number = /^#(x?)([0-9a-f]+)$/i.exec(name);
    if (number) return String.fromCodePoint(Number.parseInt(number[2] ?? '', number[1] ? 16 : 10));
    const mark = ENTITIES[name];
    if (mark === undefined) throw wrong(reader, `the entity ${whole}`);
    return mark;
  });
}

/** The children of a name. */
export const childrenOf = (parent: Element, name: string): Element[] =>
  parent.children.filter((child) => child.name === name);
