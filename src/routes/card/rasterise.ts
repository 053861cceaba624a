/** Turns an SVG into a PNG inside the Worker, with the picture's own fonts and those of the other letters it holds. */
import { Resvg } from '@cf-wasm/resvg/workerd';
import sans from '../../../dist/fonts/source-sans-3-400.ttf';
import sansBold from '../../../dist/fonts/source-sans-3-600.ttf';
import serifBold from '../../../dist/fonts/source-serif-4-700.ttf';
import type { Deps } from '../../app/deps.ts';
import { pathOf, slicesIn } from './letters.ts';
import { unpackWoff } from './woff.ts';

const OWN = [sans, sansBold, serifBold].map((bytes) => new Uint8Array(bytes));

type ReadAsset = Deps['readAsset'];

/** Fonts unpacked, kept as long as the isolate lives: a hundred slices are about ten megabytes. */
const unpacked = new Map<string, Promise<Uint8Array | null>>();
const MOST_KEPT = 100;

/** PNG bytes in the SVG's own size. The library readies its code once an isolate, and every call waits for that. */
export async function drawPng(svg: string, readAsset: ReadAsset): Promise<Uint8Array> {
  const slices = await Promise.all([...slicesIn(svg)].map((name) => fontNamed(name, readAsset)));
  const fontBuffers = [...OWN, ...slices.filter((font) => font !== null)];
  const drawing = await Resvg.async(svg, {
    font: { fontBuffers, defaultFontFamily: 'Source Sans 3' },
    fitTo: { mode: 'original' },
  });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}

/** A slice that cannot be read leaves its letters out of the picture, and is asked for again for the next one. */
function fontNamed(name: string, readAsset: ReadAsset): Promise<Uint8Array | null> {
  const known = unpacked.get(name);
  if (known) return known;
  if (unpacked.size >= MOST_KEPT) unpacked.clear();
  const made = readAsset(pathOf(name))
    .then((woff) => woff && unpackWoff(woff, name))
    .catch((cause: unknown) => {
      console.error(`The font ${name} could not be read`, cause);
      return null;
    });
  unpacked.set(name, made);
  void made.then((font) => font === null && unpacked.delete(name));
  return made;
}
