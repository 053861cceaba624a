/** Text for a header in ASCII (RFC 2047): as it is where it can be, else in encoded words of at most 75 characters. */

/** Bytes of one word: in base64, with `=?UTF-8?B?` and `?=` and the header's name, a line stays under 76 characters. */
const FITS = 39;

export function encodeWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?')) return text;
  const encoder = new TextEncoder();
  const words: string[] = [];
  let word: number[] = [];
  // No character is split between two words (section 5, rule 3).
  for (const character of text) {
    const bytes = encoder.encode(character);
    if (word.length + bytes.length > FITS) {
      words.push(wordOf(word));
      word = [];
    }
    word.push(...bytes);
  }
  return [...words, wordOf(word)].join('\r\n ');
}

const wordOf = (bytes: readonly number[]): string => `=?UTF-8?B?${btoa(String.fromCharCode(...bytes))}?=`;
