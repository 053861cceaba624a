// The numbers that words hold: digits of any script and grouping, number words, scales, parts, and what is no number.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersIn } from '../../src/domain/figure/stated-numbers.ts';
import { holds } from '../property/holds.ts';

const read = (words: string, lang = 'en') =>
  numbersIn(words, lang).map(({ can, per, isFraction }) => {
    const numbers = can.map((n) => (isFraction ? Number(n.toFixed(4)) : n));
    return `${numbers.join(' or ')}${per === 1 ? '' : ` per ${per}`}`;
  });

test.for<[string, string, string[]]>([
  // Grouping and decimals, by language.
  ['2,045 dead', 'en', ['2045']],
  ['2.045', 'de', ['2045']],
  ['2.045', 'en', ['2.045']],
  ['2.045', 'es', ['2045 or 2.045']],
  ['2.045', 'fr', ['2045 or 2.045']],
  ['2,045', 'fr', ['2.045']],
  ['2 045', 'en', ['2045']],
  ['2\u202f045', 'fr', ['2045']],
  ['2\u00a0045 670', 'ru', ['2045670']],
  ['2’045', 'de-CH', ['2045']],
  ['1,50,000', 'hi', ['150000']],
  ['3,00,00,000', 'en', ['30000000']],
  ['1.234.567,89', 'de', ['1234567.89']],
  ['1,234.5', 'en', ['1234.5']],
  ['0.045', 'de', ['0.045']],
  ['.5 percent', 'en', ['0.5 per 100']],
  ['12.12.2024', 'de', []],
  // Other digits.
  ['٤٥٠', 'ar', ['450']],
  ['٣٬٠٤٥', 'ar', ['3045 or 3.045']],
  ['١٢٫٥', 'ar', ['12.5']],
  ['۴۵۰', 'fa', ['450']],
  ['४५०', 'hi', ['450']],
  ['๔๕๐', 'th', ['450']],
  ['４５０人', 'ja', ['450']],
  ['𝟒𝟓𝟎', 'en', ['450']],
  // Scales.
  ['1.3 million', 'en', ['1300000']],
  ['2.5 lakh', 'en', ['250000']],
  ['3 crore', 'en', ['30000000']],
  ['१.५ लाख', 'hi', ['150000']],
  ['15k', 'en', ['15000 or 15']],
  ['4bn', 'en', ['4000000000']],
  ['1,3 Mio. Euro', 'de', ['1300000']],
  ['2 Billionen', 'de', ['2000000000000']],
  ['1,2 млн', 'ru', ['1200000']],
  ['3 mil millones', 'es', ['3000000000']],
  ['٣ آلاف', 'ar', ['3000']],
  ['45万', 'zh', ['450000']],
  ['18.7萬人到21.2萬人', 'zh-HK', ['187000', '212000']],
  ['1亿2000万', 'zh', ['120000000']],
  ['三百五十', 'zh', ['350']],
  ['数百', 'zh', []],
  ['1만2천명', 'ko', ['12000']],
  ['5.6 x 10⁴ ±21%', 'en', ['56000', '21 per 100']],
  // Number words.
  ['seven', 'en', ['7']],
  ['ninety-nine', 'en', ['99']],
  ['four hundred and sixty', 'en', ['460']],
  ['one thousand two hundred and six', 'en', ['1206']],
  ['five thousand, three hundred', 'en', ['5300']],
  ['four-thousand-100', 'en', ['4100']],
  ['nineteen hundred', 'en', ['1900']],
  ['one point two million', 'en', ['1200000']],
  ['three dozen', 'en', ['36']],
  ['half a dozen', 'en', ['6']],
  ['half a million', 'en', ['500000']],
  ['two and a half million', 'en', ['2500000']],
  ['a million and a half', 'en', ['1500000']],
  ['3½ million', 'en', ['3500000']],
  ['a hundred', 'en', ['100']],
  ['twelve and fifteen', 'en', ['12', '15']],
  // Number words of other languages.
  ['sechs', 'de', ['6']],
  ['dreihundertfünfundzwanzig', 'de', ['325']],
  ['zwölftausenddreihundert', 'de', ['12300']],
  ['zwei Millionen', 'de', ['2000000']],
  ['vijfentwintig', 'nl', ['25']],
  ['trois cent cinquante', 'fr', ['350']],
  ['quatre-vingt-quinze', 'fr', ['95']],
  ['soixante et onze', 'fr', ['71']],
  ['mille deux cents', 'fr', ['1200']],
  ['treinta y cinco', 'es', ['35']],
  ['dos mil quinientos', 'es', ['2500']],
  ['trezentos e cinquenta', 'pt', ['350']],
  ['duemila', 'it', ['2000']],
  ['ventotto', 'it', ['28']],
  ['две тысячи триста', 'ru', ['2300']],
  ['cinq à six millions', 'fr', ['5 or 5000000', '6000000']],
  ['sixty twelve', 'en', ['60', '12']],
  ['dreihundert', 'en', []],
  ['ich bin da', 'de', []],
  // Parts.
  ['45 per cent', 'en', ['45 per 100']],
  ['45 %', 'fr', ['45 per 100']],
  ['百分之25', 'zh', ['25 per 100']],
  ['3 ‰', 'de', ['3 per 1000']],
  ['half', 'en', ['0.5']],
  ['two thirds', 'en', ['0.6667']],
  ['three-quarters of a million', 'en', ['750000']],
  ['1 in 8', 'en', ['1', '8', '0.125']],
  ['nine out of every ten', 'en', ['9', '10', '0.9']],
  ['3/4', 'en', ['0.75']],
  // Ranges lend their scale.
  ['5 to 6 million', 'en', ['5 or 5000000', '6000000']],
  ['ten to twelve thousand', 'en', ['10 or 10000', '12000']],
  ['20 to 50 percent', 'en', ['20 per 100', '50 per 100']],
  // No number.
  ['deutlich mehr als gestern', 'de', []],
  ['several hundred', 'en', []],
  ['hundreds of thousands', 'en', []],
  ['the 5th brigade, G20, F-16', 'en', []],
  ['COVID-19 300 dead', 'en', ['300']],
])('“%s” (%s) holds %o', ([words, lang, numbers]) => {
  expect(read(words, lang)).toEqual(numbers);
});

const GROUPED = ['en', 'de', 'fr', 'hi', 'ar', 'fa', 'pl', 'pt', 'de-CH', 'es', 'ja', 'id', 'sv', 'bn', 'my'];

test('every number is read back as each language prints it', () => {
  holds(
    fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), fc.constantFrom(...GROUPED), (n, lang) => {
      const [number] = numbersIn(new Intl.NumberFormat(lang).format(n), lang);
      expect(number?.can).toContain(n);
    }),
  );
});
