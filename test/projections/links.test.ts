// A link holds the address that was meant: all of it, and nothing of the sentence around it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOfText } from '../../src/projections/comment-text.ts';
import { holds } from '../property/holds.ts';

const linksIn = (text: string) => partsOfText(text).flatMap(({ href }) => href ?? []);

test.for([
  ['see https://en.wikipedia.org/wiki/Kursk_(city)', 'https://en.wikipedia.org/wiki/Kursk_(city)'],
  ['(see https://en.wikipedia.org/wiki/Kursk_(city))', 'https://en.wikipedia.org/wiki/Kursk_(city)'],
  ['(see https://en.wikipedia.org/wiki/Kursk_(city)).', 'https://en.wikipedia.org/wiki/Kursk_(city)'],
  ['(https://a.example/b), then', 'https://a.example/b'],
  ['(https://a.example/b)then', 'https://a.example/b'],
  ['[https://a.example/x[1]]', 'https://a.example/x[1]'],
  ['https://a.example/f(g(h))/i?', 'https://a.example/f(g(h))/i'],
  ['https://a.example/a_(', 'https://a.example/a_'],
  ['“https://a.example/b”', 'https://a.example/b'],
  ['„https://a.example/b“', 'https://a.example/b'],
  ['‘https://a.example/b’.', 'https://a.example/b'],
  ["'https://a.example/b'", 'https://a.example/b'],
  ["'https://a.example/b', he said", 'https://a.example/b'],
  ["https://a.example/Hobson's_choice", "https://a.example/Hobson's_choice"],
  ['« https://a.example/b »', 'https://a.example/b'],
  ['«https://a.example/b»', 'https://a.example/b'],
  ['見よhttps://a.example/b。続き', 'https://a.example/b'],
  ['https://a.example/b，然后', 'https://a.example/b'],
  ['「https://a.example/b」と', 'https://a.example/b'],
  ['（https://a.example/b）', 'https://a.example/b'],
  ['（https://a.example/b）続き', 'https://a.example/b'],
  ['https://a.example/b！', 'https://a.example/b'],
  ['https://a.example/b．', 'https://a.example/b'],
  ['https://zh.wikipedia.org/wiki/库尔斯克（城市）', 'https://zh.wikipedia.org/wiki/库尔斯克（城市）'],
  ['https://a.example/b؟ ثم', 'https://a.example/b'],
  ['https://a.example/b।', 'https://a.example/b'],
  ['https://a.example/b...', 'https://a.example/b'],
  ['https://a.example/b…', 'https://a.example/b'],
  ['**https://a.example/b**', 'https://a.example/b'],
  ['<https://a.example/b>', 'https://a.example/b'],
  ['https://a.example/?q=1,2;3:4!5', 'https://a.example/?q=1,2;3:4!5'],
  ['https://a.example/b/', 'https://a.example/b/'],
  ['https://ja.wikipedia.org/wiki/クルスク', 'https://ja.wikipedia.org/wiki/クルスク'],
] as const)('%s links %s', ([text, address]) => {
  expect(linksIn(text)).toEqual([address]);
});

test.for(['https://', 'https://)', 'https://…', 'javascript:alert(1)', 'ftp://a.example/b', 'xhttps://a'])(
  '%s links nothing',
  (text) => {
    expect(linksIn(text)).toEqual([]);
  },
);

test('whatever a text holds, its parts are the text, and a link’s brackets are in pairs', () => {
  const piece = fc.constantFrom(
    'https://a.example/',
    '(',
    ')',
    '（',
    '）',
    '。',
    '”',
    "'",
    ' ',
    'x',
    '[',
    ']',
    '.',
  );
  holds(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const parts = partsOfText(text);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const { href } of parts.filter((part) => part.href !== null))
        expect(href).not.toMatch(/[.'([（]$|[。”]/);
    }),
  );
});
