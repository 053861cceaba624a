/** Places in an order said in words: "third", "the 7th", "dritter", "3-й": a rank is the number that it names. */
import { plainFigures } from './digits.ts';
import { exact } from './figure-parts.ts';
import { COUNTING } from './number-words.ts';
import type { StatedNumber } from './stated-number.ts';
import { numbersIn } from './stated-numbers.ts';
import { isWorded, type Value } from './value.ts';

/** From first to twelfth, stems where a language bends them; a bar between two forms of one place. */
const ORDERS: Readonly<Record<string, string>> = {
  en: 'first|top second|runner-up third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth',
  de: 'erste zweite dritte vierte fünfte sechste siebte|siebente achte neunte zehnte elfte zwölfte',
  fr: 'premier|première deuxième|second troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième',
  es: 'primer segund tercer cuart quint sext séptim octav noven décim undécim duodécim',
  uk: "перш друг трет четверт п'ят шост сьом восьм дев'ят десят одинадцят дванадцят",
  ru: 'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат',
  ar: 'الأول|الأولى الثاني|الثانية الثالث|الثالثة الرابع|الرابعة الخامس|الخامسة السادس|السادسة السابع|السابعة الثامن|الثامنة التاسع|التاسعة العاشر|العاشرة',
  ko: '첫 두번째|두 번째 세번째|세 번째 네번째|네 번째 다섯번째|다섯 번째 여섯번째|여섯 번째 일곱번째|일곱 번째 여덟번째|여덟 번째 아홉번째|아홉 번째 열번째|열 번째',
  hi: 'पहल दूसर तीसर चौथ पाँचव|पांचव छठ सातव आठव नौव|नौवे दसव',
};
const TENS_OF = /(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]$/;

/** Every place in an order that the words name, as numbers; for words in which no other figure is read. */
export function ordersIn(words: string, lang: string): StatedNumber[] {
  const plain = plainFigures(words).toLowerCase();
  const digits = [...plain.matchAll(/(\d+) ?(?:st|nd|rd|th)(?!\p{L})/gu)].map(({ index, 0: all, 1: n }) =>
    place(index, all.length, Number(n)),
  );
  const spoken = formsOf(lang).flatMap(([form, n]) =>
    [...plain.matchAll(form)].map(({ index, 0: all }) => {
      const tens = COUNTING.get(TENS_OF.exec(plain.slice(0, index))?.[1] ?? '') ?? 0;
      return place(index, all.length, exact(tens + n));
    }),
  );
  return [...digits, ...spoken];
}

function place(from: number, length: number, n: number): StatedNumber {
  return { from, to: from + length, can: [n], per: 1, isFraction: false, isMargin: false, falls: false };
}

function formsOf(lang: string): [RegExp, number][] {
  const words = ORDERS[lang.split('-')[0] ?? lang];
  const places = words?.split(/ (?=[^|])(?!번)/) ?? [];
  return places.map((forms, at) => [
    new RegExp(`(?<![\\p{L}\\p{M}])(?:${forms})${lang.startsWith('en') ? '(?!\\p{L})' : ''}`, 'giu'),
    at + 1,
  ]);
}

/** True of words that name the value as a place in an order and hold no number beside it: "the third highest". */
export function isPlace(value: Value | null): boolean {
  if (value === null || !isWorded(value) || value.point === null) return false;
  const { stated, lang, gloss, point } = value;
  const isSaid = (words: string, of: string) =>
    numbersIn(words, of).length === 0 && ordersIn(words, of).some(({ can }) => can.includes(point));
  return isSaid(stated, lang) || (gloss !== null && isSaid(gloss, 'en'));
}
