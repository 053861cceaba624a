/** Unpacks a WOFF font to a TrueType file (W3C WOFF 1.0): its tables, each deflated on its own, and a name of our choice. */
import { nameTable } from './name-table.ts';

const HEADER = 44;
const ENTRY = 20;
const NAME = 0x6e616d65;

interface FontTable {
  tag: number;
  sum: number;
  bytes: Uint8Array;
}

/** The font under another family's name. Throws for bytes that are no WOFF 1.0. */
export async function unpackWoff(woff: ArrayBuffer, name: string): Promise<Uint8Array> {
  const from = new DataView(woff);
  if (from.getUint32(0) !== 0x774f4646) throw new Error('These bytes are no WOFF font.');
  const tables = await Promise.all(
    Array.from({ length: from.getUint16(12) }, (_, at) => tableAt(woff, HEADER + at * ENTRY)),
  );
  for (const table of tables) if (table.tag === NAME) table.bytes = nameTable(name);
  return fontOf(from.getUint32(4), tables);
}

async function tableAt(woff: ArrayBuffer, entry: number): Promise<FontTable> {
  const from = new DataView(woff, entry, ENTRY);
  const [offset, packed] = [from.getUint32(4), from.getUint32(8)];
  const bytes = woff.slice(offset, offset + packed);
  return {
    tag: from.getUint32(0),
    sum: from.getUint32(16),
    bytes: new Uint8Array(packed < from.getUint32(12) ? await inflate(bytes) : bytes),
  };
}

/** The table directory and the tables (OpenType, font file): each begins at a multiple of four bytes. */
function fontOf(flavour: number, tables: readonly FontTable[]): Uint8Array {
  const padded = (length: number) => (length + 3) & ~3;
  const start = 12 + 16 * tables.length;
  const font = new Uint8Array(tables.reduce((sum, { bytes }) => sum + padded(bytes.byteLength), start));
  const to = new DataView(font.buffer);
  // For a search by halves: the largest power of two in the number of tables.
  const power = 31 - Math.clz32(tables.length);
  to.setUint32(0, flavour);
  to.setUint16(4, tables.length);
  to.setUint16(6, 16 << power);
  to.setUint16(8, power);
  to.setUint16(10, 16 * tables.length - (16 << power));
  let offset = start;
  for (const [at, { tag, sum, bytes }] of tables.entries()) {
    for (const [field, value] of [tag, sum, offset, bytes.byteLength].entries())
      to.setUint32(12 + 16 * at + 4 * field, value);
    font.set(bytes, offset);
    offset += padded(bytes.byteLength);
  }
  return font;
}

/** WOFF packs by zlib (RFC 1950). */
const inflate = (bytes: ArrayBuffer): Promise<ArrayBuffer> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
