// A comment's text is harmless wherever it is shown, and only web addresses become links.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf, partsOfText, revealedText, shownText } from '../../src/projections/comment-text.ts';
import { holds } from '../property/holds.ts';

test.for([
  ['plain', 'plain'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['a\u202egnp.exe\u202c', 'agnp.exe'],
  ['\u2066a\u2069\u202ab\u202d', 'ab'],
  ['שלום \u200fعالم\u200e', 'שלום \u200fعالم\u200e'],
  [`Z${'\u0301'.repeat(50)}!`, `Z${'\u0301'.repeat(4)}!`],
  ['e\u0301\u0323', 'e\u0301\u0323'],
  ['one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
] as const)('shows %j as %j', ([body, shown]) => {
  expect(shownText(body)).toBe(shown);
});

test('a moderator sees what a reader is spared', () => {
  expect(revealedText('a\u202eb')).toBe('a⟦U+202E⟧b');
});

test.for([
  ['See https://a.example/x?y=1.', ['https://a.example/x?y=1']],
  ['(http://a.example)', ['http://a.example']],
  ['javascript:alert(1) data:text/html,x vbscript:x //a.example', []],
  ['http:// https://', []],
  ['https://user@host.example', ['https://user@host.example']],
  ['"https://a.example"onclick="x"', ['https://a.example']],
  ["https://a.example'><script>", ['https://a.example']],
  ['xhttps://a.example', []],
] as const)('links in %j', ([body, links]) => {
  expect(partsOfText(body).flatMap(({ href }) => href ?? [])).toEqual(links);
});

test('parts are the text, no more and no less; a link says its own address', () => {
  const piece = fc.constantFrom(
    'https://a.example/',
    'javascript:',
    '\u202e',
    '<b>',
    ' ',
    'x',
    '.',
    '\n',
    '"',
    'é',
  );
  holds(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
      const body = pieces.join('');
      const parts = partsOfText(body);
      expect(parts.map(({ text }) => text).join('')).toBe(shownText(body));
      for (const { text, href } of parts) {
        if (href !== null) expect([href, /^https?:\/\//i.test(href)]).toEqual([text, true]);
      }
      expect(shownText(body)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect(shownText(shownText(body))).toBe(shownText(body));
    }),
    { numRuns: 2_000 },
  );
});

test('an excerpt is one line of whole characters', () => {
  expect(excerptOf('one\n  two', 20)).toBe('one two');
  expect(excerptOf('😀😀😀😀', 3)).toBe('😀😀…');
});
