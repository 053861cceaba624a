/** The parameters that each read knows: others are no part of what is asked, and one that misspells ours is told so. */
import type { Problem } from '../domain/record/checks.ts';
import { resembling } from '../domain/resemblance.ts';
import { answerWords } from './problem.ts';

const PAGE = ['cursor', 'limit'];
const VIEW = ['known_at', 'said_by', 'scheme', 'measure', 'dimension', 'lang'];

/** Two sources set side by side; `with` is the second one of a form. */
const PAIR = ['compare', 'with'];

/** In the order in which an answer is kept. A path that stands nowhere here keeps its address as it is. */
const READS: readonly (readonly [path: RegExp, names: readonly string[]])[] = [
  [/^\/(about|method|corrections)?$/, ['lang']],
  [/^\/most-commented$/, ['window', 'lang']],
  [/^\/t\/[^/]+$/, [...VIEW, ...PAIR]],
  [/^\/t\/[^/]+\/embed$/, ['measure', 'limit', 'width', 'theme', 'words', 'dir', 'scheme', 'pin', 'lang']],
  [/^\/t\/[^/]+\/comments\/new$/, ['claim', 'lang']],
  [/^\/t\/[^/]+\/comments(\/[^/]+)?$/, ['cursor', 'lang']],
  [/^\/card\/[^/]+$/, VIEW],
  [/^\/embed\/[^/]+$/, [...VIEW, 'limit', 'theme', 'dir']],
  [/^\/oembed$/, ['url', 'maxwidth', 'maxheight', 'format', 'quote']],
  [/^\/v1\/(topics|sources|metrics|units|schemes)$/, PAGE],
  [/^\/v1\/topics\/[^/]+$/, [...VIEW, ...PAIR]],
  [/^\/v1\/topics\/[^/]+\/claims(\.csv)?$/, ['source', 'measure', ...PAGE]],
  [/^\/v1\/topics\/[^/]+\/changes$/, ['since', ...PAGE]],
  [/^\/v1\/topics\/[^/]+\/feed\.(atom|json)$/, []],
  [/^\/v1\/topics\/[^/]+\/comments$/, ['thread', ...PAGE]],
  [/^\/v1\/embed$/, ['topics', 'list', 'limit', ...VIEW]],
  [/^\/v1\/most-commented$/, ['window', 'limit']],
];

/** Given once for each choice of a form; the order of choices is no part of what is asked. */
const REPEATED: ReadonlySet<string> = new Set(['dimension']);

/** The names that a read takes, or null where no read of ours is listed. */
export const parametersOf = (path: string): readonly string[] | null =>
  READS.find(([pattern]) => pattern.test(path))?.[1] ?? null;

/**
 * The address of what is asked: known parameters alone, each once and in one order, so that whatever else is added to an
 * address (`utm_source`, `_`) makes no second answer of it. A parameter without a value is not given.
 */
export function askedAddress(url: URL): URL {
  const names = url.search === '' ? null : parametersOf(url.pathname);
  if (names === null) return url;
  const asked = new URLSearchParams();
  for (const name of names) {
    const value = REPEATED.has(name)
      ? [...new Set(url.searchParams.getAll(name).filter(Boolean))].sort().join('.')
      : url.searchParams.get(name);
    if (value) asked.set(name, value);
  }
  const address = new URL(url);
  address.search = asked.toString();
  return address;
}

/** Parameters of a read under `/v1` that misspell one of its own, each with the name that was meant. */
export function misspeltParameters(url: URL): Problem[] {
  const names = url.search !== '' && url.pathname.startsWith('/v1/') ? parametersOf(url.pathname) : null;
  if (names === null) return [];
  return [...new Set(url.searchParams.keys())].flatMap((given) => {
    const meant = meantBy(given, names);
    return meant === null ? [] : [{ path: given, message: answerWords().parameter(given, meant) }];
  });
}

/** The one of these names that another misspells; null when it resembles none, or is longer than any name of ours. */
export const meantBy = (given: string, names: readonly string[]): string | null =>
  given.length > LONGEST_NAME ? null : resembling(given, names);

const LONGEST_NAME = 20;
