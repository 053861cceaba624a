// After an erasure no column of any table holds anything of the reader. A new table or column fails here until it is named.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { addressHash } from '../../src/store/suppressions.ts';
import { openFlood } from '../workerd/flood.ts';
import { openMailSite, signIn } from '../workerd/mail-site.ts';

const TOPIC = 'erasure-talk';
const MARK = 'xmarigoldx';
const EMAIL = `${MARK}@example.org`;
const AT = '2026-11-20T00:00:00.000Z';
beforeAll(() => openFlood(TOPIC));

interface Victim {
  reader: string;
  author: string;
  subscriber: string;
  address: string;
}
type Row = Record<string, string | number | null>;

/** Every table that holds something of readers, with a row of each kind of theirs: every column, words as the mark. */
const HOLDS: Record<string, (victim: Victim) => Row[]> = {
  readers: ({ reader, author }) => [
    { id: reader, email: EMAIL, name: MARK, state: 'active', created: AT, approved: 3, rejected: 1, author },
  ],
  sessions: ({ reader }) => [{ hash: `${MARK}-session`, reader, created: AT, expires: '2999' }],
  comments: ({ reader }) => [
    comment('shown', { reader, body: MARK, staff: 1 }),
    comment('held', { reader, body: MARK, state: 'pending', blocked: 1, held: MARK }),
    comment('gone', { reader, body: MARK, state: 'removed', blocked: 1 }),
    comment('others', { reader: 'bystander', body: 'Mine.', parent: 'shown', root: 'shown' }),
  ],
  comment_log: () => [
    ...['shown', 'held', 'gone'].map((id) => log(id, 1, 'author')),
    log('gone', 2, 'moderator'),
  ],
  comment_reports: ({ reader }) => [
    { comment: 'others', reader, at: AT, reason: MARK, answered: null },
    { comment: 'shown', reader: 'bystander', at: AT, reason: MARK, answered: null },
    { comment: 'gone', reader: 'bystander', at: AT, reason: MARK, answered: AT },
  ],
  appeals: ({ reader }) => [
    appeal('appeal-a', reader, 'gone', 'open'),
    appeal('appeal-b', reader, null, 'denied'),
  ],
  moderation_log: ({ reader }) => [
    {
      n: 9001,
      at: AT,
      actor: 'moderator',
      kind: 'reader',
      subject: reader,
      action: 'suspended',
      reason: MARK,
    },
    {
      n: 9002,
      at: AT,
      actor: 'moderator',
      kind: 'appeal',
      subject: 'appeal-b',
      action: 'denied',
      reason: MARK,
    },
  ],
  desk_log: () => [
    { n: 9001, at: AT, actor: 'moderator', kind: 'report', subject: 'gone', action: 'kept', reason: MARK },
  ],
  reader_names: ({ reader }) =>
    (['taken', 'waiting', 'refused'] as const).map((state) => ({
      ...{ id: `${MARK}-${state}`, reader, at: AT, was: MARK, name: MARK, state },
      ...{ actor: 'moderator', decided: AT, reason: MARK },
    })),
  taken_back: ({ reader }) => [{ comment: 'long-gone', reader, written: AT, at: AT }],
  comment_pages: () => [{ topic: TOPIC, version: 9, made: 9, shape: '2', body: JSON.stringify(MARK) }],
  commenters: () => [],
  idempotency: ({ reader }) => [
    {
      key: `reader:${reader}:${MARK}`,
      fingerprint: MARK,
      status: 201,
      body: JSON.stringify({ body: MARK }),
      at: AT,
    },
  ],
  link_requests: () =>
    (['sign-in', 'subscription'] as const).map((kind) => ({
      ...{ id: `${MARK}-${kind}`, kind, email: EMAIL, asked: JSON.stringify({ name: MARK }), at: AT },
    })),
  transactional_mails: () =>
    (['ready', 'sending'] as const).map((state) => ({
      ...{ id: `${MARK}-${state}`, email: EMAIL, mail: JSON.stringify({ subject: MARK }), expires: '2999' },
      ...{ state, at: AT, tries: 1 },
    })),
  subscribers: ({ subscriber }) => [
    {
      ...{ id: subscriber, email: EMAIL, state: 'active', topics: JSON.stringify([MARK]), cadence: 'daily' },
      ...{ weekday: 1, hour: 8, zone: MARK, lang: MARK, still_quiet: 0, soft_bounces: 0, next_due_at: AT },
      ...{ cursor: AT, first_cursor: AT, created: AT, confirmed: AT, ended: null, was: null },
    },
  ],
  outbox: ({ subscriber }) =>
    (['sent', 'failed', 'ready'] as const).map((state) => ({
      ...{
        run: `run-${state}`,
        subscriber,
        state,
        why: MARK,
        provider: 'smtp',
        provider_id: MARK,
        since: MARK,
      },
      ...{ topics: JSON.stringify([MARK]), lang: MARK, zone: MARK, at: AT, tries: 0, not_before: null },
    })),
  delivery_events: ({ address }) => [
    { id: `smtp:${MARK}`, provider: 'smtp', kind: 'soft bounce', address, detail: MARK, at: AT },
  ],
  suppressions: ({ address }) => [{ address, reason: 'hard bounce', at: AT, source: 'smtp', detail: MARK }],
};

/** The others, with their columns: a new one is looked at before it is written down here. */
const HOLDS_NOTHING: Record<string, string> = {
  log: 'topic revision n recorded actor batch claim action',
  records: 'topic part body comments commenters',
  views: 'topic kind revision shape body comments commenters',
  topics: 'slug updated body',
  claims: 'topic sort id source measure body',
  changes: 'topic revision id at kind body',
  sources: 'id body',
  codebook_log: 'revision at actor body',
  metrics: 'id version revision body',
  units: 'id version revision body',
  codebook_uses: 'kind id topic revision',
  documents: 'name at body',
  outside_counts:
    'origin thread topic comments commenters counted_at first_at first_comments first_commenters lately',
  outside_hours: 'origin thread hour comments commenters',
  count_signatures: 'signature at',
  origins: 'origin kind settings secret api_key fresh_hours every_minutes changed',
  origin_threads: 'origin thread topic due failures pulled error error_at',
  comments_policies: 'topic state at actor reason',
  comment_spikes: 'topic at reason lifted actor why',
  comment_hours: 'topic hour comments commenters',
  comment_totals: 'topic comments commenters',
  digest_runs:
    'id list cadence at known_at opened expires state opened_by candidates paged settled touched closed expected content',
  run_content: 'run part body',
  ended_desk_sessions: 'nonce expires',
  // A random number of a link that did its work, and keyed digests that go within the hour.
  used_links: 'nonce at',
  transactional_mails_sent: 'who at mail',
};

function comment(id: string, fields: Row): Row {
  return {
    ...{ id, topic: TOPIC, claim: null, parent: null, root: id, state: 'approved', held: null, at: AT },
    ...{ version: id === 'gone' ? 2 : 1, blocked: 0, staff: 0, ...fields },
  };
}
const log = (id: string, n: number, actor: string): Row => ({
  ...{ comment: id, n, at: AT, actor, from_state: n === 1 ? null : 'approved' },
  ...{ to_state: 'removed', reason: MARK },
});
const appeal = (id: string, reader: string, about: string | null, state: string): Row => ({
  ...{
    id,
    comment: about,
    reader,
    at: AT,
    body: MARK,
    state,
    answer: MARK,
    actor: 'moderator',
    answered: AT,
  },
});

async function tables(): Promise<Map<string, string[]>> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*' AND name <> 'd1_migrations'",
  ).all<{ name: string }>();
  const columns = await env.DB.batch<{ name: string }>(
    results.map(({ name }) => env.DB.prepare(`PRAGMA table_info(${name})`)),
  );
  return new Map(
    results.map(({ name }, at) => [name, (columns[at]?.results ?? []).map((each) => each.name)]),
  );
}

async function everything(): Promise<Map<string, string>> {
  const names = [...(await tables()).keys()];
  const dumps = await env.DB.batch(names.map((name) => env.DB.prepare(`SELECT * FROM ${name}`)));
  return new Map(names.map((name, at) => [name, JSON.stringify(dumps[at]?.results)]));
}

const holders = async (words: readonly string[]) =>
  [...(await everything())]
    .filter(([, rows]) => words.some((word) => rows.includes(word)))
    .map(([name]) => name);

const VICTIM: Victim = {
  reader: `${MARK}-reader`,
  author: `${MARK}-author`,
  subscriber: 'subscriber-of-nobody-in-particular',
  address: '',
};

test('every column of every table is either planted or known to hold nothing of a reader', async () => {
  const found = await tables();
  expect([...found.keys()].sort()).toEqual([...Object.keys(HOLDS), ...Object.keys(HOLDS_NOTHING)].sort());
  for (const [name, columns] of found) {
    const rows = HOLDS[name]?.(VICTIM) ?? [];
    const named = HOLDS_NOTHING[name]?.split(' ') ?? (rows.length > 0 ? Object.keys(rows[0] ?? {}) : columns);
    expect([name, [...named].sort()]).toEqual([name, [...columns].sort()]);
  }
});

test('a reader who erases the account is found nowhere; what others wrote stands', async () => {
  const site = openMailSite();
  const { cookie, token } = await signIn(site, EMAIL, 'Mari Gold');
  const address = await addressHash(EMAIL);
  const victim = { ...VICTIM, address };
  // The account that signed in becomes the one whose every row is planted.
  await env.DB.batch([
    env.DB.prepare('UPDATE sessions SET reader = ?').bind(victim.reader),
    env.DB.prepare('DELETE FROM readers WHERE email = ?').bind(EMAIL),
    env.DB.prepare(
      "INSERT INTO readers (id, email, name, created) VALUES ('bystander', 'by@example.org', 'By Stander', ?)",
    ).bind(AT),
  ]);
  for (const [name, rowsOf] of Object.entries(HOLDS)) {
    for (const row of rowsOf(victim)) {
      const columns = Object.keys(row);
      await env.DB.prepare(
        `INSERT OR REPLACE INTO ${name} (${columns.map((each) => `"${each}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
        .bind(...Object.values(row))
        .run();
    }
  }
  const names = Object.keys(HOLDS).sort();
  expect((await holders([MARK])).sort()).toEqual(names);

  const erased = await site.post('/readers/erase', { token }, { cookie });
  expect(erased.status).toBe(200);
  expect(await holders([MARK])).toEqual([]);
  // Of the address one digest stays, where it is suppressed; of the run's ledger its rows.
  expect(await holders([address])).toEqual(['suppressions']);
  expect(await holders([victim.subscriber])).toEqual(['outbox']);
  const thread = (await (await site.ask(`/v1/topics/${TOPIC}/comments`)).json()) as { items: object[] };
  expect(thread.items).toMatchObject([
    {
      id: 'shown',
      body: null,
      name: null,
      author: null,
      staff: false,
      replies: [{ body: 'Mine.', name: 'By Stander' }],
    },
  ]);
  expect(await erased.text()).toContain('30 days');
});

test('who erases the digest alone is found nowhere in it, transactional mails under way included', async () => {
  const site = openMailSite();
  const email = 'xdahliax@example.org';
  await site.postJson('/v1/subscriptions', { email, topics: [TOPIC], cadence: 'daily', timezone: 'UTC' });
  const confirmed = await site.post(site.linkTo(email), {});
  const choices = /\/subscriptions\/choices\/[^"\s]+/.exec(
    `${confirmed.headers.get('Location')} ${await confirmed.text()}`,
  )?.[0];
  await site.postJson('/v1/readers', { email, name: 'Dahl' });
  expect((await holders(['xdahliax'])).sort()).toEqual(['link_requests', 'subscribers']);
  const erased = await site.post(`${choices}/erase`, {});
  expect([erased.status, (await erased.text()).includes('30 days')]).toEqual([200, true]);
  expect(await holders(['xdahliax'])).toEqual([]);
});
