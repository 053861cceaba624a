/** A cursor as it is given away: where the next page begins, with a sum that tells a damaged one from one of ours. */
import { answerWords, refused } from './problem.ts';

/** Of this list only: a cursor of another list means nothing here. */
export function sealCursor(list: string, place: string): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(place));
  const text = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return `${text}.${sumOf(`${list}\n${place}`)}`;
}

/** The place that a cursor names; null when this list did not give it. */
function openCursor(list: string, cursor: string): string | null {
  const [text = '', sum, ...rest] = cursor.split('.');
  if (!sum || rest.length > 0 || !/^[\w-]+$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    const place = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return sealCursor(list, place) === cursor ? place : null;
  } catch {
    return null; // no base64, or no text in it
  }
}

/** FNV-1a in 32 bits: a check against damage, and no secret. */
function sumOf(text: string): string {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}

/** Where the page asked for begins (null for the first), or the problem to answer with. A cursor is good at its own list. */
export function cursorAsked(url: URL, list: string = url.pathname): { place: string | null } | Response {
  const given = url.searchParams.get('cursor');
  if (given === null || given === '') return { place: null };
  const place = given.length > LONGEST ? null : openCursor(list, given);
  if (place !== null) return { place };
  return refused('bad-request', [{ path: 'cursor', message: answerWords().cursor }]);
}

/** What stands behind a list's path for its page that begins at a place: whatever else was asked, and the cursor. */
export function pageQuery({ pathname, search }: Pick<URL, 'pathname' | 'search'>, place: string): string {
  const query = new URLSearchParams(search);
  query.set('cursor', sealCursor(pathname, place));
  return `?${query}`;
}

/** The address of a list's page that begins at a place. */
export const pageAddress = (list: string, place: string): string =>
  list + pageQuery({ pathname: list, search: '' }, place);

/** Characters; ours are shorter. */
const LONGEST = 600;
