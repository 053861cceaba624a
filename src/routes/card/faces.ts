/** The picture's own fonts, which hold one alphabet, and how wide their letters are. */
import widths from '../../../dist/widths.json';

export type Face = 'source-sans-3-400' | 'source-sans-3-600' | 'source-serif-4-700';

/** Thousandths of an em; undefined for a letter that the face lacks. */
export function advanceIn(letter: string, face: Face): number | undefined {
  const font = widths[face];
  if (font === undefined) throw new Error(`dist/widths.json has no ${face}: run npm run build.`);
  return font.advance[letter.codePointAt(0) ?? 0];
}
