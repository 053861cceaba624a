// Brotli as hard as it goes: for files that are compressed once and served many times.
import { brotliCompressSync, constants } from 'node:zlib';

/** What the encoder may take the bytes for; which guess packs best is not known before trying. */
const MODES = [constants.BROTLI_MODE_GENERIC, constants.BROTLI_MODE_TEXT, constants.BROTLI_MODE_FONT];

/** The smallest of the encoder's results at its highest quality. */
export const brotli = (bytes: Uint8Array): Buffer => smallest(bytes, constants.BROTLI_OPERATION_FINISH);

/** The same without an end, up to a whole byte: more can be written behind it (RFC 7932, section 9.2). */
export const brotliHead = (bytes: Uint8Array): Buffer => smallest(bytes, constants.BROTLI_OPERATION_FLUSH);

function smallest(bytes: Uint8Array, finishFlush: number): Buffer {
  const results = MODES.map((mode) =>
    brotliCompressSync(bytes, {
      finishFlush,
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: mode,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
  );
  return results.reduce((best, each) => (each.byteLength < best.byteLength ? each : best));
}
