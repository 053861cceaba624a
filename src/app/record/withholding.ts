/** A recorded change without the words of a claim that is withheld: its own, and those that others repeat or answer. */
import { idsAbout } from '../../domain/record/change-id.ts';
import type { Claim } from '../../domain/record/claim.ts';
import { type ClaimState, formsOf, type TopicRecord } from '../../domain/record/record.ts';
import type { ChangeView } from '../../projections/changes.ts';
import { unisolated } from '../../projections/isolated.ts';
import { asPrinted } from '../../projections/quotation.ts';
import { claimWords, countedIn, figureWords } from '../../projections/wording.ts';
import { wordsOf } from '../../projections/words/words.ts';

/** No text of a record holds it. */
const ANYTHING = '\u0000';

/** What a change adds to words: numbers to those that it leaves alone, a scheme's reading to vague ones. */
function numbersBeside(words: string, lang: string): RegExp {
  const { recorded, reading } = wordsOf(lang).figures;
  const added = [
    recorded.as(words, ANYTHING),
    reading.beside(words, reading.reads(ANYTHING, ANYTHING)),
    reading.beside(words, reading.none(ANYTHING)),
  ];
  return new RegExp(added.map((each) => each.split(ANYTHING).map(literal).join('[^)]*')).join('|'), 'g');
}

const literal = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** As printed now, as said, and as printed before hyphens were set as minus signs and scripts were isolated. */
function printedForms(phrase: string): string[] {
  const bare = unisolated(phrase);
  return [...new Set([phrase, asPrinted(phrase), bare, bare.replaceAll('−', '-')])];
}

/** Quotation marks end a phrase by themselves; a number of ours must not be the end of a longer one ("44%" in "144%"). */
function wholePhrase(phrase: string): RegExp {
  const starts = /^[\p{N}\p{Pd}\p{S}]/u.test(phrase)
    ? "(?<![\\p{N}\\p{Pd}\\p{S}.,'’\\u00a0\\u202f\\u066b\\u066c])"
    : '';
  return new RegExp(`${starts}${literal(phrase)}`, 'gu');
}

/** Made from the claim and its record as they stood; pure. */
export function withoutWordsOf(state: ClaimState, record: TopicRecord): (change: unknown) => unknown {
  const versions = formsOf(state);
  const source = { record, lang: record.topic.language };
  const standsFor = wordsOf(source.lang).changes.standsForWithheld;
  const numbers = numbersBeside(standsFor, source.lang);
  const phrases = versions
    .flatMap((claim) => [
      claimWords(claim, source),
      claim.value && figureWords(claim.value, countedIn(claim, record), source.lang),
      claim.summary,
      claim.words?.stated,
    ])
    .filter((phrase) => typeof phrase === 'string')
    .flatMap(printedForms)
    .sort((a, b) => b.length - a.length)
    .map(wholePhrase);
  const rows = new Set(versions.map(rowOf));
  const answering = record.claims.filter(({ claim }) => claim.about?.claim === state.claim.id);
  const without = (text: string | null) =>
    text &&
    phrases
      .reduce((left, phrase) => left.replaceAll(phrase, () => standsFor), text)
      .replaceAll(numbers, standsFor);
  return (given) => {
    const change = given as ChangeView;
    if (isAbout(change, state)) return emptied(change, source.lang);
    if (!rows.has(rowOf(change)) && !answering.some((other) => isAbout(change, other))) return change;
    const [before, after, text] = [change.before, change.after, change.text].map(without);
    return text === change.text && before === change.before && after === change.after
      ? change
      : { ...change, before, after, text };
  };
}

function emptied({ how: _how, ...change }: ChangeView, lang: string): ChangeView {
  const { before, after, name } = change;
  const { standsForWithheld, sinceWithheld } = wordsOf(lang).changes;
  return {
    ...change,
    before: before && standsForWithheld,
    after: after && standsForWithheld,
    reason: null,
    text: sinceWithheld(name ?? ''),
  };
}

/** Changes recorded by earlier releases do not name their claim: they are known by the names that its changes bear. */
const isAbout = ({ id, claim }: ChangeView, state: ClaimState): boolean =>
  claim === undefined ? idsAbout(state).has(id) : claim === state.claim.id;

const rowOf = ({ source, measure }: Pick<Claim | ChangeView, 'source' | 'measure'>): string =>
  `${source}\n${measure}`;
