/** Where a web address in a line of text begins and ends, as its writer meant it. */

/** An address of the web, never another scheme, as far as no blank or mark that no address holds bare. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"`{}|\\^]+/gi;

/** Brackets that an address may hold in pairs; one that closes what was opened before the address is the sentence's. */
const PAIRS: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '）': '（',
  '］': '［',
  '】': '【',
  '」': '「',
  '』': '『',
  '》': '《',
  '〉': '〈',
};
const OPENING = new Set(Object.values(PAIRS));

/** Quotes and the stops of scripts that write no blank after them: no address goes on beyond one. */
const ENDS = /[“”„‟‘’‚‛«»‹›「」『』。｡．，、､！？；：︰…‥]/u;
/** What closes a sentence and, at its end, an address. */
const CLOSING = /[.,;:!?'*،؛؟۔।॥։።՝]$/u;

export interface FoundLink {
  address: string;
  /** Where it begins, in UTF-16 units. */
  at: number;
}

export function linksOf(text: string): FoundLink[] {
  return [...text.matchAll(ADDRESS)].flatMap((match) => {
    const isQuoted = text[match.index - 1] === "'";
    const address = trimmed(endOf(match[0], isQuoted));
    return /^https?:\/\/[^/?#:@]/i.test(address) ? [{ address, at: match.index }] : [];
  });
}

/** Up to the first bracket that the address did not open, or the first mark that ends it. */
function endOf(found: string, isQuoted: boolean): string {
  const open: string[] = [];
  let length = 0;
  for (const mail of found) {
    const opener = PAIRS[mail];
    if (opener !== undefined && open.pop() !== opener) break;
    if (opener === undefined && !OPENING.has(mail) && ENDS.test(mail)) break;
    if (isQuoted && mail === "'") break;
    if (OPENING.has(mail)) open.push(mail);
    length += mail.length;
  }
  return found.slice(0, length);
}

/** Without the stops, and the bracket left open, with which it ends. */
function trimmed(address: string): string {
  const last = address.at(-1) ?? '';
  return CLOSING.test(address) || OPENING.has(last) ? trimmed(address.slice(0, -1)) : address;
}
