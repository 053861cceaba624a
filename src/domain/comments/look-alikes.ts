/** Letters of any script that a reader takes for a plain one, and words made of them, however they are written. */

/**
 * By plain letter, what is read as it once compatibility forms, accents and capitals are gone: the single letters of
 * Unicode's confusables (UTS 39, data of Unicode 15) and small capitals, with the figures and signs of "m0der@tor".
 */
const READ_AS: Readonly<Record<string, string>> = {
  a: '4@ɑαаᗅᴀꓮꭺ𐊠𖽀',
  b: '8ƀƃƅɓʙβбвьѣҍᏼᖯᗷꓐꞵꮟ𐊂𐊡𐌁',
  c: 'ƈȼςσсҫᴄⲥꓚꮯ𐊢𐌂𐐽𐔜𑣩𑣲',
  d: 'ðđƌɖɗδԁᑯᑺᑻᒇᗞᗪᴅꓒꓓꭰꮷ',
  e: '3ǝɇəɛεеҽҿᴇ€ⴹꓰꬲꭼ𐊆𑣆𑣎',
  f: 'ƒϝքᖴᵮẝꓝꜰꞙꬵ𐊇𐊥𐔥𑣂',
  g: '9ƍǥɠɡɢԍցᏻᶃꓖꮐ',
  h: 'ħɦʜηнћңһӈӊհᏺᕼⱨⲏꓧꚕꮋꮒ𐋏',
  i: 'l!1|ıɨɩɪιіӏᵻᵼꙇꭵ𑣃',
  j: 'ɉʝϳјᒍᒘᒙᴊꓙꭻ',
  k: 'ƙκкқҟᛕᴋⱪⲕꓗꝁꮶ𐔘',
  l: 'i!1|łƚǀɨɩɫɭʟιіӏוןױا١ٳ۱ߊᒪᒶᒷᛁⲓⳑⵏꓡꓲꮮ𐊊𐌉𐌠𐑃𐔦𑣃𑣒𖼖𖼨𞣇',
  m: 'ɱμϻмӎᗰᛖᴍᵯⲙꓟꮇ𐊰𐌑𑜀𑣣',
  n: 'ƞɲɳɴηνипոռᵰⲛꓠ𐔓',
  o: '0øɵθοσоѳөօסه٥ھہە۵ۿ߀०০੦૦ଠ୦௦౦೦ഠ൦๐໐တဝ၀ჿዐᴏᴑⲟⴱⵁⵔ〇ꓳꝋꬽꬾꭴꮎꮻ𐊒𐊫𐐬𐓪𐔖𑓐𑣈𑣕𑣗𑣠',
  p: 'ƥρрᑭᑶᑷᒆᴘᵽⲣꓑꮲ𐊕',
  q: 'ʠԛգզⵕꞯ',
  r: 'ɍɼɽʀгяґғᖇᴦᵲⲅꓣꭇꭈꭱꮁꮢ𐓜𖼵',
  s: '$5§ƽʂѕտᵴꓢꜱꮥꮪ𐊖𐑈𑣁𖼺',
  t: '+7ŧƭʈτтҭᴛᵵⱦⲧꓔꭲ𐊗𐊱𐌕𑣜𖼊',
  u: 'ʉʋυսሀᑌᑗᑘᑧᴜᵾꓴꞟꭎꭒꮜ𐓶𑣘𖽂',
  v: 'νѵט٧۷ᐯᐺᐻᴠⴸꓦꛟꮩ𐔝𑜆𑣀𖼈',
  w: 'ɯѡѽԝաᴡꓪꝡꮃꮤ𑓅𑜊𑜎𑜏𑣦𑣯',
  x: 'χхҳᕁᕽᚷⲭⵝꓫꭓ𐊐𐊴𐌗𐌢𐔧𑣬',
  y: 'ƴɏɣʏγυучүұყᶌỿⲩꓬꭚꭹꮍ𐊲𑣄𑣜𖽃',
  z: '2ƶȥʐζᴢᵶꓜꮓ𐋵𑣄𑣉𑣥',
};
/** Pairs that are read as one letter. */
const PAIRS: Readonly<Record<string, string>> = { m: 'rn', w: 'vv' };

/** Blocks of letters in frames (negative circled and squared ones, flags' halves), which have no compatibility form. */
const FRAMED = [0x1f150, 0x1f170, 0x1f1e6] as const;
const A = 0x61;

/** A text as it is compared: no accents, no capitals, no marks that show as nothing; a capital within a word parts it. */
export function plainLetters(text: string): string {
  return text
    .replace(/[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu, unframed)
    .normalize('NFKD')
    .replace(/\p{M}|\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase();
}

function unframed(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const first = FRAMED.findLast((each) => each <= code) ?? code;
  return String.fromCodePoint(A + code - first);
}

/**
 * Finds a word or phrase in what `plainLetters` gave, also with signs and blanks between its letters. `within` finds it
 * inside a longer word too, then only without anything between.
 */
export function lookAlikePattern(phrase: string, { within = false } = {}): RegExp {
  const readers = [...phrase.normalize('NFKD').toLowerCase()].filter((each) => /[\p{L}\p{N}]/u.test(each));
  const word = readers.map(alike).join(within ? '' : '[^\\p{L}\\p{N}]*');
  return new RegExp(within ? word : `(?<![\\p{L}\\p{N}])${word}${alike('s')}?\\d*(?![\\p{L}\\p{N}])`, 'u');
}

function alike(letter: string): string {
  const set = `[${letter}${READ_AS[letter] ?? ''}]`;
  const pair = PAIRS[letter];
  return pair ? `(?:${set}|${[...pair].map(alike).join('')})` : set;
}
