// The history as drawn: lines run at numbers that were said, and never through the middle of a range or a vague word.
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { schemeOf } from '../../src/domain/figure/vagueness.ts';
import type { Claim } from '../../src/domain/record/claim.ts';
import { HistoryChart } from '../../src/layout/charts.tsx';
import { type History, historiesOf } from '../../src/projections/history.ts';
import { PLAIN } from '../../src/projections/topic-projection.ts';
import { claimOf, point, recordOf } from '../domain/two-ministries.ts';

const days = ['2024-01-01', '2024-01-06', '2024-01-11'] as const;
/** One ministry's figures over three days, beside a fixed scale from 1 to 10,000 by another. */
const chartOf = (values: readonly object[], scheme = PLAIN.scheme): History => {
  const own = values.map((value, n) => claimOf(`own-${n}`, { said: days[n] ?? days[2], value }));
  const scale = [1, 10_000].map(
    (n, at): Claim =>
      claimOf(`scale-${at}`, { source: 'ministry-b', said: days[at] ?? days[1], value: point(n) }),
  );
  const [chart] = historiesOf(recordOf(...own, ...scale), { ...PLAIN, scheme });
  if (!chart) throw new Error('There is no chart.');
  return chart;
};

interface Drawn {
  levels: number[];
  dots: number[];
  areas: { kind: string; top: number; height: number }[];
  y: (n: number) => number;
}

/** What is drawn for the one ministry; places in pixels from the top. */
function drawnOf(history: History): Drawn {
  const at = history.series.findIndex(({ source }) => source === 'ministry-a');
  const html = renderToString(<HistoryChart history={history} />);
  const own = new RegExp(`<g class="s${at}">(.*?)</g>`).exec(html)?.[1] ?? '';
  const numbers = (form: RegExp) => [...own.matchAll(form)].map((match) => Number(match[1]));
  const height = Number(/role="img"/.test(html) && /<svg height="(\d+)"/.exec(html)?.[1]);
  return {
    levels: [...own.matchAll(/<line [^>]*?y1="([\d.]+)" y2="([\d.]+)"/g)]
      .filter(([, a, b]) => a === b)
      .map(([, a]) => Number(a)),
    dots: numbers(/<circle [^>]*cy="([\d.]+)"/g),
    areas: [...own.matchAll(/<rect class="([^"]+)"[^>]*? y="([\d.]+)" height="([\d.]+)"/g)].map(
      ([, kind, top, size]) => ({
        kind: kind ?? '',
        top: Number(top),
        height: Number(size),
      }),
    ),
    y: (n) => 14 + (1 - Math.log10(n) / 4) * (height - 14 - 34),
  };
}

/** Lines of the one ministry that go up or down. */
function uprightOf(history: History): number {
  const at = history.series.findIndex(({ source }) => source === 'ministry-a');
  const html = renderToString(<HistoryChart history={history} />);
  const own = new RegExp(`<g class="s${at}">(.*?)</g>`).exec(html)?.[1] ?? '';
  return [...own.matchAll(/y1="([\d.]+)" y2="([\d.]+)"/g)].filter(([, a, b]) => a !== b).length;
}

const range = { kind: 'range', low: 100, high: 1_000, stated: '100 to 1,000' };
const hundreds = { kind: 'vague', stated: 'hundreds' };
const near = (n: number) => expect.closeTo(n, 0);

test('a vague word is an area without a line or a dot, and the scheme that reads it is named', () => {
  const history = chartOf([hundreds]);
  const { levels, dots, areas, y } = drawnOf(history);
  expect([levels, dots]).toEqual([[], []]);
  expect(areas).toEqual([{ kind: 'soft', top: near(y(999)), height: near(y(200) - y(999)) }]);
  const html = renderToString(<HistoryChart history={history} />);
  expect(html).toContain('Vague words as the By Source scheme reads them.');
  expect(html).toContain('By Source reads 200–999');
  expect(renderToString(<HistoryChart history={chartOf([point(5)])} />)).not.toContain('Vague words as');
});

test('a range has a line at each end that was said, none between, and no dot', () => {
  const { levels, dots, y } = drawnOf(chartOf([range]));
  expect(dots).toEqual([]);
  expect(levels).toEqual([near(y(1_000)), near(y(100))]);
});

test('from a number to a range and on, no line crosses what nobody said', () => {
  const { levels, dots, y } = drawnOf(chartOf([point(100), hundreds, point(1_000)]));
  expect(dots).toEqual([near(y(100)), near(y(1_000))]);
  expect(levels).toEqual([near(y(100)), near(y(1_000))]);
  // Its one upright line would be from a hundred to the area.
  expect(uprightOf(chartOf([point(100), hundreds]))).toBe(0);
  expect(uprightOf(chartOf([point(100), point(1_000)]))).toBe(1);
});

test.for([
  ['at-most', 'up to 100', -1],
  ['fewer-than', 'under 100', -1],
  ['at-least', 'at least 100', 1],
  ['more-than', 'over 100', 1],
] as const)('%s fades out to its open side from the number said', ([hedge, stated, side]) => {
  const { areas, dots, y } = drawnOf(chartOf([point(100, stated, hedge)]));
  expect(dots).toEqual([near(y(100))]);
  expect(areas).toHaveLength(3);
  for (const { top, height } of areas) {
    expect(side === 1 ? top + height : top).toEqual(near(y(100)));
    expect(height).toBeGreaterThan(5);
  }
});

test('a minimum that a scheme reads fades out upwards and has no dot', () => {
  const acled = schemeOf('acled') ?? PLAIN.scheme;
  const { dots, levels, areas, y } = drawnOf(chartOf([hundreds], acled));
  expect([dots, levels]).toEqual([[], []]);
  for (const { top, height } of areas) expect(top + height).toEqual(near(y(100)));
});

test('a name is tied to an end of its area, never to the middle', () => {
  const history = chartOf([hundreds]);
  const at = history.series.findIndex(({ source }) => source === 'ministry-a');
  const { y } = drawnOf(history);
  const html = renderToString(<HistoryChart history={history} />);
  const tie = new RegExp(`<g class="s${at}" tabindex="0"><line[^>]*y1="([\\d.]+)"`).exec(html)?.[1];
  expect([near(y(999)), near(y(200))]).toContainEqual(Number(tie));
});
