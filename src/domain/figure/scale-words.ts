/** Words and signs that multiply the number before them: "million", "lakh", "млн", "万"; and those for a hundredth. */

type Scales = readonly (readonly [factor: number, words: string])[];

/** Whole words, in lower case; a language is named where the word means another number elsewhere. */
const SCALES: Scales = [
  [12, 'dozen dutzend douzaine docena dúzia dozzina dozijn'],
  [100, 'hundred hundert cien ciento cento honderd सौ مئة مائة صد yüz сот'],
  [
    1e3,
    'thousand k tausend mille mila duizend тыс тысяча тысячи тысяч тис тисяча тисячі тисяч tys tysiąc tysiące tysięcy tisíc bin ribu nghìn ngàn ' +
      'हज़ार हजार হাজার ہزار هزار ألف الف آلاف אלף אלפים tusen tusind χιλιάδες',
  ],
  [1e5, 'lakh lakhs lac lacs लाख লাখ লক্ষ لاکھ'],
  [
    1e6,
    'million millions m mn mln mio mill millionen millones millón millon milhão milhões milione milioni miljoen milyon juta triệu ' +
      'млн миллион миллиона миллионов мільйон мільйона мільйонів milion miliony milionów मिलियन مليون ملايين میلیون ملین מיליון εκατομμύρια',
  ],
  [1e7, 'crore crores करोड़ कोटि কোটি کروڑ'],
  [
    1e9,
    'bn b milliard milliards milliarde milliarden mrd miliardo miliardi miliard miliardy miliardów mld miljard milyar miliar tỷ ' +
      'bilhão bilhões млрд миллиард миллиарда миллиардов мільярд мільярдів مليار ملیارد میلیارد',
  ],
  [1e12, 'tn trillion trillions'],
];
const WORDS = new Map(SCALES.flatMap(([factor, words]) => words.split(' ').map((word) => [word, factor])));

/** Where a thousand millions have a name of their own, "billion" is a million millions. */
const LONG_SCALE = new Set(['de', 'fr', 'es', 'it', 'nl', 'da', 'sv', 'nb', 'no', 'fi', 'pl', 'cs', 'hu']);
const THOUSAND_MIL = new Set(['es', 'pt', 'ca', 'gl']);

/** What the word multiplies by in the language, or null. */
export function scaleOf(word: string, lang: string): number | null {
  const tongue = lang.split('-')[0] ?? lang;
  if (/^billion(s|en)?$/.test(word)) return LONG_SCALE.has(tongue) ? 1e12 : 1e9;
  if (/^cents?$/.test(word)) return tongue === 'fr' ? 100 : null;
  if (word === 'mil') return THOUSAND_MIL.has(tongue) ? 1e3 : 1e6;
  return WORDS.get(word) ?? null;
}

/** Scale signs that follow digits without a space, in the scripts that count by ten thousands and in Thai. */
const SIGNS: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
  십: 10,
  백: 100,
  천: 1e3,
  만: 1e4,
  억: 1e8,
  조: 1e12,
};
const NUMERALS = '〇一二三四五六七八九';
const SAME: Readonly<Record<string, string>> = { 零: '〇', 两: '二', 兩: '二' };

/** Han numerals and Korean signs, alone or after digits: "80万", "三百五十", "1억2천만". */
export const HAN_NUMBER =
  /(?:\d[\d.,]*[십백천만억조十百千万萬亿億兆]|(?<![数數几幾上成第])(?!百分之)[〇零一二两兩三四五六七八九十百千万萬亿億兆])(?:\d|[.,](?=\d)|[〇零一二两兩三四五六七八九十百千万萬亿億兆십백천만억조])*/uy;

/** The number of a run that `HAN_NUMBER` matched. */
export function hanNumber(run: string): number {
  let [total, section] = [0, 0];
  let pending: number | null = null;
  for (const [part] of run.matchAll(/\d[\d.,]*|./gu)) {
    const sign = SAME[part] ?? part;
    const factor = SIGNS[sign];
    if (factor === undefined) {
      const digit = NUMERALS.indexOf(sign);
      pending = digit >= 0 ? (pending ?? 0) * 10 + digit : Number(part.replaceAll(',', ''));
    } else if (factor < 1e4) {
      section += (pending ?? 1) * factor;
      pending = null;
    } else {
      const own = section + (pending ?? 0);
      total = own === 0 ? Math.max(total, 1) * factor : total + own * factor;
      [section, pending] = [0, null];
    }
  }
  return total + section + (pending ?? 0);
}
