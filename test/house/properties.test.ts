// Every property has an end: none is asserted but by the place that gives it a limit, and a fruitless search gives up.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/project.ts';
import { holds, only } from '../property/holds.ts';

const HOME = 'test/property/holds.ts';

test('no property is asserted without its limit', () => {
  const names = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' });
  const bare = names
    .map((name) => `test/${name.split(sep).join('/')}`)
    .filter((path) => /\.tsx?$/.test(path) && path !== HOME && path !== 'test/house/properties.test.ts')
    .filter((path) => /\bfc\s*\.\s*(assert|check)\(/.test(readFileSync(join(ROOT, path), 'utf8')));
  expect(bare).toEqual([]);
});

test('a property that does not hold says with what', () => {
  expect(() => holds(fc.property(fc.nat(9), (n) => n < 5))).toThrow(/Counterexample: \[5\]/);
});

test('values that never fit are not looked for for ever', () => {
  const none = only(fc.nat(), (n) => n < 0);
  expect(() => holds(fc.property(none, () => true))).toThrow(/by chance fits/);
  holds(
    fc.property(
      only(fc.nat(), (n) => n % 2 === 0),
      (n) => n % 2 === 0,
    ),
  );
});
