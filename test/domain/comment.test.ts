// What may be written as a comment, and what is counted as a link.
import { expect, test } from 'vitest';
import { LONGEST_COMMENT, linksIn, refusalOf } from '../../src/domain/comments/comment.ts';

test.for([
  ['', /empty/],
  [' \n\t ', /empty/],
  ['\u200b\u2060\ufeff\u00ad', /empty/],
  ['\u0301\u0301', /empty/],
  ['a\0b', /null byte/],
  ['a\u0007b', /U\+0007/],
  ['a\u001bb', /U\+001B/],
  ['a\u0085b', /U\+0085/],
  ['a\ud800b', /lone surrogate/],
  ['x'.repeat(4_001), /4,001 characters; keep it to 4,000/],
  ['😀'.repeat(4_001), /4,001 characters/],
] as const)('refuses %j', ([body, why]) => {
  expect(refusalOf(body)).toMatch(why);
  expect(refusalOf(body)).toMatch(/^[A-Z].*\.$/);
});

test.for([
  'x',
  'x'.repeat(LONGEST_COMMENT),
  '😀'.repeat(LONGEST_COMMENT),
  'Two\r\nlines\tand a tab.',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'abc\u202edef',
  `Z${'\u0301'.repeat(500)}`,
  'שלום \u200fعالم',
  '이것은 댓글입니다',
  '👩‍👩‍👧',
])('takes %j as it is', (body) => {
  expect(refusalOf(body)).toBeNull();
});

test.for([
  ['no link, 3.5 of them, and a@www.example', 0],
  ['http://a.example', 1],
  ['https://a.example/x?y=https://b.example', 2],
  ['see www.a.example, FTP://b.example', 2],
  ['javascript:alert(1)', 0],
] as const)('counts links in %j', ([body, links]) => {
  expect(linksIn(body)).toBe(links);
});
