/** Long texts as compressed rows: gzip in base64, in parts below D1's 2 MB a row. A damaged row fails gzip's checksum. */

/** Characters a part, under the 2,000,000 bytes that D1 allows a row. */
const PART = 1_800_000;

export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer()).toBase64();
}

/** Throws when the row is not what `pack` made. */
export async function unpack(body: string): Promise<string> {
  const bytes = Uint8Array.fromBase64(body);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

export function partsOf(body: string): string[] {
  return Array.from({ length: Math.ceil(body.length / PART) }, (_, at) =>
    body.slice(at * PART, (at + 1) * PART),
  );
}

/** True of a part after which another may follow; only the last is shorter. */
export const isFull = (part: string): boolean => part.length === PART;

/** Splits JSON items into arrays whose text stays under a megabyte, each fit for one bound parameter. */
export function chunked(items: readonly unknown[]): string[] {
  const chunks: string[] = [];
  let open: string[] = [];
  let length = 0;
  for (const item of items) {
    const text = JSON.stringify(item);
    if (length + text.length > 1_000_000 && open.length > 0) {
      chunks.push(`[${open.join(',')}]`);
      [open, length] = [[], 0];
    }
    open.push(text);
    length += text.length + 1;
  }
  return open.length > 0 ? [...chunks, `[${open.join(',')}]`] : chunks;
}
