// Vague words of other languages: every form is read as its word, and no wrong friend is read at all.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../src/cli/project.ts';
import { isHedged } from '../../src/domain/figure/hedge.ts';
import { sortOf, vagueSpan, vagueWord } from '../../src/domain/figure/vague-words.ts';
import {
  readFigure,
  readsTranslation,
  readVague,
  SCHEMES,
  schemeOf,
} from '../../src/domain/figure/vagueness.ts';
import { Value } from '../../src/domain/figure/value.ts';
import { holds } from '../property/holds.ts';

interface Listed {
  words: { word: string; forms: string[]; of: string; nearest: string; source: string | null }[];
}
const { languages } = JSON.parse(readFileSync(inProject('data/vague-words.json'), 'utf8')) as {
  languages: Record<string, Listed>;
};
const LISTED = Object.entries(languages).flatMap(([lang, { words }]) =>
  words.flatMap(({ word, forms, of, nearest, source }) =>
    forms.map((form) => ({ lang, word, form, of, nearest, source })),
  ),
);
const LANGUAGES = Object.keys(languages);

test('each of the seven languages has five words of counts at least', () => {
  expect(LANGUAGES.toSorted()).toEqual(['ar', 'de', 'es', 'fr', 'ko', 'ru', 'uk']);
  for (const { words } of Object.values(languages))
    expect(words.filter(({ of }) => of === 'count').length).toBeGreaterThanOrEqual(5);
});

test.for(LISTED)('$lang: “$form” is read as “$word”', ({ lang, word, form, of }) => {
  expect(vagueWord(form, lang)).toBe(`${lang}:${word}`);
  expect(vagueWord(form, `${lang}-XX`)).toBe(`${lang}:${word}`);
  expect(vagueSpan(`— ${form}.`, lang)).toEqual({ from: 2, to: 2 + form.length });
  expect(sortOf(`${lang}:${word}`)).toBe(of);
});

test('a form is of its own language alone, where no other writes it too', () => {
  for (const { form, lang } of LISTED)
    for (const other of LANGUAGES) {
      const read = vagueWord(form, other);
      if (other !== lang && read !== null)
        expect(LISTED.some((each) => each.lang === other && form.includes(each.form))).toBe(true);
    }
  expect(vagueWord('miles')).toBeNull();
  expect(vagueWord('hundreds', 'es')).toBeNull();
  expect(vagueWord('les scores', 'fr')).toBeNull();
  expect(vagueWord('dozens', 'xx')).toBeNull();
  expect(vagueWord('dozens', 'constructor')).toBeNull();
});

test('within a longer word, or beside a digit, no form is read', () => {
  holds(
    fc.property(
      fc.constantFrom(...LISTED),
      fc.constantFrom('а', 'z', 'ß', 'ق', '가', '7', '٣', '9 ', '1.200 '),
      ({ form, lang }, letter) => {
        const own = vagueWord(`${letter}${form}`, lang);
        if (own !== null) expect(form.includes(' ') || lang === 'ar').toBe(true);
      },
    ),
  );
});

describe.for<[string, [string, string | null][]]>([
  [
    'uk',
    [
      ['Загинули десятки людей', 'десятки'],
      ['сотням поранених', 'сотні'],
      ['СОТНІ', 'сотні'],
      ['сотні тисяч', 'сотні тисяч'],
      ['дві сотні', null],
      ['двох сотень', null],
      ['п’ять тисяч', null],
      ["п'ять тисяч", null],
      ['45 тисяч', null],
      ['більше сотні', null],
      ['близько тисячі', null],
      ['понад тисячі', null],
      ['не сотні', null],
      ['сотні разів', null],
      ['герої Небесної сотні', null],
      ['сотні мільярдів', null],
      ['сотня', null],
      ['більшість опитаних', 'більшість'],
      ['парламентська більшість', null],
    ],
  ],
  [
    'ru',
    [
      ['сотни раненых', 'сотни'],
      ['о тысячах погибших', 'тысячи'],
      ['несколько десятков человек', 'несколько десятков'],
      ['две сотни', null],
      ['двадцать тысяч', null],
      ['более тысячи человек', null],
      ['около сотни', null],
      ['сотни раз', null],
      ['ни десятки', null],
      ['тысячелетия', null],
      ['большинство жителей', 'большинство'],
      ['конституционное большинство', null],
    ],
  ],
  [
    'ko',
    [
      ['수백 명', '수백'],
      ['수백명이 숨졌다', '수백'],
      ['수십여 명의 부상자', '수십'],
      ['수만 명이', '수만'],
      ['수십만 명', '수십만'],
      ['수천억', null],
      ['수백신', null],
      ['특수백신', null],
      ['다수만', null],
      ['홍수천', null],
      ['수백 명이 아니라', null],
      ['수백명은 아니다', null],
      ['수천동', null],
    ],
  ],
  [
    'es',
    [
      ['Cientos de personas', 'cientos'],
      ['miles de muertos', 'miles'],
      ['varios centenares', 'varios cientos'],
      ['doscientos', null],
      ['dos millones', null],
      ['mil millones', null],
      ['1,2 millones', null],
      ['cientos de miles de millones', null],
      ['no miles', null],
      ['miles de veces', null],
      ['Miles Davis', null],
      ['la mayoría de la ciudad', 'la mayoría'],
      ['la mayoría absoluta', null],
    ],
  ],
  [
    'fr',
    [
      ['des centaines de personnes', 'centaines'],
      ['des milliers d’enfants', 'milliers'],
      ['quelques dizaines', 'plusieurs dizaines'],
      ['une centaine', null],
      ['deux centaines', null],
      ['2 millions', null],
      ['des centaines de milliards', null],
      ['pas des milliers', null],
      ['pas de centaines', null],
      ['la plupart des habitants', 'la plupart'],
      ['la majorité', null],
      ['la majorité des sièges', null],
    ],
  ],
  [
    'de',
    [
      ['Hunderte Tote', 'Hunderte'],
      ['hunderte Menschen', 'Hunderte'],
      ['mit Tausenden', 'Tausende'],
      ['ein paar Hundert', 'mehrere Hundert'],
      ['Jahrhunderte', null],
      ['Hundertstel', null],
      ['Tausender', null],
      ['zwei Millionen', null],
      ['1,2 Millionen', null],
      ['Hunderte von Millionen', null],
      ['nicht Hunderte', null],
      ['keine Hunderte', null],
      ['Hunderte-Marke', null],
      ['die Mehrheit der Befragten', 'die Mehrheit'],
      ['die Mehrheit der Sitze', null],
    ],
  ],
  [
    'ar',
    [
      ['عشرات القتلى', 'عشرات'],
      ['المئات من الجرحى', 'مئات'],
      ['مِئات', 'مئات'],
      ['والآلاف', 'آلاف'],
      ['الاف النازحين', 'آلاف'],
      ['عشرات الآلاف', 'عشرات الآلاف'],
      ['ثلاثة آلاف', null],
      ['خمسة ملايين', null],
      ['٣ آلاف', null],
      ['معاشرات', null],
      ['ليس مئات', null],
      ['مئات المليارات', null],
      ['مئات المرات', null],
      ['عشرة', null],
      ['معظم السكان', 'معظم'],
    ],
  ],
])('%s', ([lang, rows]) => {
  test.for(rows)('“%s” is read as %s', ([words, word]) => {
    expect(vagueWord(words, lang)).toBe(word && `${lang}:${word}`);
  });
});

const house = schemeOf('house') as (typeof SCHEMES)[number];
const said = (stated: string, lang: string, gloss: string | null) =>
  Value.parse({ kind: 'vague', stated, lang, gloss });

test('no scheme reads a foreign word for which nobody published a rule', () => {
  for (const { form, lang, source } of LISTED)
    for (const scheme of SCHEMES) {
      if (source === null) expect(readVague(form, scheme, lang)).toBeNull();
      if (source === null) expect(readFigure(said(form, lang, null), scheme)).toBeNull();
    }
});

test('what is read of one that is translated is the translation, and it is known to be', () => {
  for (const { form, lang, nearest } of LISTED) {
    expect(readFigure(said(form, lang, nearest), house)).toEqual(house.rules[nearest as 'dozens']);
    expect(readsTranslation(said(form, lang, nearest), house)).toBe(true);
  }
  expect(readsTranslation(said('dozens', 'en', null), house)).toBe(false);
  expect(readsTranslation(said('dozens', 'en', 'hundreds'), house)).toBe(false);
  expect(readFigure(said('a lot', 'en', 'hundreds'), house)).toEqual({ low: 200, high: 999 });
});

test('a hedge of a foreign word stands in our translation', () => {
  const value = { ...said('сотні', 'uk', 'at least hundreds'), hedge: 'at-least' as const };
  expect(isHedged(value)).toBe(true);
  expect(isHedged({ ...value, gloss: 'hundreds' })).toBe(false);
});
