// North Korean casualties in Kursk, as the loaded record shows them.
import { describe, expect, test } from 'vitest';
import { notesOf, recordOf, rowIn, viewOf } from './loaded-topics.ts';

const SLUG = 'north-korean-casualties-kursk';
const now = viewOf(SLUG);
const row = (source: string, measure: string) => rowIn(now, source, measure);

test('a quarter of 4,000 is a share of what was said, never a count', () => {
  const then = viewOf(SLUG, { saidBy: '2025-01-24' });
  expect(rowIn(then, 'uk-ministry-of-defence', 'killed-share')).toMatchObject({
    text: '“approximately a quarter” of 4,000',
    value: { kind: 'share', point: 0.25, of: '4,000' },
  });
  const ministry = then.sources.find(({ id }) => id === 'uk-ministry-of-defence');
  expect(JSON.stringify(ministry)).not.toMatch(/\b1,?000\b/);
  expect(rowIn(then, 'uk-ministry-of-defence', 'killed')).toBeUndefined();
  expect(then.measures.find(({ id }) => id === 'killed-share')).toMatchObject({ unit: 'share', axis: null });
});

test('three incidents of one force are three measures, with nothing before and nothing raised', () => {
  const incidents = ['killed-2024-12-19', 'killed-2025-01-07', 'killed-2025-01-22'];
  const rows = incidents.map((measure) => row('ukraine-special-operations-forces', measure));
  expect(rows.map((each) => each?.text)).toEqual([
    '“killed 12”',
    '“13명” (13 people, our translation)',
    '“21 North Korean soldiers”',
  ]);
  expect(rows.map((each) => each?.previous)).toEqual([null, null, null]);
  expect(now.measures.filter(({ id }) => incidents.includes(id)).map(({ axis }) => axis)).toEqual([
    null,
    null,
    null,
  ]);
});

test('one statement printed as killed, and as killed and wounded, is one claim with both printings', () => {
  const said = row('president-of-ukraine', 'killed-or-wounded');
  expect(said).toMatchObject({ text: '“lost 4,000 people”', status: 'current' });
  expect(notesOf(said, 'printed')).toEqual([
    'printed as “4,000 North Korean troops” (killed) by Euromaidan Press (21 January 2025)',
  ]);
  expect(row('president-of-ukraine', 'killed')).toBeUndefined();
});

test('a source nobody named stands last, with its outlet, its bound and no comparison', () => {
  const last = now.sources.at(-1);
  expect(last).toMatchObject({ kind: 'unattributed', estimates: [{ measure: 'deployed', outlets: 1 }] });
  expect(last?.estimates[0]).toMatchObject({
    text: '“approximately 10,000 to 12,000 troops”',
    when: 'date not given, by 17 Dec 2024',
    by: 'via Daniel Kim Views',
  });
});

test('two printings of one unnamed official are one row, and never the institution’s', () => {
  const official = row('us-military-official-2024-12-17', 'killed-or-wounded');
  expect(official?.text).toBe('“hundreds”');
  expect(notesOf(official, 'beside')).toEqual(['AFP: “Several hundred casualties”']);
  expect(notesOf(official, 'printed')).toEqual(['printed as “a couple hundred” by Associated Press']);
  expect(row('us-department-of-defense', 'killed-or-wounded')?.text).toBe('“several hundred casualties”');
});

describe('said by 17 December 2024', () => {
  const then = viewOf(SLUG, { saidBy: '2024-12-17' });
  const at = (source: string, measure: string) => rowIn(then, source, measure);

  test('50 and 47 stand on their own measures, each with its three days', () => {
    for (const [measure, text] of [
      ['killed-2024-12-15-17', '“50”'],
      ['wounded-2024-12-15-17', '“47”'],
    ] as const) {
      const regiment = 'ukraine-8th-special-operations-regiment';
      expect(at(regiment, measure)).toMatchObject({ text, when: '17 Dec 2024' });
      expect(then.measures.find(({ id }) => id === measure)).toMatchObject({
        counting: 'period',
        period: { from: '2024-12-15', to: '2024-12-17', inferred: true },
        label: expect.stringContaining('three days'),
      });
    }
  });

  test('“hundreds” and “dozens” are words, with the interval of the named scheme', () => {
    expect(at('us-military-official-2024-12-17', 'killed-or-wounded')).toMatchObject({
      text: '“hundreds”',
      interval: { low: 200, high: 999 },
      notes: expect.arrayContaining([{ kind: 'reading', text: 'By Source reads 200–999' }]),
    });
    expect(at('white-house', 'killed-or-wounded')).toMatchObject({
      text: '“dozens”',
      interval: { low: 24, high: 99 },
      notes: expect.arrayContaining([{ kind: 'reading', text: 'By Source reads 24–99' }]),
    });
    expect(then.scheme).toMatchObject({ id: 'house', version: 2, name: 'By Source' });
  });

  test('under another scheme the words stay and the interval is a minimum', () => {
    const acled = viewOf(SLUG, { saidBy: '2024-12-17', scheme: 'acled' });
    expect(rowIn(acled, 'white-house', 'killed-or-wounded')).toMatchObject({
      text: '“dozens”',
      interval: { low: 12, high: null },
    });
  });

  test('the Department of Defense is one source whose stance changed', () => {
    const rows = then.sources.filter(({ id }) => id.startsWith('us-department-of-defense'));
    expect(rows).toHaveLength(1);
    expect(at('us-department-of-defense', 'killed-or-wounded')).toMatchObject({
      stance: 'acknowledges',
      value: null,
      text: 'acknowledges “both killed and wounded”, no figure',
      when: '16 Dec 2024',
      previous: {
        text: 'cannot confirm North Korean casualties (in our words)',
        said: { date: '2024-11-25' },
      },
    });
  });

  test('the Kremlin and the Ministry of Defence have rows without a figure', () => {
    expect(at('kremlin', 'killed-or-wounded')).toMatchObject({ stance: 'declines', value: null, mark: null });
    const ministry = at('russian-ministry-of-defence', 'killed-or-wounded');
    expect(ministry).toMatchObject({ stance: 'no-answer', value: null, mark: null });
  });

  test('10,000 to 12,000 is unattributed and last', () => {
    expect(then.sources.at(-1)).toMatchObject({ kind: 'unattributed', estimates: [{ measure: 'deployed' }] });
  });

  test('there is no total anywhere', () => {
    expect(JSON.stringify(then)).not.toMatch(/\btotal/i);
    // Nor the sum of the regiment's own two figures, under whatever name.
    expect(JSON.stringify(then.sources)).not.toMatch(/(?<![\d.,:-])97(?![\d.,])/);
  });

  test('nothing said later is in it', () => {
    const days = recordOf(SLUG, '2024-12-17').claims.map(({ claim }) => claim.said?.date ?? '');
    expect(days.length).toBeGreaterThan(15);
    expect(days.filter((day) => day > '2024-12-17T')).toEqual([]);
  });
});
