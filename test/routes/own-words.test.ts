// A denial keeps its own words wherever it is told, and a withdrawal or a correction prints no number that nobody said.
import { beforeAll, expect, test } from 'vitest';
import { claimBody, openFlood } from '../workerd/flood.ts';
import { ask, sendWell } from '../workerd/site.ts';

const SLUG = 'denied';
const OWN = 'nobody ever counted that';
const REFUSAL = 'this is not the hour for figures';
const SMALL = ['', '.svg'].map((form) => `/card/${SLUG}${form}`);
const WHOLE = [
  `/t/${SLUG}`,
  `/embed/${SLUG}`,
  `/v1/topics/${SLUG}`,
  `/v1/embed?topics=${SLUG}`,
  `/v1/topics/${SLUG}/claims.csv`,
];
const TOLD = ['changes', 'feed.atom', 'feed.json'].map((name) => `/v1/topics/${SLUG}/${name}`);
const textOf = async (path: string) => (await ask(path)).text();
const idOf = async (fields: object) => String((await sendWell('/v1/claims', claimBody(SLUG, 40, fields))).id);

beforeAll(async () => {
  await openFlood(SLUG);
  const asked = await idOf({
    value: { kind: 'point', point: 220, stated: 'some 220 people', hedge: 'about' },
  });
  await idOf({
    source: 'ministry-b',
    stance: 'denies',
    value: null,
    about: { claim: asked },
    words: OWN,
    said: '2025-01-12',
  });
  await idOf({
    source: 'ministry-c',
    stance: 'declines',
    value: null,
    about: { words: 'the newest toll' },
    words: REFUSAL,
    said: '2025-01-13',
  });
});

test.for([...SMALL, ...WHOLE, ...TOLD])('%s keeps the words of a denial and of a refusal', async (path) => {
  const text = await textOf(path);
  for (const words of [OWN, REFUSAL])
    expect(text.replaceAll(/<[^!>][^>]*>|\s+/g, ' ').replaceAll(/ +/g, ' ')).toContain(words);
});

test.for([...WHOLE.slice(0, 4), ...TOLD])(
  '%s marks what is put in our words, and quotes what is denied',
  async (path) => {
    const text = (await textOf(path)).replaceAll(/<\/?b>/g, '');
    expect(text).toContain('(in our words: the newest toll)');
    expect(text).toContain(`denies “some 220 people”: “${OWN}”`);
  },
);

test('a withdrawal repeats the words, and a correction that leaves them alone shows both numbers', async () => {
  const value = { kind: 'point', point: 1_170, stated: 'almost 1.7 thousand', hedge: 'almost' };
  const id = await idOf({ source: 'official-a', value, said: '2025-01-14' });
  await sendWell(`/v1/claims/${id}/correct`, {
    reason: 'A digit was lost.',
    claim: { value: { ...value, point: 1_700 } },
  });
  for (const path of [...TOLD, `/t/${SLUG}`]) {
    const text = (await textOf(path)).replaceAll(/<\/?b>/g, '');
    expect(text).toContain('“almost 1.7 thousand” (recorded as almost 1,700)');
    expect(text).toContain('“almost 1.7 thousand” (recorded as almost 1,170)');
  }
  await sendWell(`/v1/claims/${id}/retract`, { reason: 'The office withdrew it.', on: '2025-01-20' });
  for (const path of [...WHOLE.slice(0, 4), `/card/${SLUG}`]) {
    expect((await textOf(path)).replaceAll(/<\/?b>/g, '')).toContain(
      'withdrew “almost 1.7 thousand” on 20 Jan 2025',
    );
  }
});
