// The files by which vague words are read: as they are reviewed, and each way in which one may be wrong.
import { expect, test } from 'vitest';
import { checkReadingRules } from '../../src/cli/check-reading-rules.ts';
import { readJson } from '../../src/cli/data-files.ts';
import { checkForeignWords, checkSchemes } from '../../src/validation/reading-rules.ts';

type Fields = { [field: string]: unknown };
interface SchemeFields extends Fields {
  rules: Fields[];
  silent: string[];
}

const NOBODY: ReadonlySet<string> = new Set();
const file = async () => (await readJson('data/schemes.json')) as { schemes: SchemeFields[] };
const house = ({ schemes }: { schemes: SchemeFields[] }) => schemes[0] as SchemeFields;
const acled = ({ schemes }: { schemes: SchemeFields[] }) => schemes[1] as SchemeFields;
const rule = (word: string, fields: object) => ({ word, source: 'A codebook', address: null, ...fields });

test('the files are good as they are', async () => {
  expect(await checkReadingRules()).toEqual([]);
});

test.for<[string, (schemes: { schemes: SchemeFields[] }) => void, RegExp]>([
  ['a word nobody spoke of', (all) => house(all).rules.pop(), /house@2: nearly all: give its rule/],
  ['a word that is silent no more', (all) => acled(all).silent.pop(), /acled@1: .*: give its rule/],
  ['a word spoken of twice', (all) => acled(all).silent.push('dozens'), /dozens: it is spoken of twice/],
  [
    'an unknown word',
    (all) => acled(all).rules.push(rule('heaps', { low: 9, high: null })),
    /heaps: no lexicon/,
  ],
  [
    'a reading of a foreign word that nobody published',
    (all) => acled(all).rules.push(rule('uk:десятки', { low: 9, high: null })),
    /uk:десятки: no lexicon holds it, or no reading/,
  ],
  [
    'ends the wrong way about',
    (all) => house(all).rules.splice(0, 1, rule('a handful', { low: 9, high: 3 })),
    /a handful: its ends/,
  ],
  [
    'no end',
    (all) => house(all).rules.splice(0, 1, rule('a handful', { low: null, high: null })),
    /a handful: give an end/,
  ],
  [
    'a share above all of it',
    (all) => house(all).rules.splice(-1, 1, rule('nearly all', { low: 90, high: 100 })),
    /nearly all: a share lies between/,
  ],
  ['a rule from nowhere', (all) => house(all).rules.splice(0, 1, { word: 'tens', low: 1, high: 2 }), /rules/],
  ['a version left out', (all) => Object.assign(acled(all), { version: 3 }), /no version 2 before/],
  ['a version twice', (all) => Object.assign(house(all), { version: 1 }), /This version stands twice/],
])('%s is refused', async ([, spoil, message]) => {
  const spoilt = await file();
  spoil(spoilt);
  const problems = checkSchemes(spoilt, NOBODY).map((problem) => `${problem.path}: ${problem.message}`);
  expect(problems.join('\n')).toMatch(message);
});

test('a reading of a foreign word is taken where one is published', async () => {
  const more = await file();
  acled(more).rules.push(rule('uk:десятки', { low: 10, high: null }));
  expect(checkSchemes(more, new Set(['uk:десятки']))).toEqual([]);
});

test.for<[string, object, RegExp]>([
  ['a form of two words', { word: 'сотні', forms: ['десятки'] }, /a form is of one word only/],
  ['a word twice', { word: 'десятки', forms: ['десятка'] }, /it stands twice/],
  ['a share nearest to a count', { word: 'більшість', forms: ['більшість'], of: 'share' }, /not of a share/],
  ['a word nearest to no word of English', { word: 'купа', forms: ['купа'], nearest: 'heaps' }, /Invalid/],
])('%s is refused', ([, fields, message]) => {
  const word = { word: 'десятки', forms: ['десятки'], of: 'count', nearest: 'dozens', source: null };
  const language = { notAfter: [], notBefore: [], words: [word, { ...word, ...fields }] };
  const problems = checkForeignWords({ languages: { uk: language } });
  expect(problems.map((problem) => problem.message).join('\n')).toMatch(message);
});
