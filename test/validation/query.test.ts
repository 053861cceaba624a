// The parameters of a read: both clocks, the scheme and the language, each refused with its own name.
import { expect, test } from 'vitest';
import { parseViewQuery } from '../../src/validation/query.ts';

const parse = (text: string) => parseViewQuery(new URLSearchParams(text));

test('nothing asked is the plain view', () => {
  expect(parse('')).toMatchObject({
    ok: true,
    value: { plain: true, knownAt: null, saidBy: null, measure: null },
  });
  expect(parse('scheme=house&lang=en&known_at=')).toMatchObject({ ok: true, value: { plain: true } });
});

test.for<[string, object]>([
  ['known_at=2025-01-13T09:00:00Z', { knownAt: '2025-01-13T09:00:00Z' }],
  ['known_at=2025-01-13T18:00:00+09:00', { knownAt: '2025-01-13T09:00:00Z' }],
  ['known_at=2025-01-13T18:00:00%2B09:00', { knownAt: '2025-01-13T09:00:00Z' }],
  ['known_at=2025-01-13', { knownAt: '2025-01-13T23:59:59.999Z' }],
  ['said_by=2024-12-17', { saidBy: '2024-12-17' }],
  ['said_by=2024-12', { saidBy: '2024-12' }],
  ['measure=killed', { measure: 'killed' }],
  ['lang=pt-BR', { lang: 'pt-BR' }],
])('%s asks for another view', ([text, value]) => {
  expect(parse(text)).toMatchObject({ ok: true, value: { ...value, plain: false } });
});

test('a scheme is asked for by its id', () => {
  expect(parse('scheme=acled')).toMatchObject({
    ok: true,
    value: { scheme: { name: 'ACLED' }, plain: false },
  });
});

test('an older version of a scheme is asked for by its number, the newest by the id or by its own', () => {
  const scheme = (text: string) => {
    const verdict = parse(text);
    return verdict.ok && [verdict.value.scheme.key, verdict.value.plain];
  };
  expect(scheme('scheme=house@1')).toEqual(['house@1', false]);
  expect(scheme('scheme=house%402')).toEqual(['house@2', true]);
  expect(scheme('scheme=house')).toEqual(['house@2', true]);
  expect(scheme('scheme=ccc')).toEqual(['ccc@2', false]);
});

test('an unknown version is refused with those that there are, an unknown scheme with the schemes', () => {
  const refusal = (text: string) => {
    const verdict = parse(text);
    return verdict.ok ? [] : verdict.problems.map(({ message }) => message);
  };
  expect(refusal('scheme=house@9')).toEqual(['There is no such version. Use one of: house@1, house@2.']);
  expect(refusal('scheme=acled@2')).toEqual(['There is no such version. Use one of: acled@1.']);
  expect(refusal('scheme=ours')).toEqual(['Use one of: house, acled, ccc, gtd.']);
  expect(refusal('scheme=ours@1')).toEqual(['Use one of: house, acled, ccc, gtd.']);
});

test.for([
  'scheme=house@0',
  'known_at=2025-01',
  'known_at=2025-02-30',
  'known_at=now',
  'said_by=2025-02-30',
  'scheme=ours',
  'lang=not_a_tag',
])('%s is refused under its own name', (text) => {
  const verdict = parse(text);
  expect(verdict.ok ? [] : verdict.problems.map(({ path }) => path)).toEqual([text.split('=')[0]]);
});
