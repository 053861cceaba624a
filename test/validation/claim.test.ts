// Validation of one claim: each check on entry refuses with the field's path and a clear sentence, or warns.
import { expect, test } from 'vitest';
import { entryContext } from '../../src/domain/record/entry-context.ts';
import { CODEBOOK } from '../domain/codebook.ts';
import { admitBody, BODY, claimOf, point, recordOf, SOURCES } from '../domain/two-ministries.ts';

const HELD = recordOf(
  claimOf('last', { said: '2024-01-05', value: point(40) }),
  claimOf('twin', { source: 'ministry-b', said: '2024-01-08', value: point(77) }),
);
const context = entryContext(HELD, SOURCES, '2025-01-01', CODEBOOK);
const admit = (fields: object) => admitBody({ ...BODY, ...fields }, 'c-new', context);

test('a whole claim is let in, with its defaults and no warning', () => {
  const verdict = admit({});
  expect(verdict).toMatchObject({
    ok: true,
    value: { kind: 'claim', warnings: [], claim: { id: 'c-new', basis: 'unknown' } },
  });
});

const without = (field: keyof typeof BODY) => ({ [field]: undefined });
const tabled = { stated: null };
const long = 'x'.repeat(121);
const share = { kind: 'share', point: 0.25, stated: 'a quarter', of: '4,000' };

test.for<[string, object, string, RegExp]>([
  ['no source', without('source'), 'source', /required/],
  ['a source nobody added', { source: 'ghost' }, 'source', /no source "ghost"/],
  ['no stance', without('stance'), 'stance', /stances: states/],
  ['nothing that bounds the date', { said: null }, 'said', /Nothing bounds the date/],
  ['a day that does not exist', { said: '2025-02-30' }, 'said', /YYYY-MM-DD/],
  ['a page older than its statement', { published: '2024-01-09' }, 'published', /older than the statement/],
  [
    'a page older than its statement by the hour',
    { said: '2024-01-10T18:00:00+02:00', published: '2024-01-10T15:59:00Z' },
    'published',
    /older than the statement/,
  ],
  [
    'a date finer than it is',
    { said: { date: '2024', precision: 'day' } },
    'said.precision',
    /is a year, not a day/,
  ],
  [
    'low above high',
    { value: { kind: 'range', low: 9, high: 3, stated: '9 to 3' } },
    'value.low',
    /above the high end/,
  ],
  [
    'a point outside its ends',
    { value: { ...point(9), low: 1, high: 3 } },
    'value.point',
    /above the high end/,
  ],
  [
    'a point without its number',
    { value: { kind: 'point', stated: 'many' } },
    'value.point',
    /needs its number/,
  ],
  ['a range with one end', { value: { kind: 'range', low: 9, stated: 'from 9' } }, 'value.low', /both ends/],
  [
    'an interval without its point',
    { value: { kind: 'interval', low: 1, high: 9, level: 0.95, stated: '1-9' } },
    'value.low',
    /point and both ends/,
  ],
  [
    'an interval without its level',
    { value: { kind: 'interval', low: 1, point: 2, high: 9, stated: '2 (1-9)' } },
    'value.level',
    /level/,
  ],
  ['a count below zero', { value: point(-5) }, 'value.point', /never below zero: −5/],
  [
    'a printing below zero',
    { readings: [{ text: '-5', outlet: 'Paper', value: point(-5, '-5') }] },
    'readings.0.value.point',
    /never below zero/,
  ],
  [
    'a share without what it is a share of',
    { measure: 'share', value: { ...share, of: null } },
    'value.of',
    /share of/,
  ],
  [
    'a share above one',
    { measure: 'share', value: { ...share, point: 25 } },
    'value.point',
    /between 0 and 1/,
  ],
  ['a share on a measure that counts', { value: share }, 'value.kind', /measure of its own/],
  ['a count on a measure that is a share', { measure: 'share' }, 'value.kind', /is a share/],
  [
    'a hedge that is not in the words',
    { value: point(100, '100', 'at-least') },
    'value.hedge',
    /do not hold the hedge "at-least"/,
  ],
  [
    'vague words with a number',
    { value: { kind: 'vague', point: 50, stated: 'dozens' } },
    'value.point',
    /hold no number/,
  ],
  [
    'words outside the lexicon as a figure',
    { value: { kind: 'vague', stated: 'significant losses' } },
    'value.stated',
    /lexicon/,
  ],
  [
    'an address that is not http',
    { evidence: [{ url: 'javascript:alert(1)', outlet: 'Paper' }] },
    'evidence.0.url',
    /http/,
  ],
  [
    'an address with a user name',
    { evidence: [{ url: 'https://a@paper.example', outlet: 'Paper' }] },
    'evidence.0.url',
    /user names/,
  ],
  [
    'a reading’s address that is not http',
    { readings: [{ text: '100', outlet: 'Paper', url: 'ftp://x.example' }] },
    'readings.0.url',
    /http/,
  ],
  [
    'a figure without its words, not said to be from a table',
    { value: { kind: 'point', point: 1 } },
    'value.stated',
    /or null where the figure was read from a table/,
  ],
  ['vague words of a table', { value: { kind: 'vague', stated: null } }, 'value.stated', /Vague words are/],
  [
    'a hedge of a table',
    { value: { ...point(1, '', 'about'), ...tabled } },
    'value.hedge',
    /stands in words/,
  ],
  ['a translated table', { value: { ...point(1), ...tabled, gloss: 'one' } }, 'value.gloss', /no words/],
  ['a table’s language', { value: { ...point(1), ...tabled, lang: 'ko' } }, 'value.lang', /no words/],
  [
    'a conversion of a table',
    { value: { ...point(1), ...tabled, derived: { ends: ['point'], how: 'gallons' } } },
    'value.derived',
    /as the table has it/,
  ],
  [
    'a hedge in an alternative of a table',
    { alternatives: [{ label: 'high', value: { ...point(1, '', 'about'), ...tabled } }] },
    'alternatives.0.value.hedge',
    /stands in words/,
  ],
  [
    'a gloss in a printing of a table',
    { readings: [{ text: '1', outlet: 'Paper', value: { ...point(1), ...tabled, gloss: 'one' } }] },
    'readings.0.value.gloss',
    /no words/,
  ],
  ['over 120 characters', { value: { ...point(1), stated: long } }, 'value.stated', /at most 120/],
  ['words over 120 characters', { value: null, words: long }, 'words', /at most 120/],
  [
    'a reading over 120 characters',
    { readings: [{ text: long, outlet: 'Paper' }] },
    'readings.0.text',
    /at most 120/,
  ],
  ['an unknown measure', { measure: 'ghosts' }, 'measure', /no measure "ghosts"/],
  [
    'an unknown metric',
    { readings: [{ text: '100', outlet: 'Paper', metric: 'ghosts' }] },
    'readings.0.metric',
    /codebook/,
  ],
  ['a figure on no measure', { measure: null }, 'measure', /needs a measure/],
  ['nothing at all', { measure: null, value: null }, 'measure', /measure, or give the words/],
  [
    'a denied figure as the denier’s',
    { stance: 'denies', about: { words: '100' } },
    'value',
    /never the speaker’s/,
  ],
  ['a declined figure as the speaker’s', { stance: 'declines' }, 'value', /never the speaker’s/],
  ['an unconfirmed figure as the speaker’s', { stance: 'cannot-confirm' }, 'value', /never the speaker’s/],
  ['a figure from whoever gave no answer', { stance: 'no-answer' }, 'value', /never the speaker’s/],
  ['a denial of nothing', { stance: 'denies', value: null }, 'about', /what|which/i],
  [
    'alternatives to nothing',
    { value: null, words: 'some', alternatives: [{ label: 'other', value: point(1) }] },
    'alternatives',
    /main one/,
  ],
  [
    'an answer to a claim that is not there',
    { about: { claim: 'ghost' } },
    'about.claim',
    /no claim "ghost"/,
  ],
  [
    'a relay of a source that is not there',
    { about: { source: 'ghost' } },
    'about.source',
    /no source "ghost"/,
  ],
  ['an adoption of a claim that is not there', { adopts: 'ghost' }, 'adopts', /no claim "ghost"/],
  ['an adoption of itself', { adopts: 'c-new' }, 'adopts', /cannot adopt itself/],
  ['an answer to itself', { about: { claim: 'c-new' } }, 'about.claim', /cannot answer itself/],
  ['a replacement of itself', { replaces: 'c-new' }, 'replaces', /cannot replace itself/],
  ['a replacement of a claim that is not there', { replaces: 'ghost' }, 'replaces', /no claim "ghost"/],
  ['a replacement of another source’s figure', { replaces: 'twin' }, 'replaces', /not by the same source/],
  ['a replacement on another measure', { measure: 'wounded', replaces: 'last' }, 'replaces', /same measure/],
  [
    'a figure replaced by a stance',
    { value: null, words: 'some', replaces: 'last' },
    'replaces',
    /replaces a figure/,
  ],
  [
    'a replacement of what was said later',
    { said: '2024-01-04', replaces: 'last' },
    'replaces',
    /said before "last"/,
  ],
  [
    'an alternative that is wrong',
    { alternatives: [{ label: 'other', value: { kind: 'range', low: 9, high: 1, stated: '9 to 1' } }] },
    'alternatives.0.value.low',
    /above the high end/,
  ],
  ['a field that is not there', { figure: 100 }, 'figure', /no field "figure"/],
  ['a number for a word', { source: 7 }, 'source', /string here, not number/],
])('%s is refused', ([, fields, path, message]) => {
  const verdict = admit(fields);
  expect(verdict.ok).toBe(false);
  const problems = verdict.ok ? [] : verdict.problems;
  expect(problems.map((problem) => problem.path)).toContain(path);
  const problem = problems.find((each) => each.path === path);
  expect(problem?.message).toMatch(message);
  expect(problem?.message).toMatch(/^[\p{Lu}“"].*[.?]$/u);
});

test('every problem is said at once', () => {
  const verdict = admit({ source: 'ghost', measure: 'ghosts', said: null });
  expect(verdict.ok ? [] : verdict.problems.map(({ path }) => path).sort()).toEqual([
    'measure',
    'said',
    'source',
  ]);
});

test('a figure of a table needs no words: no warning says that they do not hold the number', () => {
  const verdict = admit({ value: { ...point(100), ...tabled } });
  expect(verdict).toMatchObject({ ok: true, value: { warnings: [], claim: { value: { stated: null } } } });
});

test('two tables of one source on one day are a duplicate where the numbers are one, and rivals where they are not', () => {
  const held = recordOf(claimOf('table', { value: { ...point(40), ...tabled } }));
  const beside = entryContext(held, SOURCES, '2025-01-01', CODEBOOK);
  const warnings = (n: number) => {
    const verdict = admitBody({ ...BODY, value: { ...point(n), ...tabled } }, 'c-new', beside);
    return verdict.ok && verdict.value.kind === 'claim' ? verdict.value.warnings : [];
  };
  expect(warnings(40).map(({ code }) => code)).toEqual(['duplicate']);
  expect(warnings(41).map(({ code }) => code)).toEqual(['same-day']);
  expect(warnings(41)[0]?.message).toMatch(/^This source gave 40 on this measure/);
});

const anonymous = { name: 'an official', role: 'speaker', anonymous: true };

test.for<[string, object, string, string]>([
  [
    'an unnamed speaker without a description',
    { chain: [{ ...anonymous, reason: 'no leave to speak' }] },
    'unnamed',
    'chain.0',
  ],
  [
    'an unnamed speaker without a reason',
    { chain: [{ ...anonymous, descriptor: 'official' }] },
    'unnamed',
    'chain.0',
  ],
  [
    'officials with one voice in the chain',
    { source: 'officials-of-b', chain: [{ name: 'One', role: 'speaker' }] },
    'one-voice',
    'chain',
  ],
  ['ten times the source’s own last figure', { value: point(400) }, 'tenfold', 'value'],
  ['a tenth of the source’s own last figure', { value: point(4) }, 'tenfold', 'value'],
  ['a date in the future', { said: '2025-01-02' }, 'future', 'said'],
  ['no address', { evidence: [] }, 'no-address', 'evidence'],
  ['the same figure and date as another source', { value: point(77) }, 'adopts', 'adopts'],
  ['a statement already recorded', { said: '2024-01-05', value: point(40) }, 'duplicate', 'value'],
])('%s is let in with a warning', ([, fields, code, path]) => {
  const verdict = admit(fields);
  expect(verdict.ok).toBe(true);
  const warnings = verdict.ok ? verdict.value.warnings : [];
  const warning = warnings.find((each) => each.code === code);
  expect(warning).toMatchObject({ path });
  expect(warning?.message).toMatch(/^[\p{Lu}“].*[.?]$/u);
});

const codes = (fields: object) => {
  const verdict = admit(fields);
  return verdict.ok
    ? verdict.value.warnings.map(({ code }) => code)
    : verdict.problems.map(({ path }) => path);
};

test('a second figure of one day without both hours is warned of, and a replacement or a choice is not', () => {
  const second = { said: '2024-01-05', value: point(60) };
  expect(codes(second)).toEqual(['same-day']);
  const verdict = admit(second);
  expect(verdict.ok && verdict.value.warnings[0]?.message).toMatch(
    /“40”.*hours of both, or name "last" in "replaces"/,
  );
  expect(codes({ ...second, said: '2024-01-05T12:00:00+09:00' })).toEqual(['same-day']);
  expect(codes({ ...second, said: '2024-01-05T23:30:00-09:00' })).toEqual(['same-day']);
  expect(codes({ ...second, replaces: 'last' })).toEqual([]);
  expect(codes({ ...second, preferred: true })).toEqual([]);
  expect(codes({ ...second, said: '2024-01-06' })).toEqual([]);
  expect(codes({ ...second, source: 'study-c' })).toEqual([]);
  expect(codes({ ...second, stance: 'alleges', about: { source: 'ministry-b' } })).toEqual([]);
});

test('two hours of one day need no warning, the same hour does', () => {
  const noon = recordOf(claimOf('noon', { said: '2024-01-05T12:00:00Z', value: point(40) }));
  const warned = (said: string) => {
    const verdict = admitBody(
      { ...BODY, said, value: point(60) },
      'c-new',
      entryContext(noon, SOURCES, '2025-01-01', CODEBOOK),
    );
    return verdict.ok && verdict.value.warnings.map(({ code }) => code);
  };
  expect(warned('2024-01-05T12:30:00Z')).toEqual([]);
  expect(warned('2024-01-05T14:00:00+02:00')).toEqual(['same-day']);
});

test.for<[string, object]>([
  ['under other words', { value: point(40, 'some forty') }],
  ['under a hedge', { value: point(40, 'about 40', 'about') }],
  ['at an hour of the day', { said: '2024-01-05T12:00:00Z' }],
  ['as an admission', { stance: 'acknowledges' }],
])('a figure repeated %s is warned of once, as a duplicate', ([, fields]) => {
  expect(codes({ said: '2024-01-05', value: point(40), ...fields })).toEqual(['duplicate']);
});

test.for<[string, object]>([
  ['another day', { said: '2024-01-06' }],
  ['another number', { value: point(41), replaces: 'last' }],
  ['another measure', { measure: 'wounded' }],
])('a figure of %s is no duplicate', ([, fields]) => {
  expect(codes({ said: '2024-01-05', value: point(40), ...fields })).toEqual([]);
});

test('a ring of replacements or adoptions is refused, whatever its length', () => {
  const day = { said: '2024-01-05' };
  const ring = (pointer: 'adopts' | 'replaces') => {
    const held = recordOf(
      claimOf('one', { ...day, value: point(1), [pointer]: 'c-new' }),
      claimOf('two', { ...day, value: point(2), [pointer]: 'one' }),
      claimOf('loop', { ...day, value: point(3), [pointer]: 'pool' }),
      claimOf('pool', { ...day, value: point(4), [pointer]: 'loop' }),
    );
    return (target: string) => {
      const body = { ...BODY, ...day, value: point(5), [pointer]: target };
      const verdict = admitBody(body, 'c-new', entryContext(held, SOURCES, '2025-01-01', CODEBOOK));
      return verdict.ok ? [] : verdict.problems.map(({ path }) => path);
    };
  };
  for (const pointer of ['adopts', 'replaces'] as const) {
    expect(ring(pointer)('two')).toEqual([pointer]);
    // A ring that others made, and that this claim is no part of, ends the walk.
    expect(ring(pointer)('loop')).toEqual([]);
  }
});

test.for<[string, object]>([
  [
    'a described speaker with a reason',
    { chain: [{ ...anonymous, descriptor: 'official', reason: 'no leave to speak' }] },
  ],
  [
    'officials with two voices',
    { source: 'officials-of-b', chain: ['One', 'Two'].map((name) => ({ name, role: 'speaker' })) },
  ],
  ['nine times the last figure', { value: point(360) }],
  ['today', { said: '2025-01-01' }],
  ['a page of the speaker’s own day', { said: '2024-01-13T23:30:00-05:00', published: '2024-01-13' }],
  [
    'a page of the day before, west of the speaker',
    { said: '2024-01-14T02:00:00+09:00', published: '2024-01-13' },
  ],
  ['the same figure eight days apart', { said: '2024-01-16', value: point(77) }],
  ['the same figure, adopted', { value: point(77), adopts: 'twin' }],
])('%s is let in without a warning', ([, fields]) => {
  expect(admit(fields)).toMatchObject({ ok: true, value: { warnings: [] } });
});

test.for<[string, object]>([
  ['the measure’s last day', { measure: 'killed-in-may', said: null }],
  ['the claim it answers', { stance: 'declines', value: null, said: null, about: { claim: 'last' } }],
  ['the claim it adopts', { said: null, adopts: 'last' }],
  ['the page', { said: null, published: '2024-01-10' }],
])('a date may be bounded by %s', ([, fields]) => {
  expect(admit(fields).ok).toBe(true);
});
