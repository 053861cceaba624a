/** Turns an SVG into a PNG with the picture's own fonts, inside the Worker. */
import { Resvg } from '@cf-wasm/resvg/workerd';
import sans from '../../../dist/fonts/source-sans-3-400.ttf';
import sansBold from '../../../dist/fonts/source-sans-3-600.ttf';
import serifBold from '../../../dist/fonts/source-serif-4-700.ttf';

const fontBuffers = [sans, sansBold, serifBold].map((bytes) => new Uint8Array(bytes));

/** PNG bytes in the SVG's own size. The library readies its code once an isolate, and every call waits for that. */
export async function drawPng(svg: string): Promise<Uint8Array> {
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
