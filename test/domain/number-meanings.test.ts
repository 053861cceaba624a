// Numbers with a sign, a margin or a direction, parts said by two numbers, halves, and places in an order.
import { expect, test } from 'vitest';
import { ordersIn } from '../../src/domain/figure/orders.ts';
import { numbersIn } from '../../src/domain/figure/stated-numbers.ts';

const read = (words: string, lang: string) =>
  numbersIn(words, lang).map(({ can, per, isMargin, falls }) => {
    const numbers = can.map((n) => String(Number(n.toFixed(4)))).join(' or ');
    return `${isMargin ? '±' : ''}${numbers}${per === 1 ? '' : ` per ${per}`}${falls ? ' of a fall' : ''}`;
  });

test.for<[string, string, string[]]>([
  // Below zero, however it is written.
  ['-0.4', 'en', ['-0.4']],
  ['−0.4', 'en', ['-0.4']],
  ['− 0,4 %', 'fr', ['-0.4 per 100']],
  ['minus 0.4', 'en', ['-0.4']],
  ['minus twelve', 'en', ['-12']],
  ['negative 3 %', 'en', ['-3 per 100']],
  ['+0.2', 'en', ['0.2']],
  ['-$5 million', 'en', ['-5000000']],
  ['−€1.2bn', 'en', ['-1200000000']],
  ['$-5', 'en', ['-5']],
  ['minus 0,4 Prozent', 'de', ['-0.4 per 100']],
  ['moins 0,4 %', 'fr', ['-0.4 per 100']],
  ['menos 0,4 %', 'es', ['-0.4 per 100']],
  ['мінус 0,4 відсотка', 'uk', ['-0.4 per 100']],
  ['минус 0,4 %', 'ru', ['-0.4 per 100']],
  ['ناقص ٠٫٤', 'ar', ['-0.4']],
  ['마이너스 0.4%', 'ko', ['-0.4 per 100']],
  ['▲0.4％', 'ja', ['-0.4 per 100']],
  ['マイナス0.4%', 'ja', ['-0.4 per 100']],
  ['负0.4%', 'zh', ['-0.4 per 100']],
  ['माइनस 0.4', 'hi', ['-0.4']],
  ['5 °C below zero', 'en', ['-5']],
  // A bound that a language words with the same word.
  ['au moins 300', 'fr', ['300']],
  ['al menos 300', 'es', ['300']],
  ['pelo menos 300', 'pt', ['300']],
  // A hyphen that joins or spans.
  ['-1.1 to 0.3', 'en', ['-1.1', '0.3']],
  ['−1.1–0.3', 'en', ['-1.1', '0.3']],
  ['−1.1–−0.3', 'en', ['-1.1', '-0.3']],
  ['-5 - -3 °C', 'en', ['-5', '-3']],
  ['5-6 °C', 'en', ['5', '6']],
  ['每小时−5公里', 'zh', ['-5']],
  ['5人-6人', 'ja', ['5', '6']],
  ['1 m3/s', 'en', ['1', '3']],
  ['300 -400', 'en', ['300', '400']],
  ['5 %-6 %', 'en', ['5 per 100', '6 per 100']],
  ['COVID-19 killed 300', 'en', ['300']],
  ['€1.2bn-€1.5bn', 'en', ['1200000000', '1500000000']],
  ['1.2 to 1.5 billion euros', 'en', ['1.2 or 1200000000', '1500000000']],
  ['−2 to −3 million', 'en', ['-2 or -2000000', '-3000000']],
  // The size of a fall.
  ['down 4.8 per cent', 'en', ['4.8 per 100 of a fall']],
  ['up 4.8 per cent', 'en', ['4.8 per 100']],
  ['4.8 per cent lower', 'en', ['4.8 per 100 of a fall']],
  ['rose 0.2 after it had fallen 0.4', 'en', ['0.2', '0.4 of a fall']],
  ['fell −4.8 %', 'en', ['-4.8 per 100']],
  ['впав на 4,8 %', 'uk', ['4.8 per 100 of a fall']],
  ['um 4,8 Prozent geschrumpft', 'de', ['4.8 per 100 of a fall']],
  ['la baisse de 4,8 %', 'fr', ['4.8 per 100 of a fall']],
  ['cayó 4,8 %', 'es', ['4.8 per 100 of a fall']],
  ['снизился на 4,8 %', 'ru', ['4.8 per 100 of a fall']],
  ['انخفض ٤٫٨٪', 'ar', ['4.8 per 100 of a fall']],
  ['4.8% 감소', 'ko', ['4.8 per 100 of a fall']],
  ['4.8%減', 'ja', ['4.8 per 100 of a fall']],
  ['下降了4.8%', 'zh', ['4.8 per 100 of a fall']],
  ['4.8% की गिरावट', 'hi', ['4.8 per 100 of a fall']],
  // Margins.
  ['45 % ±3', 'en', ['45 per 100', '±3']],
  ['45 +/- 3 %', 'en', ['45 per 100', '±3 per 100']],
  ['45 %, plus or minus 3 points', 'en', ['45 per 100', '±3']],
  ['plus ou moins 300 personnes', 'fr', ['300']],
  // Parts by two numbers, and odds.
  ['about 1 in 900 people', 'en', ['1', '900', '0.0011']],
  ['one-in-eight', 'en', ['1', '8', '0.125']],
  ['1 von 8', 'de', ['1', '8', '0.125']],
  ['un sur huit', 'fr', ['1', '8', '0.125']],
  ['1 de cada 8', 'es', ['1', '8', '0.125']],
  ['1 із 8', 'uk', ['1', '8', '0.125']],
  ['1 من كل 8', 'ar', ['1', '8', '0.125']],
  ['8명 중 1명', 'ko', ['8', '1', '0.125']],
  ['8人に1人', 'ja', ['8', '1', '0.125']],
  ['8 में से 1', 'hi', ['8', '1', '0.125']],
  ['三分之一', 'zh', ['3', '1', '0.3333']],
  ['3분의 1', 'ko', ['3', '1', '0.3333']],
  ['百分之二十五', 'zh', ['25 per 100']],
  ['八成', 'zh', ['80 per 100']],
  ['3 to 1 against', 'en', ['3', '1', '0.25']],
  ['3-1 on', 'en', ['3', '1', '0.75']],
  ['odds of 3 to 1', 'en', ['3', '1', '0.25 or 0.75']],
  ['fifty-fifty', 'en', ['50', '50', '0.5']],
  // Halves and other parts in words.
  ['half-million', 'en', ['500000']],
  ['two and a half hours', 'en', ['2.5']],
  ['two hours and a half', 'en', ['2.5']],
  ['an hour and a half', 'en', ['1.5']],
  ['deux heures et demie', 'fr', ['2.5']],
  ['2時間半', 'ja', ['2.5']],
  ['두 시간 반', 'ko', ['2.5']],
  ['полтора миллиона', 'ru', ['1500000']],
  ['півтора мільйона', 'uk', ['1500000']],
  ['anderthalb Millionen', 'de', ['1500000']],
  ['ढाई लाख', 'hi', ['250000']],
  ['eine halbe Million', 'de', ['500000']],
  ['medio millón', 'es', ['500000']],
  ['نصف مليون', 'ar', ['500000']],
  ['zwei Drittel', 'de', ['0.6667']],
  ['третина', 'uk', ['0.3333']],
  ['दो तिहाई', 'hi', ['0.6667']],
  ['절반', 'ko', ['0.5']],
  ["п'ять тисяч", 'uk', ['5000']],
  // From thousandths to trillions.
  ['0.001', 'en', ['0.001']],
  ['three thousandths', 'en', ['0.003']],
  ['3 x 10⁻³', 'en', ['0.003']],
  ['1.2 trillion', 'en', ['1200000000000']],
  ['30 basis points', 'en', ['30 per 10000']],
])('“%s” (%s) holds %o', ([words, lang, numbers]) => {
  expect(read(words, lang)).toEqual(numbers);
});

test.for<[string, string, number[]]>([
  ['third', 'en', [3]],
  ['the 7th', 'en', [7]],
  ['twenty-first', 'en', [21]],
  ['dritter Platz', 'de', [3]],
  ['troisième', 'fr', [3]],
  ['третє', 'uk', [3]],
  ['الثالث', 'ar', [3]],
  ['세 번째', 'ko', [3]],
  ['तीसरा', 'hi', [3]],
  ['thirds', 'en', []],
])('“%s” (%s) is a place in an order: %o', ([words, lang, places]) => {
  expect(ordersIn(words, lang).flatMap(({ can }) => can)).toEqual(places);
});
