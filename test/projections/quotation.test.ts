// A quotation is set with the minus a printer would set; no other hyphen is touched.
import { expect, test } from 'vitest';
import { unisolated } from '../../src/projections/isolated.ts';
import { asPrinted, quotation } from '../../src/projections/quotation.ts';

test.for([
  ['-0.4 %', '−0.4 %'],
  ['between -1.1 and -0.3', 'between −1.1 and −0.3'],
  ['(-1.2 to 0.2)', '(−1.2 to 0.2)'],
  ['-.5', '−.5'],
  ['-٣', '−٣'],
  ['10-12 dead', '10-12 dead'],
  ['COVID-19', 'COVID-19'],
  ['2024-12-17', '2024-12-17'],
  ['12%-15%', '12%-15%'],
  ['two-thirds', 'two-thirds'],
  ['- 5', '- 5'],
  ['(ed.)-3', '(ed.)-3'],
] as const)('%s is printed %s', ([said, printed]) => {
  expect(asPrinted(said)).toBe(printed);
  expect(unisolated(quotation(said, 'en'))).toBe(`“${printed}”`);
});
