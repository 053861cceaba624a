/** The end of a Brotli stream whose beginning was compressed once: what follows stands in it as it is (RFC 7932, section 9.2). */

/** A meta-block that is empty and the last. */
const END = 0b11;
const MOST = 1 << 16;

/** The stream of `head`, which ends at a whole byte, with these bytes behind; at most 65,536. */
export function withTail(head: ArrayBuffer, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  if (tail.byteLength === 0 || tail.byteLength > MOST)
    throw new Error(`${tail.byteLength} bytes are no tail of a Brotli stream.`);
  // From the lowest bit: not the last (1), four digits of length (2), the length less one (16), not compressed (1).
  const header = ((tail.byteLength - 1) << 3) | (1 << 19);
  const stream = new Uint8Array(head.byteLength + 3 + tail.byteLength + 1);
  stream.set(new Uint8Array(head));
  stream.set([header & 0xff, (header >> 8) & 0xff, header >> 16], head.byteLength);
  stream.set(tail, head.byteLength + 3);
  stream[stream.byteLength - 1] = END;
  return stream;
}
