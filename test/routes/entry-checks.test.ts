// Each check on entry, at the door of the API: the field is named in a sentence, and nothing is written.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { claimBody, openFlood, record } from '../workerd/flood.ts';
import { ask, send } from '../workerd/site.ts';

const SLUG = 'flood';

beforeAll(async () => {
  await openFlood(SLUG);
  await record(SLUG, 40);
});

const logRows = () => env.DB.prepare('SELECT count(*) AS n FROM log').first<number>('n');

const point = { kind: 'point', point: 5, stated: '5' };

test.for<[string, object | unknown[] | null, string[], RegExp]>([
  ['no topic', claimBody(SLUG, 5, { topic: undefined }), ['topic'], /required/],
  ['a topic nobody opened', claimBody('ghost', 5), ['topic'], /no topic "ghost"/],
  ['no source', claimBody(SLUG, 5, { source: undefined }), ['source'], /required/],
  ['a source nobody added', claimBody(SLUG, 5, { source: 'ghost' }), ['source'], /no source "ghost"/],
  ['an unknown measure', claimBody(SLUG, 5, { measure: 'ghost' }), ['measure'], /no measure "ghost"/],
  [
    'nothing that bounds the date',
    claimBody(SLUG, 5, { said: null, published: null }),
    ['said'],
    /bounds the date/,
  ],
  [
    'low above high',
    claimBody(SLUG, 5, { value: { kind: 'range', low: 9, high: 3, stated: '9 to 3' } }),
    ['value.low'],
    /above the high end/,
  ],
  [
    'a share on a count',
    claimBody(SLUG, 5, { value: { kind: 'share', point: 0.2, stated: 'a fifth' } }),
    ['value.of', 'value.kind'],
    /share of/,
  ],
  [
    'a hedge that is not in the words',
    claimBody(SLUG, 5, { value: { ...point, hedge: 'about' } }),
    ['value.hedge'],
    /do not hold the hedge/,
  ],
  [
    'an address that is no web page',
    claimBody(SLUG, 5, { evidence: [{ url: 'javascript:alert(1)', outlet: 'X' }] }),
    ['evidence.0.url'],
    /http/,
  ],
  [
    'an address with a user in it',
    claimBody(SLUG, 5, { evidence: [{ url: 'https://a:b@news.example/', outlet: 'X' }] }),
    ['evidence.0.url'],
    /user names/,
  ],
  [
    'more than 120 characters',
    claimBody(SLUG, 5, { value: { ...point, stated: '5'.repeat(121) } }),
    ['value.stated'],
    /120 characters/,
  ],
  [
    'a negative figure',
    claimBody(SLUG, 5, { value: { ...point, point: -5 } }),
    ['value.point'],
    /never below zero/,
  ],
  ['a stance nobody knows', claimBody(SLUG, 5, { stance: 'shouts' }), ['stance'], /stances/],
  [
    'a denied figure as the denier’s own',
    claimBody(SLUG, 5, { stance: 'denies', about: { words: '5' } }),
    ['value'],
    /never the speaker/,
  ],
  ['a denial of nothing', claimBody(SLUG, 5, { stance: 'denies', value: null }), ['about'], /denied/],
  [
    'a claim adopted that nobody made',
    claimBody(SLUG, 5, { adopts: 'ghost' }),
    ['adopts'],
    /no claim "ghost"/,
  ],
  ['a day that does not exist', claimBody(SLUG, 5, { said: '2025-02-30' }), ['said'], /YYYY-MM-DD/],
  [
    'fields nobody knows',
    claimBody(SLUG, 5, { figure: 5, value: { ...point, exact: true } }),
    ['value.exact', 'figure'],
    /no field/,
  ],
  ['an id of the caller’s choice', claimBody(SLUG, 5, { id: 'mine' }), ['id'], /no field "id"/],
  [
    'several at once',
    claimBody(SLUG, 5, { source: 'ghost', measure: 'ghost', said: null, published: null }),
    ['source', 'measure', 'said'],
    /no source/,
  ],
  ['a list', [], [''], /object/],
  ['nothing', null, [''], /object/],
])('%s is refused with its field, and nothing is written', async ([, body, paths, sentence]) => {
  const before = await (await ask(`/v1/topics/${SLUG}`)).text();
  const rows = await logRows();
  const sent = await send('/v1/claims', body);
  expect(await logRows()).toBe(rows);
  expect(sent.status).toBe(422);
  expect(sent.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  const errors = sent.body.errors as { path: string; message: string }[];
  expect(errors.map(({ path }) => path)).toEqual(paths);
  expect(errors[0]?.message).toMatch(sentence);
  for (const { message } of errors) expect(message).toMatch(/^\p{Lu}.*\.$/su);
  expect(await (await ask(`/v1/topics/${SLUG}`)).text()).toBe(before);
});
