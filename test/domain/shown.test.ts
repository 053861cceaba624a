// Which rows a small face shows: over disputes by chance, and on one where each step of the order is seen.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StatedDate } from '../../src/domain/record/date.ts';
import { chooseShown } from '../../src/domain/record/shown.ts';
import { isKnownBefore } from '../../src/domain/record/time-order.ts';
import { endsOf, isSilent, type MeasureScope, type Voice } from '../../src/domain/record/voice.ts';
import { holds } from '../property/holds.ts';

const COUNTS: MeasureScope[] = [
  { id: 'march', family: 'marchers', unit: 'people', opens: true, from: '2031-05-04', to: '2031-05-04' },
  {
    id: 'earlier-march',
    family: 'marchers',
    unit: 'people',
    opens: true,
    from: '2031-03-01',
    to: '2031-03-01',
  },
  { id: 'peak', family: 'peak', unit: 'people', opens: true, from: '2031-05-04', to: '2031-05-04' },
  { id: 'all-year', family: 'year', unit: 'people', opens: true, from: '2031-01-01', to: null },
  { id: 'share', family: 'share', unit: 'share', opens: true, from: null, to: null },
];

const voice = (source: string, fields: Partial<Voice> & { n?: number } = {}): Voice => {
  const { n, ...rest } = fields;
  return {
    source,
    named: true,
    interest: 'unknown',
    measure: 'march',
    said: StatedDate.parse('2031-05-04'),
    stance: 'states',
    figure: n !== undefined,
    span: n === undefined ? null : { low: n, high: n },
    adopts: false,
    withdrawn: false,
    answers: null,
    ...rest,
  };
};

const day = fc
  .record({ day: fc.integer({ min: 1, max: 28 }), inferred: fc.boolean() })
  .map(({ day, inferred }) =>
    StatedDate.parse({ date: `2031-05-${String(day).padStart(2, '0')}`, inferred }),
  );
const end = fc.option(fc.integer({ min: -50, max: 1_000_000 }), { freq: 6 });
const spoken = fc.record({
  measure: fc.constantFrom('march', 'march', ...COUNTS.map(({ id }) => id)),
  said: fc.option(day, { freq: 8 }),
  kind: fc.constantFrom('figure', 'figure', 'figure', 'words', 'withdrawn', 'declines', 'denies'),
  ends: fc.tuple(end, end),
  adopts: fc.boolean(),
});
const interest = fc.constantFrom<Voice['interest'][]>(
  'unknown',
  'unknown',
  'party',
  'opponent',
  'ally-of-a-party',
  'independent',
);
/** A dispute: each source with its interest, and at most one row a measure. */
const dispute: fc.Arbitrary<Voice[]> = fc
  .array(
    fc.record({
      interest,
      named: fc.integer({ max: 9, min: 0 }).map((n) => n > 0),
      rows: fc.uniqueArray(spoken, { minLength: 1, maxLength: 4, selector: ({ measure }) => measure }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((sources) =>
    sources.flatMap(({ interest, named, rows }, at) =>
      rows.map(({ measure, said, kind, ends: [a, b], adopts }) => {
        const [low = null, high = null] = [a, b].every((each) => each !== null)
          ? [Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b))]
          : [a, b];
        return voice(`source-${at}`, {
          interest,
          named,
          measure,
          said,
          adopts,
          stance: kind === 'declines' || kind === 'denies' ? kind : 'states',
          figure: kind === 'figure',
          span: kind === 'figure' && (low !== null || high !== null) ? { low, high } : null,
          withdrawn: kind === 'withdrawn',
        });
      }),
    ),
  );

const sourcesOf = (voices: readonly Voice[]) => new Set(voices.map(({ source }) => source));
const choose = (voices: readonly Voice[], limit: number) => chooseShown(voices, COUNTS, 'marchers', limit);
/** Beyond the three ends and the four sides nothing must be shown. */
const ENOUGH = 7;

describe('in any dispute', () => {
  const each = (check: (voices: Voice[], limit: number) => void) =>
    holds(fc.property(dispute, fc.integer({ min: 1, max: 40 }), check), { numRuns: 500 });

  test('no source has a second row before every source with a figure has one', () => {
    each((voices, limit) => {
      const { rows } = choose(voices, limit);
      const able = sourcesOf(voices.filter((each) => !isSilent(each)));
      const shown = sourcesOf(rows);
      expect(rows.length).toBeLessThanOrEqual(limit);
      expect(rows.length).toBeGreaterThanOrEqual(Math.min(limit, able.size));
      if (rows.length > shown.size) expect([...able].filter((source) => !shown.has(source))).toEqual([]);
    });
  });

  test('the lowest and the highest of the lead measure are there, and nothing newer is known of', () => {
    each((voices, limit) => {
      const { rows, lead } = choose(voices, Math.max(3, limit));
      const onLead = (from: readonly Voice[]) =>
        from.filter(({ measure, figure, named }) => measure === lead && figure && named);
      const [all, shown] = [onLead(voices), onLead(rows)];
      const numbers = (from: readonly Voice[], which: 'low' | 'high') =>
        from.flatMap((each) => endsOf(each)?.[which] ?? []);
      expect(Math.min(...numbers(shown, 'low'))).toBe(Math.min(...numbers(all, 'low')));
      expect(Math.max(...numbers(shown, 'high'))).toBe(Math.max(...numbers(all, 'high')));
      const dated = all.filter(({ said }) => said?.inferred === false);
      for (const other of dated)
        expect(shown.some(({ said }) => said?.inferred === false && !isKnownBefore(said, other.said))).toBe(
          true,
        );
    });
  });

  test('every known interest that has a row to show is heard', () => {
    each((voices, limit) => {
      const { rows } = choose(voices, Math.max(ENOUGH, limit));
      const heard = new Set(rows.map(({ interest }) => interest));
      for (const { interest } of voices.filter((each) => !isSilent(each)))
        if (interest !== 'unknown') expect(heard).toContain(interest);
    });
  });

  test('less room leaves out the last rows and changes nothing else', () => {
    each((voices, limit) => {
      const [more, fewer] = [choose(voices, limit + 1), choose(voices, limit)];
      expect(more.rows.slice(0, limit)).toEqual(fewer.rows);
      expect(fewer.least).toBeLessThanOrEqual(Math.min(ENOUGH, limit));
    });
  });

  test('whoever gave no figure is in the line or has a row, never both, and nobody else is in it', () => {
    each((voices, limit) => {
      const { rows, silent } = choose(voices, limit);
      const able = sourcesOf(voices.filter((each) => !isSilent(each)));
      const asked = sourcesOf(
        voices.filter(({ measure }) => measure === 'march' || measure === 'earlier-march'),
      );
      const inLine = sourcesOf(silent);
      expect(inLine.size).toBe(silent.length);
      for (const source of sourcesOf(voices)) {
        const isSaid = inLine.has(source) !== sourcesOf(rows).has(source);
        if (able.has(source)) expect(inLine).not.toContain(source);
        else if (asked.has(source) || rows.length < limit) expect([source, isSaid]).toEqual([source, true]);
      }
    });
  });
});

describe('on a march that four sides count in three ways', () => {
  const ORGANISERS = voice('organisers', { n: 80_000, interest: 'party' });
  const CAMERAS = voice('cameras', { n: 31_000 });
  const PAPER = voice('paper', { n: 30_000, said: StatedDate.parse('2031-05-03') });
  const TRANSPORT = voice('transport', { n: 12_000, said: StatedDate.parse('2031-05-06') });
  const POLICE = voice('police', { n: 9_000, measure: 'peak', said: StatedDate.parse('2031-05-02') });
  const MINISTER = voice('minister', { stance: 'denies' });
  const TURNOUT = voice('pollster', { n: 0.2, measure: 'share' });
  const SILENT = voice('mayor', { stance: 'declines' });
  const ALL = [TURNOUT, PAPER, CAMERAS, SILENT, POLICE, MINISTER, ORGANISERS, TRANSPORT];
  const namesAt = (limit: number, voices = ALL) => choose(voices, limit).rows.map(({ source }) => source);

  test('the ends, the denial, who counts otherwise beyond them, the gaps, and other units last', () => {
    expect(namesAt(99)).toEqual([
      'transport',
      'organisers',
      'minister',
      'police',
      'cameras',
      'paper',
      'pollster',
    ]);
    expect(choose(ALL, 99)).toMatchObject({ lead: 'march', least: 2, silent: [SILENT] });
  });

  test('a party in the middle comes before all that lies beyond', () => {
    expect(namesAt(3, [...ALL, voice('ally', { n: 30_500, interest: 'ally-of-a-party' })])).toEqual([
      'transport',
      'organisers',
      'ally',
    ]);
  });

  test('a denial without room is told in the line', () => {
    expect(choose(ALL, 2).silent).toEqual([SILENT, MINISTER]);
  });

  test('whoever speaks on the lead measure without a figure has its row on the nearest measure', () => {
    const police = [
      voice('police', { stance: 'declines' }),
      voice('police', { n: 9_500, measure: 'all-year' }),
      voice('police', { n: 9_000, measure: 'peak' }),
      voice('police', { n: 1, measure: 'share' }),
    ];
    const { rows, silent } = choose(
      [ORGANISERS, CAMERAS, voice('other', { n: 7, measure: 'peak' }), ...police],
      5,
    );
    expect(rows.filter(({ source }) => source === 'police')).toMatchObject([{ measure: 'peak' }]);
    expect(silent).toEqual([]);
  });

  test('a lower figure of another day is no lower end: it waits until the lead measure is shown', () => {
    const march = voice('earlier', { n: 10, measure: 'earlier-march' });
    expect(namesAt(99, [ORGANISERS, CAMERAS, PAPER, march])).toEqual([
      'organisers',
      'paper',
      'cameras',
      'earlier',
    ]);
  });

  test('a figure of one day is no lower end of a year', () => {
    const [high, low, middle] = [90, 50, 70].map((n) => voice(`of-${n}`, { n, measure: 'all-year' }));
    const day = voice('one-day', { n: 10, measure: 'march' });
    const voices = [high, low, middle].flatMap((each) => each ?? []);
    const { rows } = chooseShown([...voices, day], COUNTS, 'year', 3);
    expect(rows.map(({ source }) => source).sort()).toEqual(['of-50', 'of-70', 'of-90']);
  });

  test('each other way to count one event has a row before the gaps are filled', () => {
    const passed: MeasureScope = { ...(COUNTS[2] as MeasureScope), id: 'passed', family: 'passing' };
    const bridge = voice('bridge', { n: 11_000, measure: 'passed' });
    const ranked = chooseShown([...ALL, bridge], [...COUNTS, passed], 'marchers', 5).rows;
    expect(ranked.map(({ source }) => source)).toEqual([
      'transport',
      'organisers',
      'minister',
      'police',
      'bridge',
    ]);
  });

  test('what was withdrawn stands before the gaps are filled', () => {
    const withdrew = voice('bureau', { withdrawn: true });
    expect(namesAt(4, [ORGANISERS, TRANSPORT, CAMERAS, PAPER, withdrew])).toEqual([
      'transport',
      'organisers',
      'bureau',
      'cameras',
    ]);
  });

  test('what nobody is named for is no end, and comes last', () => {
    const nobody = voice('nobody', { n: 1, named: false });
    expect(namesAt(99, [nobody, ORGANISERS, TRANSPORT])).toEqual(['transport', 'organisers', 'nobody']);
    expect(namesAt(99, [nobody])).toEqual(['nobody']);
  });

  test('the lead measure is the one on which most give a figure, then the newest', () => {
    const earlier = (source: string) => voice(source, { n: 5, measure: 'earlier-march', said: null });
    expect(choose([ORGANISERS, earlier('a'), earlier('b')], 5).lead).toBe('earlier-march');
    expect(choose([ORGANISERS, earlier('a')], 5).lead).toBe('march');
    expect(choose([voice('x', { n: 1, measure: 'share' })], 5)).toMatchObject({ lead: null, rows: [{}] });
  });
});
