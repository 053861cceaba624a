// The type: woff2 for pages, TTF for drawing pictures, and advance widths for measuring text without either.
import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import fonteditor from 'fonteditor-core';
import { contentHash } from './content-hash.ts';
import { placeFile } from './place-file.ts';
import { inProject } from './project.ts';

type FontFile = { family: string; weight: number; page: boolean; picture: boolean };
export type FontEntry = { bytes: number; hash: string; path: string };
/** Lengths are in thousandths of an em; `advance` is keyed by code point. */
export type Widths = { ascent: number; descent: number; missing: number; advance: Record<string, number> };

const FACES: FontFile[] = [
  { family: 'source-sans-3', weight: 400, page: true, picture: true },
  { family: 'source-sans-3', weight: 600, page: true, picture: true },
  { family: 'source-serif-4', weight: 400, page: true, picture: false },
  { family: 'source-serif-4', weight: 700, page: true, picture: true },
];

/** Writes dist/assets/fonts/*.woff2, dist/fonts/*.ttf and dist/widths.json; names are family-weight. */
export async function buildFonts(): Promise<Record<string, FontEntry>> {
  const fonts: Record<string, FontEntry> = {};
  const widths: Record<string, Widths> = {};
  for (const face of FACES) {
    const name = `${face.family}-${face.weight}`;
    const source = inProject(
      `node_modules/@fontsource/${face.family}/files/${face.family}-latin-${face.weight}-normal`,
    );
    if (face.page) {
      const path = `/fonts/${name}.woff2`;
      const bytes = await readFile(`${source}.woff2`);
      await placeFile(`dist/assets${path}`, bytes);
      fonts[name] = { bytes: bytes.byteLength, hash: contentHash(bytes), path };
    }
    const ttf = unpackWoff(await readFile(`${source}.woff`));
    widths[name] = measureFont(ttf);
    if (face.picture) await placeFile(`dist/fonts/${name}.ttf`, new Uint8Array(ttf));
  }
  await placeFile('dist/widths.json', Buffer.from(JSON.stringify(widths)));
  return fonts;
}

/** WOFF 1.0 is its TrueType tables, each deflated (W3C WOFF): nothing is lost on the way back. */
export function unpackWoff(woff: Buffer): ArrayBuffer {
  return fonteditor.woff2ttf(exactBuffer(woff), {
    inflate: (deflated) => [...inflateSync(Uint8Array.from(deflated))],
  });
}

/** The advance widths of a TrueType file's letters. */
export function measureFont(ttf: ArrayBuffer): Widths {
  const font = fonteditor.createFont(Buffer.from(ttf), { type: 'ttf' }).get();
  const { unitsPerEm } = font.head;
  if (unitsPerEm === undefined) throw new Error('The font does not say how many units its em has.');
  const perMille = (units: number): number => Math.round((units * 1000) / unitsPerEm);
  const advance: Record<string, number> = {};
  for (const glyph of font.glyf) {
    for (const codePoint of glyph.unicode ?? []) advance[codePoint] = perMille(glyph.advanceWidth);
  }
  return {
    ascent: perMille(font.hhea.ascent),
    descent: perMille(font.hhea.descent),
    missing: perMille(font.glyf[0]?.advanceWidth ?? unitsPerEm / 2),
    advance,
  };
}

/** Node's small buffers share one pool; the font reader wants a buffer that holds this file alone. */
function exactBuffer(bytes: Buffer): ArrayBuffer {
  const own = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(own).set(bytes);
  return own;
}
