// What happens to a claim after it is recorded: corrected, voided, withdrawn; each as the API's readers see it.
import { beforeAll, describe, expect, test } from 'vitest';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { openFlood, record } from '../workerd/flood.ts';
import { ask, read, type Sent, send, sendWell } from '../workerd/site.ts';

const view = (slug: string, query = '') => read<TopicView>(`/v1/topics/${slug}${query}`);
const rowOf = (shown: TopicView, source = 'ministry-a', measure = 'killed') =>
  shown.sources.find(({ id }) => id === source)?.estimates.find((row) => row.measure === measure);
const claims = async (slug: string) => (await read<{ items: Item[] }>(`/v1/topics/${slug}/claims`)).items;
interface Item {
  id: string;
  status: string;
  text: string;
  name: string;
  history: { kind: string; reason: string }[];
}

/** Records two figures of one source, the second newer, on a topic of its own. */
async function twoFigures(slug: string): Promise<{ older: string; newer: string }> {
  await openFlood(slug);
  const older = await record(slug, 40, { said: '2025-01-05' });
  return { older, newer: await record(slug, 300, { said: '2025-01-10' }) };
}

describe('corrected: we wrote it wrongly', () => {
  const slug = 'corrected';
  let newer = '';
  let before: TopicView;
  let corrected: Sent['body'];
  const REASON = 'We dropped a word of the statement.';
  beforeAll(async () => {
    ({ newer } = await twoFigures(slug));
    before = await view(slug);
    const value = { kind: 'point', point: 280, hedge: 'about', stated: 'about 280' };
    corrected = await sendWell(`/v1/claims/${newer}/correct`, { reason: REASON, claim: { value } });
  });

  test('the answer holds the claim as it now stands, with its history', () => {
    expect(corrected).toMatchObject({
      id: newer,
      claim: {
        id: newer,
        status: 'corrected',
        value: { point: 280, hedge: 'about' },
        history: [{ kind: 'corrected', reason: REASON, was: { value: { point: 300 } }, fields: ['value'] }],
      },
      warnings: [],
    });
  });

  test('the view shows the new words and the correction', async () => {
    const row = rowOf(await view(slug));
    expect(row).toMatchObject({ status: 'corrected', value: { point: 280, stated: 'about 280' } });
    expect(row?.notes.map(({ kind }) => kind)).toContain('corrected');
    expect((await view(slug)).amendments).toMatchObject([
      { claim: newer, kind: 'corrected', reason: REASON },
    ]);
  });

  test('known_at before it gives the old words and says what changed since', async () => {
    const past = await view(slug, `?known_at=${before.knownAt}`);
    expect(rowOf(past)).toMatchObject({ status: 'current', value: { point: 300 } });
    expect(past.amendments).toEqual([]);
    expect(past.since?.changes).toBe(1);
    expect(past.since?.amendments[0]).toContain(REASON);
    expect(rowOf(past)?.text).toBe(rowOf(before)?.text);
  });

  test('known_at after it gives the new words with the correction', async () => {
    const now = await view(slug);
    expect(rowOf(await view(slug, `?known_at=${now.knownAt}`))).toEqual(rowOf(now));
  });

  test('it stands on the page of corrections and on the topic’s page', async () => {
    for (const page of ['/corrections', `/t/${slug}`]) {
      const html = await (await ask(page)).text();
      expect([page, html.includes(REASON)]).toEqual([page, true]);
    }
  });

  test('a figure moved to another measure leaves its row to the one before', async () => {
    const { older, newer: moved } = await twoFigures('moved');
    expect((await claims('moved')).map(({ id, status }) => [id, status])).toEqual([
      [moved, 'current'],
      [older, 'superseded'],
    ]);
    const body = { reason: 'It counts the wounded.', claim: { measure: 'wounded' } };
    await sendWell(`/v1/claims/${moved}/correct`, body);
    const now = await view('moved');
    expect(rowOf(now)).toMatchObject({ claim: older, value: { point: 40 } });
    expect(rowOf(now, 'ministry-a', 'wounded')).toMatchObject({ claim: moved, value: { point: 300 } });
    expect((await claims('moved')).find(({ id }) => id === older)?.status).toBe('current');
  });

  test('an answer to it is worded anew', async () => {
    await openFlood('answered');
    const figure = await record('answered', 300);
    const denial = await record('answered', 0, {
      source: 'ministry-b',
      stance: 'denies',
      value: null,
      about: { claim: figure },
    });
    const said = async () => (await claims('answered')).find(({ id }) => id === denial)?.text;
    expect(await said()).toMatch(/^denies .*300/);
    const value = { kind: 'point', point: 250, stated: '250 people' };
    await sendWell(`/v1/claims/${figure}/correct`, { reason: 'A misprint of ours.', claim: { value } });
    expect(await said()).toMatch(/^denies .*250/);
  });

  test('a source’s new name reaches its claims', async () => {
    await openFlood('renamed');
    const id = await record('renamed', 7, { source: 'ministry-c' });
    await sendWell('/v1/sources', { id: 'ministry-c', name: 'Ministry C, renamed', kind: 'institution' });
    expect((await claims('renamed')).find((item) => item.id === id)?.name).toBe('Ministry C, renamed');
    expect((await view('renamed')).sources[0]?.name).toBe('Ministry C, renamed');
  });
});

test('voided: it was never said, and the one before returns', async () => {
  const { older, newer } = await twoFigures('voided');
  await sendWell(`/v1/claims/${newer}/void`, { reason: 'The page quoted somebody else.' });
  expect(rowOf(await view('voided'))).toMatchObject({ claim: older, value: { point: 40 }, previous: null });
  expect((await claims('voided')).map(({ id, status }) => [id, status])).toEqual([
    [newer, 'voided'],
    [older, 'current'],
  ]);
});

test('retracted: the source withdrew it, and the row holds no figure', async () => {
  const { newer } = await twoFigures('retracted');
  const reason = 'The ministry withdrew it.';
  await sendWell(`/v1/claims/${newer}/retract`, { reason, on: '2025-02-01' });
  const row = rowOf(await view('retracted'));
  expect(row).toMatchObject({ claim: newer, status: 'retracted', value: null, interval: null, mark: null });
  expect(row?.text).toMatch(/withdrew .*300.*1 Feb/);
  // Until that day the public still had it.
  expect(rowOf(await view('retracted', '?said_by=2025-01-31'))?.value?.point).toBe(300);
  expect(rowOf(await view('retracted', '?said_by=2025-02-01'))?.value).toBeNull();
});

describe('refused, and nothing changes', () => {
  const slug = 'refused';
  let newer = '';
  beforeAll(async () => {
    ({ newer } = await twoFigures(slug));
  });
  const claim = { value: { kind: 'point', point: 1, stated: '1' } };

  test.for<[string, unknown, string]>([
    ['correct', { claim }, 'reason'],
    ['correct', { reason: '', claim }, 'reason'],
    ['correct', { reason: 'A misprint of ours.' }, 'claim'],
    ['correct', { reason: 'A misprint of ours.', claim: {} }, 'claim'],
    ['correct', { reason: 'A misprint of ours.', claim: { topic: 'moved' } }, 'claim.topic'],
    ['correct', { reason: 'A misprint of ours.', claim: { source: 'ghost' } }, 'claim.source'],
    ['correct', { reason: 'A misprint of ours.', claim: { said: null, published: null } }, 'claim.said'],
    ['correct', { reason: 'A misprint of ours.', claim: { figure: 3 } }, 'claim.figure'],
    ['void', {}, 'reason'],
    ['void', { reason: '  ' }, 'reason'],
    ['void', { reason: 'It was never said.', on: '2025-02-30' }, 'on'],
    ['retract', { reason: 'Withdrawn.', by: 'them' }, 'by'],
    ['withhold', {}, 'reason'],
  ])('%s %j', async ([amendment, body, path]) => {
    const before = await view(slug);
    const sent = await send(`/v1/claims/${newer}/${amendment}`, body);
    expect(sent.status).toBe(422);
    const errors = sent.body.errors as { path: string; message: string }[];
    expect(errors.map((error) => error.path)).toContain(path);
    expect(await view(slug)).toEqual(before);
  });

  test.for(['correct', 'void', 'retract', 'withhold'])(
    '%s of a claim that nobody recorded',
    async (amendment) => {
      const sent = await send(`/v1/claims/ghost/${amendment}`, { reason: 'It was never said.', claim });
      expect([sent.status, sent.body.detail]).toEqual([404, 'There is no claim "ghost".']);
    },
  );

  test.for([
    ['void', 'voided'],
    ['retract', 'retracted'],
    ['withhold', 'withheld'],
  ] as const)('nothing follows %s', async ([amendment, standing]) => {
    const { newer: id } = await twoFigures(`twice-${amendment}`);
    await sendWell(`/v1/claims/${id}/${amendment}`, { reason: 'It was never said.' });
    const before = await view(`twice-${amendment}`);
    for (const next of ['correct', 'void', 'retract', ...(standing === 'withheld' ? ['withhold'] : [])]) {
      const sent = await send(`/v1/claims/${id}/${next}`, {
        reason: 'It was never said.',
        ...(next === 'correct' ? { claim } : {}),
      });
      expect([next, sent.status]).toEqual([next, 422]);
      expect(sent.body.detail).toContain(standing);
    }
    expect(await view(`twice-${amendment}`)).toEqual(before);
  });
});
