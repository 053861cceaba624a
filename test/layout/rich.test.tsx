// Sentences of the catalogue with marks in them.
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { code, linked, rich } from '../../src/layout/rich.tsx';

const drawn = (...given: Parameters<typeof rich>): string =>
  renderToString(<p>{rich(...given)}</p>).slice(3, -4);

test('a mark becomes what is given for it, and the words around it stay', () => {
  expect(drawn('Read by the <scheme>house</scheme> scheme.', { scheme: linked('/method') })).toBe(
    'Read by the <a href="/method">house</a> scheme.',
  );
  expect(drawn('{n} rows, <code>?a=</code>.', { n: 3, code })).toBe('3 rows, <code>?a=</code>.');
  expect(drawn('by <scheme>{name}</scheme>', { scheme: linked('/m'), name: 'ACLED' })).toBe(
    'by <a href="/m">ACLED</a>',
  );
});

test('what is filled in stays text, whatever it holds', () => {
  expect(drawn('{name} said', { name: '<code>x</code> {n}', code, n: 1 })).toBe(
    '&lt;code>x&lt;/code> {n} said',
  );
});

test('a mark that nothing is given for is loud', () => {
  expect(() => rich('see <here>this</here>', {})).toThrow('Nothing is given for the mark "here"');
});
