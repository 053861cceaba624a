// The parameters of a read: those that each route says it takes are those that are known; what resembles one is told so.
import { expect, test } from 'vitest';
import { askedAddress, meantBy, misspeltParameters, parametersOf } from '../../src/http/parameters.ts';

const faces = import.meta.glob<string>('../../src/routes/**/*.{ts,tsx}', {
  eager: true,
  import: 'default',
  query: '?raw',
});

/** Reads as their handlers open: `GET /path?name=&name=`. */
const documented = Object.entries(faces).flatMap(([file, text]) =>
  [...text.matchAll(/\/\*\* GET (\/[^\s?,;:]*(?::\w+[^\s?,;:]*)*)\?([\w=&|~,:.-]+)/g)].map(
    ([, path = '', query = '']) => ({
      file,
      path: path.replace(/:\w+/g, 'x'),
      names: query
        .split('&')
        .map((pair) => pair.split('=')[0] ?? '')
        .sort(),
    }),
  ),
);

test('no face takes a cursor as it comes', () => {
  const raw = Object.entries(faces).filter(([, text]) =>
    /(query|get)\('cursor'\)|\{ cursor: next \}/.test(text),
  );
  expect(raw.map(([file]) => file)).toEqual([]);
});

test('routes are found by what they say', () => {
  expect(documented.length).toBeGreaterThan(15);
  expect(documented.filter(({ path }) => path.startsWith('/v1/')).length).toBeGreaterThanOrEqual(9);
});

test.for(documented.filter(({ path }) => path.startsWith('/v1/') || parametersOf(path) !== null))(
  '$path takes $names',
  ({ path, names }) => {
    expect(parametersOf(path)).toEqual(expect.arrayContaining(names));
  },
);

test.for([
  ['/t/flood?utm_source=x&fbclid=1&_=9', '/t/flood'],
  ['/t/flood?lang=en&utm_source=x&known_at=2025-01-13', '/t/flood?known_at=2025-01-13&lang=en'],
  ['/v1/topics?limit=5&cursor=a&limit=6', '/v1/topics?cursor=a&limit=5'],
  ['/v1/topics/flood?lang=&scheme=acled', '/v1/topics/flood?scheme=acled'],
  ['/v1/embed?list=7d:5&topics=a~limit%3D2,b', '/v1/embed?topics=a%7Elimit%3D2%2Cb&list=7d%3A5'],
  ['/desk/comments?show=approved&x=1', '/desk/comments?show=approved&x=1'],
  ['/about?known_at=2025', '/about'],
])('%s asks for %s', ([given, asked]) => {
  const address = askedAddress(new URL(`https://by-source.test${given}`));
  expect(address.pathname + address.search).toBe(asked);
});

test.for([
  ['said_By', 'said_by'],
  ['SAID_BY', 'said_by'],
  ['saidby', 'said_by'],
  ['known-at', 'known_at'],
  ['knonw_at', 'known_at'],
  ['kownat', 'known_at'],
  ['sheme', 'scheme'],
  ['schemas', 'scheme'],
  ['mesure', 'measure'],
  ['lan', 'lang'],
  ['lagn', 'lang'],
] as const)('%s means %s', ([given, meant]) => {
  expect(meantBy(given, parametersOf('/v1/topics/flood') ?? [])).toBe(meant);
});

test.for([
  '_',
  'v',
  't',
  'id',
  'ref',
  'utm_source',
  'utm_medium',
  'fbclid',
  'gclid',
  'cb',
  'rand',
  'ts',
  'said_by',
  'language',
  'x'.repeat(5_000),
])('%s resembles none of ours, or is one', (given) => {
  expect(meantBy(given, parametersOf('/v1/topics/flood') ?? [])).toBeNull();
});

test('only a read under /v1 is held to its parameters’ spelling, and by its own alone', () => {
  const told = (path: string) =>
    misspeltParameters(new URL(`https://by-source.test${path}`)).map(({ path }) => path);
  expect(told('/v1/topics/flood?said_By=2025-01-01&Lang=en&utm_source=x')).toEqual(['said_By', 'Lang']);
  expect(told('/t/flood?said_By=2025-01-01')).toEqual([]);
  expect(told('/v1/topics/flood?limt=3')).toEqual([]);
  expect(told('/v1/topics?limt=3')).toEqual(['limt']);
});
