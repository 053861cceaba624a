// Who withholds a claim is told who else repeats its words, and what still holds them until when; never the words.
import { beforeAll, expect, test } from 'vitest';
import { claimBody, openFlood, record } from '../workerd/flood.ts';
import { signIn, write } from '../workerd/readers.ts';
import { send } from '../workerd/site.ts';

const [HERE, THERE] = ['warned-here', 'warned-there'];
const WORDS = 'Some 300 of “our people” lie there';
const value = (stated: string) => ({ value: { kind: 'point', point: 300, stated } });

beforeAll(async () => {
  await openFlood(HERE);
  await openFlood(THERE);
});

interface Warned {
  warnings: { code: string; path: string; message: string }[];
  stillHeld: string[];
}
const withhold = async (id: string, key?: string) =>
  (await send(`/v1/claims/${id}/withhold`, { reason: 'A court ordered it.' }, key ? { key } : {}))
    .body as unknown as Warned;

test('claims that repeat the words are named wherever they are, and so are comments', async () => {
  const claim = await record(HERE, 300, value(WORDS));
  const same = await record(HERE, 300, {
    source: 'ministry-b',
    ...value('300'),
    readings: [{ text: 'They said: SOME 300 of our  people lie there.', outlet: 'News' }],
  });
  const corrected = await record(HERE, 310, {
    source: 'ministry-c',
    value: { kind: 'point', point: 310, stated: '310' },
  });
  await send(`/v1/claims/${corrected}/correct`, {
    reason: `We took “${WORDS}” for theirs.`,
    claim: { value: { kind: 'point', point: 311, stated: '311' } },
  });
  const other = await record(HERE, 3000, { value: { kind: 'point', point: 3000, stated: 'some 3000' } });
  const elsewhere = await record(THERE, 300, { source: 'ministry-b', ...value(WORDS) });
  const comment = await write(await signIn('quoter'), THERE, `Read this: ${WORDS}!`);
  const { warnings, stillHeld } = await withhold(claim, 'warned');
  expect(warnings.map(({ code, path }) => [code, path])).toEqual([
    ['quoted', `claims.${same}`],
    ['quoted', `claims.${corrected}`],
    ['quoted', `claims.${elsewhere}`],
    ['quoted-in-comments', 'comments'],
  ]);
  expect(warnings.at(-1)?.message).toContain(comment);
  expect(JSON.stringify(warnings)).not.toContain(other);
  expect(JSON.stringify(warnings)).not.toContain('300 of');
  expect(stillHeld.join(' ')).toContain('30 days');
});

test('words that nobody repeats warn of nothing; a title of the topic that does is named', async () => {
  expect(
    (
      await withhold(
        await record(THERE, 41, { value: { kind: 'point', point: 41, stated: 'forty-one souls' } }),
      )
    ).warnings,
  ).toEqual([]);
  await openFlood('warned-title', { title: 'Forty-two souls in a valley' });
  const claim = await record('warned-title', 42, {
    value: { kind: 'point', point: 42, stated: 'forty-two souls' },
  });
  expect((await withhold(claim)).warnings).toMatchObject([{ code: 'quoted', path: 'topic' }]);
});

test('what a correction replaced is looked for too, and many who repeat it are counted', async () => {
  const slug = 'warned-many';
  await openFlood(slug);
  const claim = await record(slug, 77, {
    value: { kind: 'point', point: 77, stated: 'seventy-seven or so' },
  });
  await send(`/v1/claims/${claim}/correct`, {
    reason: 'A slip of ours.',
    claim: { value: { kind: 'point', point: 78, stated: '78' } },
  });
  for (let n = 1; n <= 23; n++) {
    const body = claimBody(slug, 77, {
      source: 'ministry-b',
      said: `2025-02-${String(n).padStart(2, '0')}`,
      value: { kind: 'point', point: 77, stated: 'seventy-seven or so' },
    });
    expect((await send('/v1/claims', body)).status).toBe(201);
  }
  const { warnings } = await withhold(claim);
  expect(warnings).toHaveLength(21);
  expect(warnings.at(-1)?.message).toBe('3 further claims of this topic repeat words of it.');
});

test('a number of a table is looked for as others write it', async () => {
  const claim = await record(HERE, 7654, {
    source: 'ministry-b',
    value: { kind: 'point', point: 7654, stated: null },
  });
  const same = await record(HERE, 7655, {
    source: 'ministry-c',
    value: { kind: 'point', point: 7655, stated: 'not 7,654 but 7,655' },
  });
  const { warnings } = await withhold(claim);
  expect(warnings.map(({ path }) => path)).toContain(`claims.${same}`);
});
