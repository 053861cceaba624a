// Which of our pages another site may frame, and which scripts of other sites may read.
import { beforeAll, expect, test } from 'vitest';
import { openFlood, record } from '../workerd/flood.ts';
import { ask } from '../workerd/site.ts';

beforeAll(async () => {
  await openFlood('valley');
  await record('valley', 200);
});

test.for([
  ['/', "'self'"],
  ['/t/valley', "'self'"],
  ['/most-commented', "'self'"],
  ['/embed/valley', '*'],
  ['/desk', "'none'"],
  ['/readers/me', "'none'"],
])('%s may be framed by %s', async ([path, frames]) => {
  const answer = await ask(path as string, { redirect: 'manual' });
  await answer.text();
  // A page that only sends elsewhere draws nothing that could be framed.
  if (answer.headers.get('Content-Type')?.startsWith('text/html') !== true) return;
  const policy = answer.headers.get('Content-Security-Policy') ?? '';
  expect(policy.split('; ')).toContain(`frame-ancestors ${frames}`);
});

test.for([
  ['/v1/topics/valley', '*'],
  ['/t/valley', '*'],
  ['/desk', null],
  ['/readers/me', null],
])('%s may be read by %s', async ([path, origin]) => {
  const answer = await ask(path as string, { redirect: 'manual' });
  await answer.text();
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(origin);
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
});
