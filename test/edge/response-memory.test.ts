// Readers who ask for the same at the same moment share one making: each gets a whole answer, whatever it says.
import { beforeAll, expect, test } from 'vitest';
import { openFlood } from '../workerd/flood.ts';
import { ask } from '../workerd/site.ts';

beforeAll(() => openFlood('flood'));

test.for([
  ['/v1/topics/flood', 200],
  ['/v1/topics/ghost', 404],
  ['/v1/topics/flood?known_at=yesterday', 400],
  ['/nothing', 404],
] as const)('thirty at once: %s', async ([path, status]) => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => ask(path)));
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([status]));
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]?.length).toBeGreaterThan(10);
});
