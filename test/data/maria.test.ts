// Deaths of Hurricane Maria, as the loaded record shows them.
import { expect, test } from 'vitest';
import { notesOf, rowIn, viewOf } from './loaded-topics.ts';

const SLUG = 'hurricane-maria-deaths';
const now = viewOf(SLUG);

test('a toll that a president denies stands beside his own figure and is not his', () => {
  const row = rowIn(now, 'donald-trump', 'deaths-attributed');
  expect(row).toMatchObject({
    text: '“Sixteen people”',
    value: { point: 16 },
    later: { stance: 'denies', text: 'denies 3,000: “3000 people did not die”' },
  });
  expect(notesOf(row, 'later')).toEqual(['13 Sept 2018: denies 3,000: “3000 people did not die”']);
  expect(JSON.stringify([row?.value, row?.mark, row?.alternatives])).not.toMatch(/3,?000|2,?975/);
});

test('one study’s 2,975 leads; its side scenario stands beside it with its own interval', () => {
  const row = rowIn(now, 'gwu-milken-institute', 'excess-deaths-2017-09-01-to-2018-02-28');
  expect(row).toMatchObject({
    value: { kind: 'interval', point: 2_975 },
    alternatives: [{ value: { point: 1_191 } }],
  });
  expect(notesOf(row, 'beside')).toEqual([
    'census scenario: “1191 excess deaths” (95% interval 836 to 1,544)',
  ]);
  expect(row?.previous?.text).toBe('2,975 (95% interval “2,658 to 3,290”)');
});

test('the official toll adopts the study’s figure: another measure, drawn hollow', () => {
  const row = rowIn(now, 'government-of-puerto-rico', 'deaths-attributed');
  expect(row).toMatchObject({
    text: '“the 2,975 number”',
    adopts: '2018-08-28-gwu-excess-deaths',
    mark: { hollow: true },
  });
  expect(notesOf(row, 'adopts')).toEqual([
    'adopting the figure of GWU Milken Institute School of Public Health',
  ]);
});

test('a 95 % interval keeps its point, its ends and its level', () => {
  const row = rowIn(now, 'harvard-maria-study', 'excess-deaths-2017-09-20-to-2017-12-31');
  expect(row).toMatchObject({
    text: '“4645 excess deaths” (95% interval 793 to 8,498)',
    value: { kind: 'interval', low: 793, point: 4_645, high: 8_498, level: 0.95 },
  });
});

test('attributed and excess deaths are apart, and the view says why', () => {
  const attributed = now.measures.find(({ id }) => id === 'deaths-attributed');
  expect(attributed?.apart.map(({ measure }) => measure)).toContain('excess-deaths-2017-09-01-to-2018-02-28');
  expect(new Set(attributed?.apart.map(({ why }) => why)).size).toBe(1);
});
