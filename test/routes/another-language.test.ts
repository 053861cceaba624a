// A second catalogue reaches every face: no sentence of English is left on page, card, widget, feed, mail or error.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { draftDigest } from '../../src/app/digest/digest-draft.ts';
import { CODEBOOK } from '../domain/codebook.ts';
import { latinWords, MADE_UP, speakMadeUp } from '../workerd/made-up-language.ts';
import { type MailSite, openMailSite, signIn } from '../workerd/mail-site.ts';
import { ORIGIN, sendWell } from '../workerd/site.ts';

const SLUG = 'plimmyra';
const measure = { metric: 'killed', counting: 'cumulative', population: 'άνθρωποι', place: 'κοιλάδα' };
let site: MailSite;
const textAt = async (path: string) => (await site.ask(path)).text();

const claim = (source: string, stated: string, fields: object = {}) =>
  sendWell('/v1/claims', {
    topic: SLUG,
    measure: 'killed',
    source,
    stance: 'states',
    value: { kind: 'point', point: Number(/\d+/.exec(stated)?.[0] ?? 0), stated, lang: MADE_UP },
    said: '2025-01-10',
    published: '2025-06-01',
    evidence: [{ url: 'https://news.example/flood', outlet: 'Εφημερίδα' }],
    ...fields,
  });

beforeAll(async () => {
  speakMadeUp();
  site = openMailSite();
  // What is counted is the editors' to translate.
  const also = (texts: object, text: string) => ({ ...texts, [MADE_UP]: text });
  await sendWell('/v1/metrics', {
    items: [...CODEBOOK.metrics.values()].map(({ version: _version, ...metric }) => ({
      ...metric,
      label: also(metric.label, 'Νεκροί'),
      definition: also(metric.definition, 'Όσοι πέθαναν.'),
      apart: metric.apart.map((each) => ({ ...each, why: also(each.why, 'Άλλο μετρά.') })),
    })),
  });
  const source = (id: string, name: string) => ({ id, name, kind: 'institution' });
  await sendWell('/v1/sources', {
    items: [source('a', 'Υπουργείο Α'), source('b', 'Υπουργείο Β'), source('c', 'Υπουργείο Γ')],
  });
  await sendWell('/v1/topics', {
    slug: SLUG,
    title: 'Πλημμύρα',
    summary: 'Πόσοι πέθαναν.',
    language: MADE_UP,
    lead: 'killed',
    families: [{ id: 'killed', label: 'Νεκροί' }],
    measures: [{ id: 'killed', family: 'killed', label: 'Νεκροί ώς τώρα', ...measure }],
  });
  const method = {
    sampleSize: 900,
    margin: 30,
    level: 0.95,
    fieldFrom: '2025-01-08',
    mode: 'online',
    sponsor: 'Δήμος',
  };
  const first = await claim('a', '200 άνθρωποι', { method });
  await claim('a', '', { value: { kind: 'point', point: 250, stated: null }, said: '2025-01-20', method });
  await claim('a', '300 άνθρωποι', { said: '2025-02-10' });
  await claim('b', '400 άνθρωποι', { said: '2025-03-01' });
  await claim('c', 'όχι', {
    stance: 'denies',
    value: null,
    words: { stated: 'όχι', lang: MADE_UP },
    about: { claim: first.id },
  });
  const wrong = await claim('b', '900 άνθρωποι', { said: '2024-12-01' });
  await sendWell(`/v1/claims/${wrong.id}/void`, { reason: 'Δεν το είπε κανείς.' });
});

test.for([
  '/',
  '/about',
  '/corrections',
  '/method',
  '/most-commented',
  `/t/${SLUG}`,
  `/t/${SLUG}?known_at=2100-01-01`,
  `/t/${SLUG}?said_by=2025-02-20`,
  `/t/${SLUG}/embed`,
  `/t/${SLUG}/comments`,
  `/t/${SLUG}/comments/new`,
  `/card/${SLUG}`,
  `/embed/${SLUG}`,
  '/subscriptions',
  '/subscriptions/asked',
  '/readers/sign-in',
  '/readers/asked',
])('%s', async (path) => {
  const shown = await textAt(`${path}${path.includes('?') ? '&' : '?'}lang=${MADE_UP}`);
  expect(shown).toMatch(/[\uff21-\uff5a]{3}/);
  expect(latinWords(shown)).toEqual([]);
});

test('the picture, whose fonts draw these letters too', async () => {
  const svg = await textAt(`/card/${SLUG}.svg?lang=${MADE_UP}`);
  expect(svg).toMatch(/ｅｌａｃｓ/);
  expect(svg).not.toMatch(/each step|sources|newest|as of/);
});

test('what the widget draws', async () => {
  const { topics, lists } = JSON.parse(
    await textAt(`/v1/embed?topics=${SLUG}&list=7d:5&lang=${MADE_UP}`),
  ) as Record<string, { lang: string }[]>;
  expect(lists?.[0]?.lang).toBe(MADE_UP);
  for (const drawn of [topics, lists]) {
    expect(JSON.stringify(drawn)).toMatch(/[\uff21-\uff5a]{3}/);
    expect(latinWords(JSON.stringify(drawn))).toEqual([]);
  }
});

test('the feeds of a topic in that language', async () => {
  for (const form of ['atom', 'json']) {
    const feed = await textAt(`/v1/topics/${SLUG}/feed.${form}`);
    expect(feed).toContain(form === 'atom' ? `xml:lang="${MADE_UP}"` : `"language":"${MADE_UP}"`);
    expect(feed).toMatch(/[\uff21-\uff5a]{3}/);
    expect(latinWords(feed)).toEqual([]);
  }
});

test('mails that a form causes', async () => {
  await site.postJson(`/v1/readers?lang=${MADE_UP}`, { email: 'anna@reader.example', name: 'Άννα' });
  await site.postJson(`/v1/subscriptions?lang=${MADE_UP}`, { email: 'nikos@reader.example', topics: '*' });
  expect(site.mails).toHaveLength(2);
  for (const { subject, html, text } of site.mails) {
    expect(subject).toMatch(/[\uff21-\uff5a]{3}/);
    expect(latinWords([subject, html, text].join('\n'))).toEqual([]);
  }
});

test.for([
  ['a first digest', null],
  ['a later one', '2024-01-01T00:00:00.000Z'],
] as const)('%s', async ([, since]) => {
  const reader = { since, cadence: 'daily' as const, lang: MADE_UP, topics: [SLUG] };
  const draft = await draftDigest({ db: env.DB, now: () => site.at }, reader, ORIGIN);
  if (draft === 'nothing changed') throw new Error('There is a change to tell.');
  for (const part of [draft.subject, draft.html, draft.text]) {
    expect(part).toMatch(/[\uff21-\uff5a]{3}/);
    expect(latinWords(part)).toEqual([]);
  }
});

test('a reader’s own pages and comments', async () => {
  const { cookie, token } = await signIn(site, 'eleni@reader.example', 'Ελένη');
  const body = new URLSearchParams({ body: 'Γεια.', token });
  await site.ask(`/t/${SLUG}/comments`, {
    method: 'POST',
    body,
    headers: { Cookie: cookie, Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' },
  });
  for (const path of ['/readers/me', '/readers/erase', `/t/${SLUG}`]) {
    const shown = await (await site.ask(`${path}?lang=${MADE_UP}`, { headers: { Cookie: cookie } })).text();
    expect(latinWords(shown)).toEqual([]);
  }
});

test('what cannot be done, where the address says a language', async () => {
  const { detail } = JSON.parse(await textAt(`/t/nowhere?lang=${MADE_UP}`)) as { detail: string };
  expect(latinWords(detail)).toEqual([]);
});

test('a reason that was kept as a sentence, before reasons were, is still told', async () => {
  const { cookie } = await signIn(site, 'old@reader.example', 'Παλιά');
  await env.DB.prepare(
    `INSERT INTO comments (id, topic, root, reader, staff, body, state, held, at, blocked)
     SELECT 'kept-as-words', ?1, 'kept-as-words', id, 0, 'Γεια.', 'pending', 'Κρατήθηκε {παλιά}.', '2025-01-01T00:00:00Z', 1
     FROM readers WHERE name = 'Παλιά'`,
  )
    .bind(SLUG)
    .run();
  const shown = await (await site.ask(`/t/${SLUG}`, { headers: { Cookie: cookie } })).text();
  expect(shown).toContain('Κρατήθηκε {παλιά}.');
});
