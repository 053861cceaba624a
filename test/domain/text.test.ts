// What no text may hold, wherever it enters: each kind of character, with the sentence that says so; and what all may.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClaimFields } from '../../src/domain/record/claim.ts';
import { WebAddress } from '../../src/domain/record/evidence.ts';
import { isSeen, label, mended, tidied, unfitPart, unfitReason } from '../../src/domain/text.ts';
import { holds } from '../property/holds.ts';

const Label = label(120);
const said = (text: string): string | null => {
  const parsed = Label.safeParse(text);
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? '');
};
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const inside = (code: number) => `a${String.fromCodePoint(code)}b`;

test.for<[what: string, codes: number[], sentence: RegExp]>([
  ['C0 controls', [...range(1, 8), 11, 12, ...range(14, 31)], /control character U\+00[01]/],
  ['DEL and C1 controls', range(0x7f, 0x9f), /control character U\+00[789]/],
  ['null', [0], /null byte/],
  ['tabs and ends of lines', [9, 10, 13, 0x2028, 0x2029], /one line/],
  [
    'overrides, embeddings, isolates',
    [...range(0x202a, 0x202e), ...range(0x2066, 0x206f)],
    /turns the writing/,
  ],
  ['annotations', range(0xfff9, 0xfffb), /turns the writing/],
  ['noncharacters', [...range(0xfdd0, 0xfdef), 0xfffe, 0xffff, 0x1fffe, 0x10ffff], /no character/],
  ['lone surrogates', [0xd800, 0xdbff, 0xdc00, 0xdfff], /lone surrogate/],
])('a label holds no %s', ([, codes, sentence]) => {
  for (const code of codes) {
    const text = code >= 0xd800 && code <= 0xdfff ? `a${String.fromCharCode(code)}b` : inside(code);
    expect([code, said(text)]).toEqual([code, expect.stringMatching(sentence)]);
  }
});

test.for([
  '👨‍👩‍👧 300',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏳️‍🌈 ❤️ 1️⃣',
  '약 300명, 80万人, ｆｕｌｌｗｉｄｔｈ',
  'złotys, Đà Nẵng, Žižkov',
  'نمی‌خواهم ٣٠٠ \u200f(٣)',
  'क्षत्रिय श्री',
  'שָׁלוֹם 300',
  'ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ',
  '“about 300” <b>&amp;</b> ]]> {{x}} `7*7` <!--',
  '-300',
  '=1+1',
  'between 200<n<300',
  'a\u00a0b\u202fc',
])('%s is a label as it stands', (text) => {
  expect(Label.parse(text)).toBe(text.normalize('NFC'));
});

test('a label is kept in one spelling, without blanks around it', () => {
  expect(Label.parse(' \t Z\u030ciz\u030ckov\u3000\r\n')).toBe('Žižkov');
  expect(Label.parse('Å')).toBe('Å');
});

test('marks may stand on a letter, and not pile up', () => {
  expect(said(`a${'\u0301'.repeat(4)}`)).toBeNull();
  expect(said(`a${'\u0301'.repeat(8)} 300`)).toMatch(/marks on one letter/);
});

test.for(['', '   ', '\u200b', '\u200d\ufe0f', '\u3164', '\u2800', '\u00ad \u034f'])(
  '%j is no text to read',
  (text) => {
    expect(said(text)).not.toBeNull();
  },
);

test('lengths are counted after tidying, and both ends are said', () => {
  expect(said(` ${'x'.repeat(120)} `)).toBeNull();
  expect(said('x'.repeat(121))).toBe('Keep it to 120 characters.');
  expect(label(40, { least: 3 }).safeParse('ab').error?.issues[0]?.message).toBe(
    'Give at least 3 characters.',
  );
  expect(label(40, { least: 0 }).parse(' ')).toBe('');
});

test('a body of several lines keeps its lines and its turning marks, and nothing else of these', () => {
  expect(unfitPart('one\ttwo\r\nthree\u202e', 'body')).toBeNull();
  for (const text of ['\u0000', '\u0007', '\u0085', '\ufffe', '\ud800'])
    expect(unfitPart(text, 'body')).not.toBeNull();
  expect(unfitReason('one\r\ntwo')).toBeNull();
  expect(unfitReason('one \u202etwo')).toMatch(/U\+202E/);
});

test.for(['https://news.example/a\u0007b', 'https://news.example/a b', 'https://news.example/\u202eb'])(
  'the address %j is refused',
  (address) => {
    expect(WebAddress.safeParse(address).success).toBe(false);
  },
);

test('line ends in an address go, as the URL standard reads it', () => {
  expect(WebAddress.parse('https://news.example/\n')).toBe('https://news.example/');
  expect(WebAddress.parse('https://news.example/a\r\nb')).toBe('https://news.example/ab');
});

describe('any text at all', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });

  test('is refused with a sentence, or is one line that XML can carry', () => {
    holds(
      fc.property(text, (given) => {
        const parsed = Label.safeParse(given);
        if (!parsed.success)
          for (const { message } of parsed.error.issues) expect(message).toMatch(/^[A-Z].+\.$/);
        else
          expect(parsed.data).toMatch(
            /^[\u0020-\u007e\u00a0-\u2027\u2030-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}\u202f]+$/u,
          );
      }),
      { numRuns: 3_000 },
    );
  });

  test('once tidied or mended stays so, and what was mended is refused for nothing but its length', () => {
    holds(
      fc.property(text, (given) => {
        expect(tidied(tidied(given))).toBe(tidied(given));
        expect(mended(mended(given))).toBe(mended(given));
        const fit = mended(given).slice(0, 100).toWellFormed();
        if (isSeen(fit))
          expect(unfitPart(tidied(fit), 'label') ?? '').not.toMatch(/control|line|turns|null|surrogate/);
      }),
      { numRuns: 3_000 },
    );
  });
});

test('a refusal names the field, however deep it stands', () => {
  const bad = 'x\u0007';
  const value = {
    kind: 'point',
    point: 1,
    stated: bad,
    gloss: bad,
    of: bad,
    derived: { ends: ['low'], how: `how ${bad}` },
  };
  const parsed = ClaimFields.safeParse({
    topic: 't',
    source: 's',
    stance: 'states',
    value,
    words: bad,
    summary: `sum ${bad}`,
    label: bad,
    about: { words: bad },
    alternatives: [{ label: bad, value }],
    chain: [{ name: bad, role: 'outlet', descriptor: bad, reason: bad }],
    evidence: [{ url: `https://news.example/${bad}`, outlet: bad, title: bad }],
    readings: [{ text: bad, outlet: bad, metric: bad }],
  });
  const paths = new Set(parsed.error?.issues.map((issue) => issue.path.join('.')));
  for (const path of [
    'value.stated',
    'value.gloss',
    'value.of',
    'value.derived.how',
    'words',
    'summary',
    'label',
    'about.words',
    'alternatives.0.label',
    'alternatives.0.value.stated',
    'chain.0.name',
    'chain.0.descriptor',
    'chain.0.reason',
    'evidence.0.url',
    'evidence.0.outlet',
    'evidence.0.title',
    'readings.0.text',
    'readings.0.outlet',
    'readings.0.metric',
  ])
    expect(paths).toContain(path);
});
