/** Unpacks a WOFF font to the TrueType file that it was made of (W3C WOFF 1.0): its tables, each deflated on its own. */

const HEADER = 44;
const ENTRY = 20;

/** Throws for bytes that are no WOFF 1.0. */
export async function unpackWoff(woff: ArrayBuffer): Promise<Uint8Array> {
  const from = new DataView(woff);
  if (from.getUint32(0) !== 0x774f4646) throw new Error('These bytes are no WOFF font.');
  const count = from.getUint16(12);
  const entries = Array.from({ length: count }, (_, at) => {
    const [tag, offset, packed, length, sum] = [0, 4, 8, 12, 16].map((field) =>
      from.getUint32(HEADER + at * ENTRY + field),
    ) as [number, number, number, number, number];
    return { tag, sum, length, bytes: woff.slice(offset, offset + packed) };
  });
  const tables = await Promise.all(
    entries.map(async (entry) => ({
      ...entry,
      bytes: entry.bytes.byteLength < entry.length ? await inflate(entry.bytes) : entry.bytes,
    })),
  );
  const padded = (length: number) => (length + 3) & ~3;
  const start = 12 + 16 * count;
  const size = tables.reduce((sum, { length }) => sum + padded(length), start);
  const font = new Uint8Array(size);
  const to = new DataView(font.buffer);
  to.setUint32(0, from.getUint32(4));
  to.setUint16(4, count);
  // For a search by halves (OpenType, table directory): the largest power of two in the number of tables.
  const power = 31 - Math.clz32(count);
  to.setUint16(6, 16 << power);
  to.setUint16(8, power);
  to.setUint16(10, 16 * count - (16 << power));
  let offset = start;
  for (const [at, { tag, sum, length, bytes }] of tables.entries()) {
    for (const [field, value] of [tag, sum, offset, length].entries())
      to.setUint32(12 + 16 * at + 4 * field, value);
    font.set(new Uint8Array(bytes), offset);
    offset += padded(length);
  }
  return font;
}

/** WOFF packs by zlib (RFC 1950). */
const inflate = (bytes: ArrayBuffer): Promise<ArrayBuffer> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
