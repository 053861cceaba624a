// Why a comment or its writer waits, in words.
import { expect, test } from 'vitest';
import { heldWords, waitWords } from '../../src/projections/comment-waiting.ts';

test.for([
  [{ kind: 'topic' }, 'All comments on this topic are being read before they are shown.'],
  [
    { kind: 'newcomer', until: 2 },
    'The first comments of a new reader are read before they are shown, until 2 were approved.',
  ],
  [
    { kind: 'rejections', decided: 6, rejected: 2 },
    'Of this reader’s 6 comments 2 were rejected, so new ones are read first.',
  ],
  [{ kind: 'links', links: 2 }, 'A comment with 2 links is read before it is shown.'],
] as const)('%j', ([reason, words]) => {
  expect(heldWords(reason, 'en')).toBe(words);
});

test('whoever wrote too often is told how often and in what time', () => {
  const wait = { retryAfter: 9, most: 10, span: 'tenMinutes' } as const;
  expect(waitWords(wait, 'written', 'en')).toBe('You wrote 10 comments within ten minutes; wait a little.');
  expect(waitWords({ ...wait, most: 4, span: 'thirtyDays' }, 'renamed', 'en')).toBe(
    'You changed the name 4 times within 30 days; wait a little.',
  );
});
