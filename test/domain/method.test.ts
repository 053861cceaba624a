// How a figure was made: each field is held to its sense, days that cannot be are refused, and nothing disclosed is nothing.
import { expect, test } from 'vitest';
import { entryContext } from '../../src/domain/record/entry-context.ts';
import { wordsOf } from '../../src/domain/record/quoting.ts';
import { withoutContent } from '../../src/domain/record/tombstone.ts';
import { CODEBOOK } from './codebook.ts';
import { admitBody, BODY, claimOf, point, recordOf, SOURCES } from './two-ministries.ts';

const HELD = recordOf(claimOf('twin', { source: 'ministry-b', said: '2024-01-08', value: point(77) }));
const context = entryContext(HELD, SOURCES, '2025-01-01', CODEBOOK);
const admit = (method: unknown, fields: object = {}) =>
  admitBody({ ...BODY, ...fields, method }, 'c-new', context);
const SHARE = { measure: 'share', value: { kind: 'share', point: 0.44, of: 'adults', stated: null } };

const WHOLE = {
  sampleSize: 1_204,
  margin: 12,
  level: 0.95,
  fieldFrom: '2024-01-03',
  fieldTo: '2024-01-05',
  mode: 'online',
  sponsor: 'Daily D',
  denominator: 'adults',
  note: 'Weighted by age.',
};

test('a whole method is kept as given, and what is left out is null', () => {
  expect(admit(WHOLE)).toMatchObject({ ok: true, value: { claim: { method: WHOLE }, warnings: [] } });
  const some = Object.fromEntries(Object.keys(WHOLE).map((field) => [field, null]));
  expect(admit({ sampleSize: 998 })).toMatchObject({
    ok: true,
    value: { claim: { method: { ...some, sampleSize: 998 } } },
  });
});

test.for([{}, { sampleSize: null, note: null }, null, undefined])('%j discloses nothing: null', (method) => {
  expect(admit(method)).toMatchObject({ ok: true, value: { claim: { method: null } } });
});

test.for<[object, string, RegExp]>([
  [{ sampleSize: 0 }, 'sampleSize', /whole number of 1 or more/],
  [{ sampleSize: -4 }, 'sampleSize', /whole number/],
  [{ sampleSize: 10.5 }, 'sampleSize', /whole number/],
  [{ sampleSize: '1,204' }, 'sampleSize', /whole number/],
  [{ sampleSize: 1e300 }, 'sampleSize', /whole number/],
  [{ margin: 0 }, 'margin', /above 0/],
  [{ margin: -2 }, 'margin', /above 0/],
  [{ margin: '±2.8' }, 'margin', /0\.028 for 2\.8 points/],
  [{ level: 1 }, 'level', /between 0 and 1/],
  [{ level: 0 }, 'level', /between 0 and 1/],
  [{ level: 95 }, 'level', /such as 0\.95/],
  [{ fieldFrom: '2024-01' }, 'fieldFrom', /YYYY-MM-DD/],
  [{ fieldTo: '2024-02-30' }, 'fieldTo', /YYYY-MM-DD/],
  [{ fieldTo: '2024-01-05T10:00:00Z' }, 'fieldTo', /YYYY-MM-DD/],
  [{ fieldTo: 20_240_105 }, 'fieldTo', /YYYY-MM-DD/],
  [{ mode: 'carrier pigeon' }, 'mode', /modes: online, telephone/],
  [{ sponsor: '' }, 'sponsor', /Give a text/],
  [{ sponsor: 'x'.repeat(121) }, 'sponsor', /120 characters/],
  [{ denominator: '\u200b' }, 'denominator', /seen/],
  [{ denominator: 'x'.repeat(121) }, 'denominator', /120 characters/],
  [{ note: 'x'.repeat(501) }, 'note', /500 characters/],
  [{ note: 'two\nlines' }, 'note', /line break/],
  [{ pollster: 'C' }, 'pollster', /no field "pollster"/],
])('%j is refused by its field', ([method, field, message]) => {
  const verdict = admit(method);
  expect(verdict.ok ? [] : verdict.problems).toEqual([
    { path: `method.${field}`, message: expect.stringMatching(message) },
  ]);
});

test.for<[string, object, object, string, RegExp]>([
  [
    'days the wrong way round',
    { fieldFrom: '2024-01-05', fieldTo: '2024-01-03' },
    {},
    'method.fieldFrom',
    /end \(2024-01-03\) before they start \(2024-01-05\)/,
  ],
  [
    'days after the page',
    { fieldFrom: '2024-01-03', fieldTo: '2024-01-12' },
    { published: '2024-01-11' },
    'method.fieldTo',
    /older than the days/,
  ],
  [
    'a first day after the page',
    { fieldFrom: '2024-02-12' },
    { published: '2024-01', said: '2024-01-10' },
    'method.fieldFrom',
    /older than the days/,
  ],
  ['points where a share is meant', { margin: 2.8 }, SHARE, 'method.margin', /0\.028 for 2\.8 points/],
])('%s: refused', ([, method, fields, path, message]) => {
  const verdict = admit(method, fields);
  expect(verdict.ok ? [] : verdict.problems).toEqual([{ path, message: expect.stringMatching(message) }]);
});

test('one day, the day of the page and a margin of people are taken', () => {
  const day = { fieldFrom: '2024-01-10', fieldTo: '2024-01-10', margin: 2.8 };
  expect(admit(day, { published: '2024-01-10' })).toMatchObject({ ok: true, value: { warnings: [] } });
  expect(admit({ margin: 0.028 }, SHARE)).toMatchObject({ ok: true, value: { warnings: [] } });
});

test.for<[object, { code: string; path: string }[]]>([
  [{ fieldTo: '2024-01-11' }, [{ code: 'fieldwork', path: 'method.fieldTo' }]],
  [{ fieldFrom: '2024-01-11' }, [{ code: 'fieldwork', path: 'method.fieldFrom' }]],
  [{ fieldFrom: '2024-01-09', fieldTo: '2024-01-10' }, []],
  [{ fieldTo: '2025-01-02' }, [{ code: 'future', path: 'method.fieldTo' }]],
])('said on 10 January, %j: %j', ([method, expected]) => {
  const verdict = admit(method);
  const warnings = verdict.ok && verdict.value.kind === 'claim' ? verdict.value.warnings : [];
  expect(warnings.map(({ code, path }) => ({ code, path }))).toEqual(expected);
});

test('a figure from people asked by its own source is not taken for an adoption', () => {
  const codes = (method: object | null) => {
    const verdict = admit(method, { value: point(77) });
    return verdict.ok && verdict.value.kind === 'claim' ? verdict.value.warnings.map(({ code }) => code) : [];
  };
  expect(codes(null)).toEqual(['adopts']);
  expect(codes({ mode: 'online' })).toEqual(['adopts']);
  expect(codes({ sampleSize: 998 })).toEqual([]);
});

test('a withholding takes it away, and looks who else repeats its words', () => {
  const claim = claimOf('c', { method: WHOLE });
  expect(withoutContent(claim).method).toBeNull();
  expect(wordsOf(claim)).toEqual(expect.arrayContaining(['Daily D', 'Weighted by age.']));
});
