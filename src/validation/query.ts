/** Validation of the parameters of a read: both clocks, the scheme, the measure with its dimensions, and the language. */

import { DEFAULT_SCHEME, SCHEMES, type Scheme, schemeOf } from '../domain/figure/vagueness.ts';
import { USUAL_LANGUAGE } from '../domain/figure/value.ts';
import { firstInstant, INSTANT_SENTENCE, lastInstant } from '../domain/record/asked-instant.ts';
import { inUtc, precisionOf, StatedDate } from '../domain/record/date.ts';
import type { DimensionValues } from '../domain/record/dimension.ts';
import { Id } from '../domain/record/id.ts';
import { admit, type Problem, refuse, type Verdict } from './verdict.ts';

export interface ViewQuery {
  knownAt: string | null;
  saidBy: string | null;
  scheme: Scheme;
  measure: string | null;
  /** The values that a combination must have, by dimension. */
  dimensions: DimensionValues;
  /** Two sources to set side by side. */
  compare: readonly [string, string] | null;
  lang: string;
  /** Nothing but the defaults: the stored view answers it. */
  plain: boolean;
}

/** Reads `known_at`, `said_by`, `scheme`, `measure`, `dimension`, `compare` (with `with`) and `lang`; each that cannot be read is a problem of its own. */
export function parseViewQuery(params: URLSearchParams): Verdict<ViewQuery> {
  const problems: Problem[] = [];
  const knownAt = given(params, 'known_at');
  const saidBy = given(params, 'said_by');
  const scheme = given(params, 'scheme');
  const lang = given(params, 'lang');
  const measure = given(params, 'measure');
  if (knownAt !== null && lastInstant(knownAt) === null) {
    problems.push({ path: 'known_at', message: INSTANT_SENTENCE });
  }
  if (saidBy !== null && precisionOf(saidBy) === null) {
    problems.push({
      path: 'said_by',
      message: 'Give a date such as 2024-12-17, or an instant with its zone.',
    });
  }
  if (scheme !== null && schemeOf(scheme) === null) {
    problems.push({ path: 'scheme', message: schemesToUse(scheme) });
  }
  if (lang !== null && !isLanguage(lang)) {
    problems.push({ path: 'lang', message: 'Give a language tag such as en, ko or pt-BR.' });
  }
  const dimensions = parseDimensions(params.getAll('dimension'));
  if (dimensions === null)
    problems.push({
      path: 'dimension',
      message: 'Give a dimension and its value as party_women; several joined by full stops.',
    });
  const compare = parsePair(given(params, 'compare'), given(params, 'with'));
  if (compare === 'unreadable')
    problems.push({ path: 'compare', message: 'Name two different sources: compare=source-a,source-b.' });
  if (problems.length > 0 || dimensions === null || compare === 'unreadable') return { ok: false, problems };
  return admit({
    knownAt: knownAt === null ? null : knownTo(knownAt),
    saidBy: saidBy === null ? null : StatedDate.parse(saidBy).date,
    scheme: schemeOf(scheme ?? '') ?? DEFAULT_SCHEME,
    measure,
    dimensions,
    compare,
    lang: lang ?? USUAL_LANGUAGE,
    plain:
      [knownAt, saidBy, measure, compare].every((value) => value === null) &&
      Object.keys(dimensions).length === 0 &&
      (schemeOf(scheme ?? '') ?? DEFAULT_SCHEME) === DEFAULT_SCHEME &&
      (lang ?? USUAL_LANGUAGE) === USUAL_LANGUAGE,
  });
}

/** "party_women.answer_approve", or the parameter given more than once, as a form sends it; null where it cannot be read. */
function parseDimensions(given: readonly string[]): DimensionValues | null {
  const parts = given
    .flatMap((text) => text.trim().split('.'))
    .filter((part) => part !== '')
    .map((part) => part.split('_'));
  const isRead = parts.every(
    (part, at) =>
      part.length === 2 &&
      part.every((id) => Id.safeParse(id).success) &&
      parts.every((other, where) => where >= at || other[0] !== part[0]),
  );
  return isRead ? Object.fromEntries(parts.map(([dimension = '', value = '']) => [dimension, value])) : null;
}

/** Reads `since`: an instant, or a day, which begins it; null where nothing is given. */
export function parseSince(text: string | null): Verdict<string | null> {
  if (!text) return admit(null);
  const since = firstInstant(withPlus(text));
  return since === null ? refuse({ path: 'since', message: INSTANT_SENTENCE }) : admit(since);
}

/** What the record held at an instant, or by the end of a day. */
const knownTo = (text: string): string | null =>
  precisionOf(text) === 'day' ? lastInstant(text) : inUtc(text);

/** The versions there are, where only the version is unknown; else the schemes. */
function schemesToUse(asked: string): string {
  const versions = SCHEMES.filter(({ id }) => asked.startsWith(`${id}@`)).map(({ key }) => key);
  if (versions.length > 0) return `There is no such version. Use one of: ${versions.sort().join(', ')}.`;
  return `Use one of: ${SCHEMES.flatMap(({ id, newest }) => (newest ? id : [])).join(', ')}.`;
}

function given(params: URLSearchParams, name: string): string | null {
  const value = params.get(name);
  return value === null || value === '' ? null : withPlus(value.trim());
}

/** A plus that nobody escaped comes as a blank. */
const withPlus = (text: string): string => text.replace(/ (\d{2}:\d{2})$/, '+$1');

function isLanguage(tag: string): boolean {
  if (tag.length > 35) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** "a,b", or one in each of two parameters, as a form sends them. */
function parsePair(compare: string | null, other: string | null): [string, string] | 'unreadable' | null {
  if (compare === null && other === null) return null;
  const [a, b, more] = [...(compare?.split(',') ?? []), ...(other === null ? [] : [other])].map((id) =>
    id.trim(),
  );
  return a && b && more === undefined && a !== b ? [a, b] : 'unreadable';
}
