// Refusals of the rules, said again in another language: what was filled in stays, and nothing else is touched.
import { describe, expect, test, vi } from 'vitest';
import { type FormRefusal, filled, REFUSALS } from '../../src/domain/refusals.ts';

vi.mock('../../src/projections/words/catalogues.ts', async () => {
  const { en } = await import('../../src/projections/words/en.ts');
  const { REFUSALS: sentences } = await import('../../src/domain/refusals.ts');
  const other = Object.fromEntries(Object.entries(sentences).map(([key, text]) => [key, `«${text}»`]));
  return { CATALOGUES: { en, xx: { ...en, refusals: other } } };
});
const { refusalIn } = await import('../../src/projections/words/refusals.ts');

const KEYS = Object.keys(REFUSALS) as FormRefusal[];

describe('each refusal', () => {
  test.for(KEYS)('%s is found again whatever is filled in', (key) => {
    const given = {
      most: '1,000',
      slug: 'a "b" {c}',
      length: '4,001',
      cadences: 'daily or weekly',
      code: 'U+0007',
      part: 'x',
    };
    const said = filled(REFUSALS[key], given);
    expect(refusalIn('en', said)).toBe(said);
    expect(refusalIn('xx', said)).toContain('«');
    expect(refusalIn('xx', said)).toBe(
      filled(`«${REFUSALS[key]}»`, { ...given, ...(key.startsWith('part') ? {} : { part: 'x' }) }),
    );
  });

  test('no refusal is taken for another', () => {
    for (const key of KEYS)
      expect(refusalIn('xx', REFUSALS[key].replace(/\{\w+\}/g, '7'))).toMatch(/^«[^«]*»$/s);
  });
});

test('a part of a refusal is said in the language too', () => {
  const said = filled(REFUSALS.commentUnfit, { part: filled(REFUSALS.partControl, { code: 'U+0007' }) });
  expect(refusalIn('xx', said)).toBe('«The comment holds «the control character U+0007»: take it out.»');
});

test('what no rule of ours says stays as it is', () => {
  expect(refusalIn('xx', 'Invalid input: expected string, received number')).toBe(
    'Invalid input: expected string, received number',
  );
});
