/** A recorded change without the words of a claim that is withheld: its own, and those that others repeat or answer. */
import type { Claim } from '../../domain/record/claim.ts';
import type { Entry } from '../../domain/record/entry.ts';
import { NOW, recordAt } from '../../domain/record/record.ts';
import type { ChangeView } from '../../projections/changes.ts';
import { claimWords, figureWords, unitOf } from '../../projections/wording.ts';
import { mustHold } from './projection.ts';

const STANDS_FOR = 'a statement since withheld';
/** What a change adds to words: numbers to those that it leaves alone, a scheme's reading to vague ones. */
const NUMBERS = new RegExp(`${STANDS_FOR} \\((recorded as|[^()]* (reads|gives)) [^)]*\\)`, 'g');

/** Made from the log as it stood; pure. */
export function withoutWordsOf(id: string, entries: readonly Entry[]): (change: unknown) => unknown {
  const versions = entries.flatMap(({ action }) =>
    (action.kind === 'claim' || action.kind === 'correct') && action.claim.id === id ? [action.claim] : [],
  );
  const record = mustHold(recordAt(entries, NOW));
  const source = { record, lang: record.topic.language };
  const phrases = versions
    .flatMap((claim) => [
      claimWords(claim, source),
      claim.value && figureWords(claim.value, unitOf(claim, record), source.lang),
      claim.summary,
      claim.words?.stated,
    ])
    .filter((phrase) => typeof phrase === 'string')
    .sort((a, b) => b.length - a.length);
  const rows = new Set(versions.map(rowOf));
  const answering = record.claims
    .filter(({ claim }) => claim.about?.claim === id)
    .map(({ claim }) => claim.id);
  const without = (text: string | null) =>
    text &&
    phrases
      .reduce((left, phrase) => left.replaceAll(phrase, STANDS_FOR), text)
      .replaceAll(NUMBERS, STANDS_FOR);
  return (given) => {
    const change = given as ChangeView;
    if (isAbout(change, id)) return { ...change, ...emptied(change) };
    if (!rows.has(rowOf(change)) && !answering.some((other) => isAbout(change, other))) return change;
    const [before, after, text] = [change.before, change.after, change.text].map(without);
    return text === change.text && before === change.before && after === change.after
      ? change
      : { ...change, before, after, text };
  };
}

function emptied({ before, after, name }: ChangeView): Partial<ChangeView> {
  return {
    before: before && STANDS_FOR,
    after: after && STANDS_FOR,
    reason: null,
    text: `${name}: ${STANDS_FOR}.`,
  };
}

const EVENTS: ReadonlySet<string> = new Set(['corrected', 'voided', 'retracted', 'withheld']);

/** A change is named after its revision and claim; what happened to the claim later is numbered after that. */
function isAbout({ id, kind, claim: subject }: ChangeView, claim: string): boolean {
  if (kind === 'evidence added') return subject === claim;
  const named = id.replace(/^\d+-/, '');
  return (EVENTS.has(kind) ? named.replace(/-\d+$/, '') : named) === claim;
}

const rowOf = ({ source, measure }: Pick<Claim | ChangeView, 'source' | 'measure'>): string =>
  `${source}\n${measure}`;
