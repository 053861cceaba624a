// The order of faces decides nothing: no two take one address, and each is found wherever it stands in the list.
import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { depsOf } from '../../src/composition.ts';
import { facesOf, joined } from '../../src/routes/site.ts';
import { loadReal } from '../workerd/real-data.ts';
import { ORIGIN } from '../workerd/site.ts';
import { ROUTES, SLUG } from './read-routes.ts';

const faces = facesOf(depsOf(env));
const app = joined(faces);

beforeAll(() => loadReal([SLUG]));

describe('every address is one route’s', () => {
  const takers = (method: string, path: string) =>
    app.router.match(method, path)[0].map(([[, route]]) => route.path);
  /** Words that stand as such in routes of so many parts: where another route has a name there, they must not meet. */
  const wordsAt = new Map<string, Set<string>>();
  const routes = app.routes.filter(({ method }) => method === 'GET' || method === 'POST');
  for (const { method, path } of routes) {
    const parts = partsOf(path);
    parts.forEach((part, at) => {
      const key = `${method} ${parts.length} ${at}`;
      const words = wordsAt.get(key) ?? new Set(['x', '0a-1f', 'x.txt', 'x.md', 'x.svg', 'a.b']);
      if (!part.startsWith(':')) words.add(part);
      wordsAt.set(key, words);
    });
  }
  test('there are routes to look at', () => expect(routes.length).toBeGreaterThan(80));

  test.for(routes.map(({ method, path }) => [method, path] as const))('%s %s', ([method, path]) => {
    const parts = partsOf(path);
    let addresses = [''];
    parts.forEach((part, at) => {
      const words = part.startsWith(':')
        ? [...(wordsAt.get(`${method} ${parts.length} ${at}`) ?? []), ...choicesOf(part)]
        : [part];
      addresses = addresses.flatMap((before) => words.map((word) => `${before}/${word}`));
    });
    const taken = addresses.map((address) => takers(method, address));
    expect(taken.filter((by) => by.length > 1)).toEqual([]);
    expect(taken.some((by) => by.includes(path))).toBe(true);
  });
});

describe('each order answers the same', () => {
  const answersOf = async (site: Hono) => {
    const answers: unknown[] = [];
    for (const [path] of ROUTES) {
      const response = await site.fetch(new Request(ORIGIN + path), env);
      await response.body?.cancel();
      answers.push([
        path,
        response.status,
        response.headers.get('ETag'),
        response.headers.get('Content-Type'),
      ]);
    }
    return answers;
  };

  test.for([1, 2, 3, 4, 5])('shuffled by %d, and from the last to the first', async (seed) => {
    const shuffled = seed === 1 ? faces.toReversed() : shuffle(faces, seed);
    expect(await answersOf(joined(shuffled))).toEqual(await answersOf(app));
  });

  test('a new face is found at any place, and takes no other’s address', async () => {
    const text = new Hono().get('/t/:file{[^/.]+\\.example}', (c) =>
      c.text(`${c.req.param('file')}: what each says`),
    );
    for (let at = 0; at <= faces.length; at++) {
      const site = joined(faces.toSpliced(at, 0, text));
      const response = await site.fetch(new Request(`${ORIGIN}/t/${SLUG}.example`), env);
      expect([at, response.status, await response.text()]).toEqual([
        at,
        200,
        `${SLUG}.example: what each says`,
      ]);
    }
    const last = joined([...faces, text]);
    expect(await answersOf(last)).toEqual(await answersOf(app));
  });
});

/** The parts of a route's path; a pattern in braces may hold a slash. */
function partsOf(path: string): string[] {
  return path.split(/\/(?![^{]*\})/).slice(1);
}

/** The words of a part that is a choice of some (`:action{approve|reject}`), as they are. */
function choicesOf(part: string): string[] {
  const pattern = /\{(.*)\}$/.exec(part)?.[1] ?? '';
  if (/^[\w|-]+$/.test(pattern)) return pattern.split('|');
  return pattern === 'feed\\.(?:atom|json)'
    ? ['feed.atom']
    : pattern.startsWith('embed-')
      ? ['embed-x.js']
      : [];
}

/** The same for the same seed: a linear congruential generator (Knuth's constants) draws the places. */
function shuffle<T>(values: readonly T[], seed: number): T[] {
  let state = seed;
  const drawn = values.map((value) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { value, at: state };
  });
  return drawn.sort((a, b) => a.at - b.at).map(({ value }) => value);
}
