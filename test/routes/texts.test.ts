// Hostile and unusual texts through every field that takes text: each is refused naming the field, or taken and harmless
// on every face: pages that can be read, feeds, tables, pictures and oEmbed that are valid.
import { beforeAll, expect, test } from 'vitest';
import { readAtom, readJsonFeed } from '../workerd/feeds.ts';
import { claimBody, openFlood, record, topicOf } from '../workerd/flood.ts';
import { sendAs, signIn } from '../workerd/readers.ts';
import { ask, ORIGIN, type Refusal, type Sent, send } from '../workerd/site.ts';
import { parseXml } from '../workerd/xml.ts';

const TEXTS = [
  'around 40\u0007',
  'around 40\u000b dead',
  'around\u0000 40',
  '40\u0085 dead',
  '40 \ufffe',
  '40 \u{1ffff}',
  '40 \ud83d',
  '\udc68 40',
  '\u202e04 dnuora',
  'a\u2066b\u2069 40',
  'u\u0308\u0301\u0300\u0302\u0303\u0304\u0306\u0307 40',
  'line one\r\nX-Own: x@news.example',
  'two\nlines, 40',
  'part\u2028ed, 40',
  '\t=40',
  'around 40 (src=police)',
  'wounded = 40',
  'on day two = most of 40',
  '40, see http://news.example/x',
  'a title with onload=alert(1)',
  'A&B <i>40</i> hurt, C&amp;D <900 ]]> end',
  '<script>alert(40)</script>',
  '"><img src=x onerror=alert(40)>',
  '<![CDATA[ 40 ]]>',
  'from 20<n<40',
  '=HYPERLINK("https://news.example/x")',
  '@SUM(40)',
  '+40',
  '-40',
  '４０ ｐｅｏｐｌｅ',
  'Łódź, Huế, Čačak, 40万人, 약 40명',
  '#{40} {{constructor}} <!-- 40',
  '👩‍👩‍👦 40',
  '%00%0a 40 %3Cb%3E',
  '\\u0007 &#7; &#x202e; 40',
] as const;

const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be found
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufffe\uffff]|\p{M}{6}/u;

let session = '';
let answered = '';
beforeAll(async () => {
  await openFlood('texts');
  answered = await record('texts', 7);
  session = await signIn('texts');
});

interface CommentsPolicy {
  /** Where the text goes: the path that a refusal names. */
  path: string;
  send(text: string, at: number): Promise<Sent>;
}
const value = (stated: string) => ({ kind: 'point', point: 40, stated });
const claim = (path: string, fields: (text: string) => object): CommentsPolicy => ({
  path,
  send: (text) => send('/v1/claims', claimBody('texts', 40, fields(text))),
});
const evidence = { url: 'https://news.example/e', outlet: 'The Example' };
const topic = (path: string, fields: (text: string) => object): CommentsPolicy => ({
  path,
  send: (text, at) => send('/v1/topics', { ...topicOf(`texts-${at}`), ...fields(text) }),
});
const source = (path: string, fields: (text: string) => object): CommentsPolicy => ({
  path,
  send: (text, at) =>
    send('/v1/sources', { id: `voice-${at}`, name: 'A voice', kind: 'institution', ...fields(text) }),
});
const measured = (fields: object) => ({
  measures: topicOf('x').measures.map((measure, at) => (at === 0 ? { ...measure, ...fields } : measure)),
});

const COMMENTS_POLICIES: CommentsPolicy[] = [
  claim('value.stated', (text) => ({ value: value(text) })),
  claim('value.gloss', (text) => ({ value: { ...value('마흔 40'), lang: 'ko', gloss: text } })),
  claim('value.derived.how', (text) => ({
    value: { ...value('40'), derived: { ends: ['point'], how: text } },
  })),
  claim('words', (text) => ({ value: null, stance: 'declines', words: text })),
  claim('summary', (text) => ({ value: null, measure: null, summary: text })),
  claim('label', (text) => ({ label: text })),
  claim('about.words', (text) => ({ value: null, stance: 'denies', about: { words: text } })),
  claim('alternatives.0.label', (text) => ({ alternatives: [{ label: text, value: value('40') }] })),
  claim('alternatives.0.value.stated', (text) => ({
    alternatives: [{ label: 'other', value: value(text) }],
  })),
  claim('chain.0.name', (text) => ({ chain: [{ name: text, role: 'outlet' }] })),
  claim('chain.0.descriptor', (text) => ({ chain: [{ name: 'A', role: 'speaker', descriptor: text }] })),
  claim('chain.0.reason', (text) => ({
    chain: [{ name: 'A', role: 'speaker', anonymous: true, reason: text }],
  })),
  claim('method.sponsor', (sponsor) => ({ method: { sponsor } })),
  claim('method.denominator', (denominator) => ({ method: { sampleSize: 40, denominator } })),
  claim('method.note', (note) => ({ method: { note } })),
  claim('evidence.0.outlet', (text) => ({ evidence: [{ ...evidence, outlet: text }] })),
  claim('evidence.0.title', (text) => ({ evidence: [{ ...evidence, title: text }] })),
  claim('evidence.0.url', (text) => ({ evidence: [{ ...evidence, url: `https://news.example/${text}` }] })),
  claim('readings.0.text', (text) => ({ readings: [{ text, outlet: 'The Example' }] })),
  claim('readings.0.outlet', (text) => ({ readings: [{ text: '40', outlet: text }] })),
  topic('title', (title) => ({ title })),
  topic('summary', (summary) => ({ summary: `On the flood: ${summary}` })),
  topic('families.1.label', (label) => ({ families: [topicOf('x').families[0], { id: 'wounded', label }] })),
  topic('measures.0.label', (label) => measured({ label })),
  topic('measures.0.place', (place) => measured({ place })),
  topic('measures.0.population', (population) => measured({ population })),
  topic('measures.0.definition', (definition) => measured({ definition })),
  source('name', (name) => ({ name })),
  source('aliases.0', (alias) => ({ aliases: [alias] })),
  source('interest.reason', (reason) => ({
    interest: { value: 'party', reason: `It is: ${reason}`, url: 'https://news.example/i' },
  })),
  {
    path: 'reason',
    send: (text, at) =>
      send(`/v1/claims/${answered}/correct`, { reason: text, claim: { label: `label ${at}` } }),
  },
  {
    path: 'claim.value.stated',
    send: (text) =>
      send(`/v1/claims/${answered}/correct`, { reason: 'We misread it.', claim: { value: value(text) } }),
  },
  { path: 'body', send: (body) => sendAs(session, '/v1/topics/texts/comments', { body }) },
  { path: 'reason', send: (reason) => send('/v1/topics/texts/comments-state', { state: 'open', reason }) },
  { path: 'name', send: (name) => send('/v1/readers', { email: 'x@reader.example', name }, { token: null }) },
  {
    path: 'threads.0.thread',
    send: (thread) =>
      send('/v1/origins', {
        origin: 'news.example',
        kind: 'disqus',
        key: 'k'.repeat(20),
        settings: { forum: 'news' },
        threads: [{ thread, topic: 'texts' }],
      }),
  },
  {
    path: 'settings.site',
    send: (site) =>
      send('/v1/origins', {
        origin: 'b.example',
        kind: 'remark42',
        settings: { site, base: 'https://b.example' },
      }),
  },
];

test.for(COMMENTS_POLICIES.map((policy, at): [string, CommentsPolicy, number] => [policy.path, policy, at]))(
  '%s takes each or refuses it by its name',
  async ([path, policy, at]) => {
    let taken = 0;
    for (const [n, text] of TEXTS.entries()) {
      const sent = await policy.send(text, at * 100 + n);
      expect([path, text, sent.status < 500]).toEqual([path, text, true]);
      if (sent.status < 300) {
        taken++;
        continue;
      }
      if (sent.status === 429 || sent.status === 409) continue;
      expect([path, text, sent.status]).toEqual([path, text, 422]);
      const { errors } = sent.body as unknown as Refusal;
      const paths = errors?.map((error) => error.path) ?? [];
      const named = paths.some(
        (each) => each === path || each.startsWith(`${path}.`) || path.startsWith(each),
      );
      expect([path, text, paths, named]).toEqual([path, text, paths, true]);
      for (const { message } of errors ?? []) expect(message).toMatch(/^[\s\S]{8,}\.$/);
    }
    // A door that refuses everything shows nothing of what the faces do.
    if (path !== 'evidence.0.url' && path !== 'settings.site' && path !== 'reason')
      expect(taken).toBeGreaterThan(5);
  },
);

test('a field of any name is refused by it, in a sentence that can be read', async () => {
  for (const text of TEXTS) {
    const sent = await send('/v1/claims', { ...claimBody('texts', 3), [text]: 1 });
    expect([text, sent.status]).toEqual([text, 422]);
    expect(sent.text).not.toMatch(UNFIT);
    expect((sent.body as unknown as Refusal).errors).toHaveLength(1);
  }
});

async function textOf(path: string): Promise<string> {
  const response = await ask(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

test('every page, picture, feed, table and embed of what was taken is whole and holds nothing unfit', async () => {
  const { items } = JSON.parse(await textOf('/v1/topics?limit=100')) as {
    items: { slug: string; title: string }[];
  };
  const own = items.filter(({ slug }) => slug.startsWith('texts'));
  expect(own.length).toBeGreaterThan(20);
  for (const path of ['/', '/corrections', '/most-commented', '/t/texts/comments', '/t/texts/embed'])
    expect(await textOf(path)).not.toMatch(UNFIT);
  for (const { slug, title } of own) {
    for (const path of [`/t/${slug}`, `/card/${slug}`, `/embed/${slug}`]) {
      const page = await textOf(path);
      expect([path, UNFIT.exec(page)?.[0]]).toEqual([path, undefined]);
      expect([path, /<(script|img)[^>]*(alert|onerror|src=x)|<i>40/.exec(page)?.[0]]).toEqual([
        path,
        undefined,
      ]);
      expect(page).toMatch(/<\/html>$/);
    }
    for (const path of [`/v1/topics/${slug}`, `/v1/topics/${slug}/claims`, `/v1/topics/${slug}/changes`]) {
      const json = await textOf(path);
      JSON.parse(json);
      expect([path, UNFIT.exec(json)?.[0]]).toEqual([path, undefined]);
    }
    const atom = readAtom(await textOf(`/v1/topics/${slug}/feed.atom`));
    const json = readJsonFeed(await textOf(`/v1/topics/${slug}/feed.json`));
    expect(json.entries).toEqual(atom.entries);
    expect(atom.title).toContain(title);
    const url = encodeURIComponent(`${ORIGIN}/t/${slug}`);
    const xml = parseXml(await textOf(`/oembed?url=${url}&format=xml`));
    const embed = JSON.parse(await textOf(`/oembed?url=${url}`)) as Record<string, string>;
    const fields = Object.fromEntries(xml.children.map((child) => [child.name, child.text]));
    expect(fields).toEqual(
      Object.fromEntries(Object.entries(embed).map(([name, each]) => [name, String(each)])),
    );
    expect(embed.title).toContain(title);
    expect(await textOf(`/card/${slug}.svg`)).not.toMatch(UNFIT);
    expect(await textOf(`/v1/topics/${slug}/claims.csv`)).not.toMatch(/(^|,|\n)\s*[=+@]/);
  }
}, 120_000);
