// What the widget weighs where it is served: the script as compressed, the one request for real topics.
import { expect, inject, test } from 'vitest';
import { brotli } from '../../src/cli/brotli.ts';
import { KURSK } from './visit.ts';

const TOPICS = [KURSK, 'hurricane-maria-deaths', 'hong-kong-march-2019', 'deepwater-horizon-flow'];

/** Bytes with Brotli at its best. */
async function weigh(path: string): Promise<number> {
  const response = await fetch(inject('base') + path);
  expect(response.status).toBe(200);
  return brotli(new Uint8Array(await response.arrayBuffer())).byteLength;
}

test('the script with its styles: at most 6,000 bytes', async () => {
  expect(await weigh('/embed.js')).toBeLessThanOrEqual(6_000);
});

test.for([
  [[KURSK], 1_500],
  [TOPICS, 4_500],
] as const)('eight rows of %j: at most %i bytes, nothing cut silently', async ([topics, most]) => {
  const path = `/v1/embed?topics=${topics}&limit=8`;
  expect(await weigh(path)).toBeLessThanOrEqual(most);
  const answer = await fetch(inject('base') + path);
  const { version, topics: drawn } = (await answer.json()) as {
    version: number;
    topics: { slug: string; url: string; foot: string; groups: { rows: { sources?: number }[] }[] }[];
  };
  expect(version).toBe(1);
  expect(drawn.map(({ slug }) => slug)).toEqual(topics);
  for (const { slug, url, foot, groups } of drawn) {
    const rows = groups.flatMap((group) => group.rows);
    expect(rows.filter(({ sources = 0 }) => sources === 0)).toHaveLength(8);
    expect(foot).toMatch(
      /^\d+ of \d+ sources(, newest first|: the newest, the lowest and|: the newest, the lowest, )/,
    );
    expect(new URL(url, inject('base')).pathname).toBe(`/t/${slug}`);
  }
});

test('one request for widgets that ask differently: a mistake in one is its own', async () => {
  const asked = [
    KURSK,
    `${KURSK}~limit=3`,
    `${KURSK}~known-at=2099-01-01T00:00:00+09:00`,
    `${KURSK}~measure=none`,
  ];
  const answer = await fetch(`${inject('base')}/v1/embed?topics=${[...asked, 'nothing', '7d:2']}`);
  expect(answer.status).toBe(200);
  const { topics, lists } = (await answer.json()) as {
    topics: { of: string; error?: string; groups?: { rows: unknown[] }[]; pinned?: unknown }[];
    lists: { of: string }[];
  };
  expect(topics.map(({ of }) => of)).toEqual([...asked, 'nothing']);
  // So many rows, and the line of those who gave no figure.
  expect(topics.map(({ groups }) => groups?.flatMap(({ rows }) => rows).length)).toEqual([
    8 + 1,
    3 + 1,
    8 + 1,
    undefined,
    undefined,
  ]);
  expect(topics.map(({ error }) => error !== undefined)).toEqual([false, false, false, true, true]);
  expect(topics[2]?.pinned).not.toBeNull();
  expect(lists.map(({ of }) => of)).toEqual(['7d:2']);
  const refused = await fetch(`${inject('base')}/v1/embed?topics=${KURSK}&measure=none`);
  expect(refused.status).toBe(400);
});
