/** Validation of the parameters of a read: both clocks, the scheme, the measure and the language. */

import { DEFAULT_SCHEME, SCHEMES, type Scheme, schemeOf } from '../domain/figure/vagueness.ts';
import { USUAL_LANGUAGE } from '../domain/figure/value.ts';
import { firstInstant, INSTANT_SENTENCE, lastInstant } from '../domain/record/asked-instant.ts';
import { inUtc, precisionOf, StatedDate } from '../domain/record/date.ts';
import { admit, type Problem, refuse, type Verdict } from './verdict.ts';

export interface ViewQuery {
  knownAt: string | null;
  saidBy: string | null;
  scheme: Scheme;
  measure: string | null;
  lang: string;
  /** Nothing but the defaults: the stored view answers it. */
  plain: boolean;
}

/** Reads `known_at`, `said_by`, `scheme`, `measure` and `lang`; each that cannot be read is a problem of its own. */
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
    problems.push({ path: 'scheme', message: `Use one of: ${SCHEMES.map(({ id }) => id).join(', ')}.` });
  }
  if (lang !== null && !isLanguage(lang)) {
    problems.push({ path: 'lang', message: 'Give a language tag such as en, ko or pt-BR.' });
  }
  if (problems.length > 0) return { ok: false, problems };
  return admit({
    knownAt: knownAt === null ? null : knownTo(knownAt),
    saidBy: saidBy === null ? null : StatedDate.parse(saidBy).date,
    scheme: schemeOf(scheme ?? '') ?? DEFAULT_SCHEME,
    measure,
    lang: lang ?? USUAL_LANGUAGE,
    plain:
      [knownAt, saidBy, measure].every((value) => value === null) &&
      (scheme ?? DEFAULT_SCHEME.id) === DEFAULT_SCHEME.id &&
      (lang ?? USUAL_LANGUAGE) === USUAL_LANGUAGE,
  });
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
