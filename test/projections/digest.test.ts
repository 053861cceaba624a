// What a digest holds of all that a run froze: this reader's topics, nothing twice, the first lines of each, a short subject.
import { describe, expect, test } from 'vitest';
import {
  type DigestContent,
  type DigestReader,
  type DigestView,
  toDigest,
} from '../../src/projections/digest.ts';
import { cut, MAIL } from '../../src/projections/digest-cut.ts';
import { frozenTold, toldFor } from '../../src/projections/digest-frozen.ts';
import { shortened, subjectOf } from '../../src/projections/digest-subject.ts';
import type { KeptPart, ToldLine, ToldPart } from '../../src/projections/digest-told.ts';
import { toMostCommented } from '../../src/projections/most-commented.ts';

const UPDATED = '2026-11-20T08:00:00.000Z';
const NOW = '2026-11-23T08:00:00.000Z';
const line = (claim: string): ToldLine => ({
  kind: 'raised',
  claim,
  text: `Ministry A: “${claim}”`,
  name: 'Ministry A',
  brief: `“${claim}”`,
  label: 'Killed so far',
  reading: null,
  said: null,
  at: UPDATED,
  places: [],
  otherPlaces: 0,
  entered: null,
});
const said = (...claims: string[]): ToldPart[] =>
  claims.length === 0 ? [] : [{ kind: 'said', lines: claims.map(line), more: 0 }];

const contentOf = (told: Record<string, ToldPart[]>): DigestContent => ({
  at: NOW,
  topics: Object.entries(told).map(([slug, parts]) => ({
    slug,
    title: `The ${slug}`,
    lead: { heading: 'Killed', lines: [], more: 0 },
    told: parts,
  })),
  leftOut: [],
  mostCommented: toMostCommented('24h', [], { now: NOW, newest: new Map(), lifted: new Set() }),
});
const reader = (fields: Partial<DigestReader> = {}): DigestReader => ({
  topics: '*',
  cursor: '2026-11-19T08:00:00.000Z',
  lang: 'en',
  stillQuiet: false,
  cadence: 'daily',
  ...fields,
});
const viewOf = (...given: Parameters<typeof toDigest>): DigestView => {
  const view = toDigest(...given);
  if ('skip' in view) throw new Error(view.skip);
  return view;
};

describe('what was sent is not sent again', () => {
  const cursor = '2026-11-19T08:00:00.000Z';
  const kept: KeptPart[] = [{ kind: 'said', lines: [line('300')], more: 0, ranks: [0] }];
  const frozen = {
    slug: 'flood',
    title: 'A flood',
    lead: { heading: '', lines: [], more: 0 },
    updated: UPDATED,
    ...frozenTold([[cursor, kept]]),
  };

  test('to whoever was sent the newest entry itself', () => {
    expect(toldFor(frozen, UPDATED)).toEqual([]);
    expect(toldFor(frozen, '2026-11-20T08:00:00.001Z')).toEqual([]);
  });

  test('and whoever was not is told it', () => {
    expect(toldFor(frozen, cursor)).toEqual(kept);
  });

  test('nor a topic that could not be drawn and was left out then', () => {
    const leftOut = [{ slug: 'flood', title: 'The flood', updated: UPDATED, claim: null, reason: 'x' }];
    const content = { ...contentOf({}), leftOut };
    expect(toDigest(reader({ cursor: UPDATED }), content)).toEqual({ skip: 'nothing changed' });
    expect(viewOf(reader(), content).leftOut).toEqual([{ title: 'The flood', url: '/t/flood' }]);
  });
});

test('a reader gets the topics they asked for', () => {
  const content = contentOf({ flood: said('300'), storm: said('20') });
  expect(viewOf(reader({ topics: ['storm'] }), content).topics.map(({ slug }) => slug)).toEqual(['storm']);
  expect(toDigest(reader({ topics: ['quake'] }), content)).toEqual({ skip: 'nothing changed' });
});

test('where nothing changed there is no digest, save for whoever wants to hear it', () => {
  const content = contentOf({ flood: said() });
  expect(toDigest(reader(), content)).toEqual({ skip: 'nothing changed' });
  expect(viewOf(reader({ stillQuiet: true }), content).subject).toBe('By Source: still quiet');
  expect(toDigest(reader({ stillQuiet: true, cursor: null }), content)).toEqual({ skip: 'nothing changed' });
});

test('of many lines the first are kept, and how many more there are is said', () => {
  const many = Array.from({ length: 40 }, (_, at) => `c${at}`);
  const view = cut(viewOf(reader(), contentOf({ flood: said(...many) })), MAIL);
  const [part] = view.topics[0]?.parts ?? [];
  expect(part?.lines.map(({ claim }) => claim)).toEqual(many.slice(0, 25));
  expect(part?.more).toBe(15);
});

test('of many topics the first are kept, and how many more there are is said', () => {
  const told = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`t${at}`, said(`${at}`)]));
  const view = cut(viewOf(reader(), contentOf(told)), { lines: 1, topics: 6 });
  expect(view.topics.map(({ slug }) => slug)).toEqual(['t0', 't1', 't2', 't3', 't4', 't5']);
  expect(view.moreTopics).toBe(3);
});

describe('a subject', () => {
  const news = {
    title: 'A flood',
    name: 'Ministry A',
    brief: '“300”, was “200”',
    kind: 'raised',
    more: 2,
  } as const;

  test('names the topic and the change', () => {
    expect(subjectOf(news, 'en')).toBe('A flood: Ministry A: “300”, was “200” and 2 more');
  });

  test.for([
    { ...news, title: 'What the ministries say of the flood in the valley of the long river' },
    { ...news, brief: '“as many as three hundred people, most of them in the lower valley”, was “200”' },
    { ...news, name: 'The Office for the Coordination of Everything in the Long Valley' },
  ])('that is too long keeps to sixty characters and to whole words and figures', (long) => {
    const subject = subjectOf(long, 'en');
    expect(subject.length).toBeLessThanOrEqual(60);
    expect(subject.split('“').length).toBe(subject.split('”').length);
    const words = `${long.title} ${long.name} ${long.brief} a higher figure`.split(/[\s:]+/);
    for (const word of subject.split(/[\s:…]+/).filter(Boolean)) expect(words).toContain(word);
  });

  test('that has no room for the figure says what happened in words', () => {
    const brief = '“as many as three hundred people, most of them in the lower valley”, was “200”';
    expect(subjectOf({ ...news, brief, more: 0 }, 'en')).toBe('A flood: Ministry A: a higher figure');
  });

  test('is never cut inside a number', () => {
    expect(shortened('It was 1.2 million people', 12, 'en')).toBe('It…');
  });
});

describe('a first digest', () => {
  const lead = { text: 'Ministry A: “300”', small: 'Killed so far', places: [], otherPlaces: 0 };
  const content: DigestContent = {
    ...contentOf({ flood: said('400'), storm: [] }),
    topics: [
      {
        slug: 'flood',
        title: 'The flood',
        lead: { heading: 'Killed', lines: [lead], more: 7 },
        told: said('400'),
      },
      { slug: 'storm', title: 'The storm', lead: { heading: 'Killed', lines: [], more: 0 }, told: [] },
    ],
  };

  test('cut short keeps the rows first in rank, in the order of every face', () => {
    const lines = [3, 1, 4, 2].map((rank) => ({ ...lead, text: `row ${rank}`, rank }));
    const [topic] = content.topics;
    const ranked = {
      ...content,
      topics: topic ? [{ ...topic, lead: { heading: 'Killed', lines, more: 7 } }] : [],
    };
    const short = cut(viewOf(reader({ cursor: null }), ranked), { lines: 2, topics: 6 });
    expect(short.topics[0]?.parts).toMatchObject([
      { lines: [{ text: 'row 1' }, { text: 'row 2' }], more: 9, first: true },
    ]);
  });

  test('shows where each topic stands and none of what was told since', () => {
    const view = viewOf(reader({ cursor: null }), content);
    expect(view.topics).toEqual([
      {
        slug: 'flood',
        title: 'The flood',
        url: '/t/flood',
        parts: [
          { heading: 'Killed', lines: [{ ...lead, claim: null, url: '/t/flood' }], more: 7, first: true },
        ],
      },
    ]);
    expect(view.subject).toBe('The flood: where it stands');
    expect(view.opening).toMatch(/^This is where things stand\./);
  });

  test('and a later one shows what was told since and not where it stands', () => {
    const [topic] = viewOf(reader(), content).topics;
    expect(topic?.parts.map(({ heading, first }) => [heading, first])).toEqual([
      ['Said since your last digest', false],
    ]);
    expect(topic?.parts[0]?.lines.map(({ url }) => url)).toEqual(['/t/flood#400']);
  });
});

test('the opening counts every change, also those beyond what is kept, and says since and up to when', () => {
  const [kept] = said('1', '2');
  if (kept === undefined) throw new Error('There is a part.');
  const view = viewOf(reader(), contentOf({ flood: [{ ...kept, more: 3 }], storm: said('x') }));
  expect(view.opening).toBe('6 changes since 19 Nov 2026, up to 23 Nov 2026.');
  expect(viewOf(reader(), contentOf({ storm: said('x') })).opening).toMatch(/^1 change since/);
});

test('Most Commented stands under the changes, the first five of it, and makes no digest by itself', () => {
  const items = Array.from({ length: 7 }, (_, at) => ({
    rank: at + 1,
    topic: { slug: `t${at}`, title: `Topic ${at}`, url: `/t/t${at}` },
    score: 7 - at,
    commenters: 7 - at,
    comments: { window: 7 - at, total: 7 - at },
    origins: [],
    heated: null,
    age: null,
    why: '',
  }));
  const listed = (told: ToldPart[]): DigestContent => {
    const content = contentOf({ flood: told });
    return { ...content, mostCommented: { ...content.mostCommented, items, empty: null } };
  };
  expect(toDigest(reader(), listed([]))).toEqual({ skip: 'nothing changed' });
  const view = viewOf(reader(), listed(said('x')));
  expect(view.mostCommented.items).toHaveLength(5);
  expect(view.moreListed).toBe(2);
});
