// What a spreadsheet would run is kept as text, whichever character it begins with.
import { expect, test } from 'vitest';
import type { ClaimItem } from '../../src/read/claim-item.ts';
import { toCsv } from '../../src/read/claims-csv.ts';

/** A table of one column and one row that holds this cell. */
const cellOf = (given: string): string =>
  toCsv([['words', () => given]], [{} as ClaimItem])
    .replace(/^\uFEFF?words\r\n/, '')
    .replace(/\r\n$/, '');

test.for(['=1+1', '+1', '-1', '@SUM(1)', '\tx', '\rx'])('%j is no formula', (given) => {
  expect(cellOf(given).replace(/^"/, '')).toMatch(/^'/);
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
