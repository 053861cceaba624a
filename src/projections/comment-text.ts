/**
 * A comment's text as it is shown, on page, in JSON, feed and mail alike: stored as written, harmless wherever it is read.
 * Marks that turn the order of letters are taken out, piles of accents are cut, and only web addresses become links;
 * escaping is each face's own.
 */
import { linksOf } from './links.ts';

/**
 * Embeddings, overrides and isolates (UAX 9): with them a text reads otherwise than it is written, and one left open
 * reaches beyond its comment. The plain marks of direction, which languages need, stay.
 */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
/** A letter with more marks than any living script piles up. */
const PILED = /\P{M}\p{M}{4,}/gu;

export function shownText(body: string): string {
  return body
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(TURNING, '')
    .replace(PILED, fourMarks);
}

/** The letter with its first four marks, whether or not its own spelling holds one of them already. */
const fourMarks = (pile: string): string => pile.normalize('NFD').replace(/(\p{M}{4})\p{M}+/u, '$1');

/** The text for a moderator: what `shownText` takes out stands there by its code. */
export function revealedText(body: string): string {
  return body
    .replace(TURNING, (mark) => `⟦U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase()}⟧`)
    .replace(PILED, (pile) => {
      const cut = fourMarks(pile);
      return cut === pile.normalize('NFD') ? pile : `${cut}⟦…⟧`;
    });
}

export interface TextPart {
  text: string;
  /** A web address, or null for plain text. Link with rel="nofollow ugc noopener". */
  href: string | null;
}

/** The shown text in parts, so that a face links addresses and nothing else. */
export function partsOfText(body: string): TextPart[] {
  const text = shownText(body);
  const parts: TextPart[] = [];
  let from = 0;
  for (const { address, at } of linksOf(text)) {
    if (at > from) parts.push({ text: text.slice(from, at), href: null });
    parts.push({ text: address, href: address });
    from = at + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}

/** The shown text in one line of at most `most` characters, for a title, a feed's summary or a queue. */
export function excerptOf(body: string, most: number): string {
  const line = shownText(body).replace(/\s+/g, ' ').trim();
  const readers = [...line];
  return readers.length <= most ? line : `${readers.slice(0, most - 1).join('')}…`;
}
