// The list: people first, one place at a time, each item saying why it stands there.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMULA } from '../../src/domain/comments/ranking.ts';
import {
  type CommentOrigin,
  type ThreadCount,
  toOutsideOrigins,
  toOwnOrigin,
} from '../../src/projections/comment-origins.ts';
import { spikeText } from '../../src/projections/list-reasons.ts';
import { toListView } from '../../src/projections/list-view.ts';
import { WINDOWS, type Window, windowStart } from '../../src/projections/list-window.ts';
import { toMostCommented } from '../../src/projections/most-commented.ts';
import { holds } from '../property/holds.ts';

const NOW = '2026-11-23T12:30:00.000Z';
const ago = (hours: number) => new Date(Date.parse(NOW) - hours * 3_600_000).toISOString();
const calm = { now: NOW, newest: new Map<string, string>(), lifted: new Set<string>() };

interface Written {
  reader: number;
  hoursAgo: number;
}

/** A topic's own place as the tables would count these comments: hours, and people by their last comment. */
function placeOf(topic: string, written: readonly Written[]): CommentOrigin {
  const within = (window: Window) => {
    const from = windowStart(window, NOW).slice(0, 13);
    const lasts = new Map<number, string>();
    for (const { reader, hoursAgo } of written) {
      const at = ago(hoursAgo);
      if (at > (lasts.get(reader) ?? '')) lasts.set(reader, at);
    }
    return {
      comments: written.filter(({ hoursAgo }) => ago(hoursAgo).slice(0, 13) >= from).length,
      people: [...lasts.values()].filter((at) => at.slice(0, 13) >= from).length,
    };
  };
  const instants = written.map(({ hoursAgo }) => ago(hoursAgo)).sort();
  return toOwnOrigin(
    {
      topic,
      title: topic,
      total: within('all'),
      day: within('24h'),
      week: within('7d'),
      month: within('30d'),
      firstHour: (instants[0] ?? NOW).slice(0, 13),
      lastAt: instants.at(-1) ?? NOW,
    },
    NOW,
  );
}

const outside = (
  origin: string,
  topic: string,
  comments: number,
  commenters: number | null,
  fields = {},
) => ({
  origin,
  thread: topic,
  topic,
  title: topic,
  comments,
  commenters,
  countedAt: ago(1),
  baseline: { comments: 0, commenters: 0 },
  lately: null,
  freshHours: null,
  firstAt: ago(1),
  ...fields,
});
const outsidePlaces = (...threads: ThreadCount[]) =>
  toOutsideOrigins({ '24h': threads, '7d': threads, '30d': threads, all: threads }, NOW);
const order = (window: Window, places: CommentOrigin[], circumstances = calm) =>
  toMostCommented(window, places, circumstances).items.map(({ topic }) => topic.slug);

test('two people with 200 replies never outrank fifteen with one each, for any timing', () => {
  const span: Record<Window, number> = { '24h': 24, '7d': 168, '30d': 720, all: 5_000 };
  const property = fc.property(
    fc.constantFrom(...WINDOWS),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 200,
      maxLength: 200,
    }),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 15, maxLength: 15 }),
    fc.boolean(),
    (window, quarrel, crowd, lifted) => {
      const two = placeOf(
        'a-quarrel',
        quarrel.map(([reader, when]) => ({ reader, hoursAgo: when * 5_000 })),
      );
      const fifteen = placeOf(
        'z-crowd',
        crowd.map((when, reader) => ({ reader, hoursAgo: when * span[window] })),
      );
      const circumstances = { ...calm, lifted: new Set(lifted ? ['a-quarrel'] : []) };
      expect(order(window, [two, fifteen], circumstances)[0]).toBe('z-crowd');
    },
  );
  holds(property, { numRuns: 3_000 });
});

test('the order depends on the counts alone, never on the order in which places come', () => {
  const place = fc
    .record({
      topic: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.constantFrom('x.example', 'y.example', 'z.example'),
      comments: fc.nat(50),
      people: fc.option(fc.nat(10)),
      lately: fc.nat(3),
    })
    .map(({ topic, name, comments, people, lately }) =>
      outside(name, topic, Math.max(comments, people ?? 0), people, { countedAt: ago(lately) }),
    );
  const distinct = fc.uniqueArray(place, { selector: (each) => `${each.topic} ${each.origin}` });
  const property = fc.property(distinct, (threads) => {
    const one = toMostCommented('7d', outsidePlaces(...threads), calm);
    const other = toMostCommented('7d', outsidePlaces(...threads.toReversed()), calm);
    expect(other).toEqual(one);
    for (const item of one.items) expect(item.score).toBeLessThan(item.commenters + 1);
  });
  holds(property, { numRuns: 2_000 });
});

describe('places', () => {
  test('are shown apart and never summed', () => {
    const [item] = toMostCommented(
      '7d',
      [
        placeOf('t', [{ reader: 1, hoursAgo: 1 }]),
        ...outsidePlaces(outside('a.example', 't', 50, 8), outside('b.example', 't', 90, 7)),
      ],
      calm,
    ).items;
    expect(item).toMatchObject({
      rank: 1,
      score: 8.163,
      commenters: 8,
      comments: { window: 50, total: 90 },
      why: '8 readers, 50 comments this week at a.example, the most at any one place.',
    });
    expect(item?.origins.map(({ name, kind, commenters }) => [name, kind, commenters])).toEqual([
      ['By Source', 'ours', 1],
      ['a.example', 'outside', 8],
      ['b.example', 'outside', 7],
    ]);
  });

  test('a stale one, and one that does not say how many people, are shown and not ranked', () => {
    const places = outsidePlaces(
      outside('old.example', 'stale', 90, 60, { countedAt: ago(49) }),
      outside('own-limit.example', 'within', 90, 50, { countedAt: ago(49), freshHours: 72 }),
      outside('mute.example', 'mute', 500, null),
      outside('odd.example', 'odd', 9, 9, { countedAt: 'yesterday' }),
    );
    const { items } = toMostCommented('all', places, calm);
    expect(items.map(({ topic, rank }) => [topic.slug, rank])).toEqual([
      ['within', 1],
      ['odd', null],
      ['mute', null],
      ['stale', null],
    ]);
    expect(items.find(({ topic }) => topic.slug === 'stale')?.why).toMatch(/older than its place’s limit/);
    expect(items.find(({ topic }) => topic.slug === 'mute')?.why).toMatch(/how many people/);
  });

  test('two origins with the same thread key do not share counts', () => {
    const same = { thread: 'same-key' };
    const places = outsidePlaces(
      outside('a.example', 't', 5, 5, same),
      outside('b.example', 't', 3, 3, same),
    );
    expect(places.map(({ name, windows }) => [name, windows['7d']])).toEqual([
      ['a.example', { comments: 5, people: 5 }],
      ['b.example', { comments: 3, people: 3 }],
    ]);
  });
});

describe('a window of another site', () => {
  const within = (fields: object, window: Window = '24h') =>
    outsidePlaces(outside('a.example', 't', 500, 80, fields)).map(({ windows }) => windows[window])[0];

  test('is not known from one count, and says so', () => {
    expect(within({ baseline: null })).toBe('once');
    const places = outsidePlaces(outside('a.example', 't', 500, 80, { baseline: null }));
    const [item] = toMostCommented('24h', places, calm).items;
    expect(item).toMatchObject({
      rank: null,
      score: 0,
      comments: { window: 0, total: 500 },
      origins: [{ name: 'a.example', comments: 0, commenters: null, total: 500, baseline: true }],
      why: expect.stringMatching(/counted once so far.*in the last 24 hours/),
    });
    expect(toListView(toMostCommented('24h', places, calm), 5, 'en').items[0]?.places).toEqual([
      'a.example: 500 comments in all, counted 23 Nov 2026',
    ]);
    expect(toMostCommented('all', places, calm).items[0]).toMatchObject({ rank: 1, commenters: 80 });
  });

  test('is what was counted beyond its baseline', () => {
    expect(within({ baseline: { comments: 480, commenters: 75 } })).toEqual({ comments: 20, people: 5 });
    expect(within({ baseline: { comments: 520, commenters: 90 } })).toEqual({ comments: 0, people: 0 });
  });

  test('does not make new people of those whom the baseline did not count', () => {
    expect(within({ baseline: { comments: 480, commenters: null } })).toEqual({ comments: 20, people: null });
  });

  test('is what the site itself says of it, while that is of the window', () => {
    const lately = [{ hours: 24, comments: 7, people: 3 }];
    expect(within({ baseline: null, lately })).toEqual({ comments: 7, people: 3 });
    expect(within({ baseline: null, lately }, '7d')).toBe('once');
    expect(within({ baseline: null, lately, countedAt: ago(25) })).toBe('once');
  });

  test('adds the threads that are known and leaves out the one that is not', () => {
    const known = outside('a.example', 't', 50, 9, { baseline: { comments: 40, commenters: 5 } });
    const fresh = outside('a.example', 't', 900, 99, { thread: 'new', baseline: null });
    expect(outsidePlaces(known, fresh)[0]?.windows).toMatchObject({
      '24h': { comments: 10, people: 4 },
      all: { comments: 950, people: 99 },
    });
  });
});

test('ties go to the newer activity, then to the topic’s address', () => {
  const at = (topic: string, hoursAgo: number) => placeOf(topic, [{ reader: 1, hoursAgo }]);
  expect(order('7d', [at('b', 5), at('c', 2), at('a', 5)])).toEqual(['c', 'a', 'b']);
});

test('a spike is told in the open and held back until a moderator looked', () => {
  const usual = Array.from({ length: 29 }, (_, day) => ({ reader: day, hoursAgo: 25 + day * 24 }));
  const crowd = Array.from({ length: 200 }, (_, n) => ({ reader: 100 + n, hoursAgo: n / 20 }));
  const steady = Array.from({ length: 60 }, (_, n) => ({ reader: n, hoursAgo: n * 2 }));
  const places = [placeOf('spike', [...usual, ...crowd]), placeOf('steady', steady)];
  const list = toMostCommented('7d', places, calm);
  expect(list.items.map(({ topic }) => topic.slug)).toEqual(['steady', 'spike']);
  expect(list.items[1]).toMatchObject({
    commenters: 206,
    heated: { reason: expect.stringMatching(/^200 comments in the last 24 hours/), frozen: true },
    why: expect.stringMatching(/does not count yet\.$/),
  });
  const looked = toMostCommented('7d', places, { ...calm, lifted: new Set(['spike']) });
  expect(looked.items[0]).toMatchObject({ topic: { slug: 'spike' }, heated: { frozen: false } });
});

test.for([
  [3, 'where there were about 3.0 a day before'],
  [null, 'where there were fewer than one in ten days before'],
] as const)('a spike over %s a day says the figures in words', ([usual, before]) => {
  expect(spikeText({ day: 1_212, usual, limit: 30 }, 'en')).toBe(
    `1,212 comments in the last 24 hours, ${before}; ` +
      'what goes beyond 30 does not count until a moderator has looked or the day has passed.',
  );
});

test('an old topic carries its age', () => {
  const circumstances = {
    ...calm,
    newest: new Map([
      ['old', '2019-12-08'],
      ['new', '2026-10-01'],
    ]),
  };
  const { items } = toMostCommented(
    '7d',
    [placeOf('old', [{ reader: 1, hoursAgo: 1 }]), placeOf('new', [{ reader: 1, hoursAgo: 2 }])],
    circumstances,
  );
  expect(items.map(({ age }) => age)).toEqual([
    { newest: '2019-12-08', text: 'The newest statement on record here is of 8 Dec 2019.' },
    null,
  ]);
});

test('the formula says its version and what changed', () => {
  expect(FORMULA.changes[0].version).toBe(FORMULA.version);
  expect(toMostCommented('all', [], calm)).toMatchObject({ items: [], empty: expect.stringMatching(/\.$/) });
});
