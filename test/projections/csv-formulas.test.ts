// What a spreadsheet would run is kept as text, whichever character it begins with.
import { expect, test } from 'vitest';
import { csvCell as cellOf } from '../../src/projections/claims-csv.ts';

test.for(['=1+1', '+1', '-1', '@SUM(1)', '\tx', '\rx'])('%j is no formula', (given) => {
  expect(cellOf(given).replace(/^"/, '')).toMatch(/^'/);
});

test('a number stays bare, below nothing too', () => {
  expect([cellOf(-300), cellOf(0.5), cellOf(null)]).toEqual(['-300', '0.5', '']);
});

test.for(['300', 'about 300', 'a = b', 'x-1', 'name@host.example', '“300”'])('%j stays as it is', (given) => {
  expect(cellOf(given)).toBe(given);
});

test.for([
  ['a "b" c', '"a ""b"" c"'],
  ['a, b', '"a, b"'],
  ['a\nb', '"a\nb"'],
])('%j is quoted', ([given, cell]) => {
  expect(cellOf(given as string)).toBe(cell);
});
