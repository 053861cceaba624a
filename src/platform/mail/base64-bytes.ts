/** Bytes from base64 that a stranger wrote: null for what is none, whatever its letters, length or padding. */
export function base64Bytes(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null; // its letters are right and their number is not, as in "A"
  }
}
