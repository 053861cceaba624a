/** Changes in words: old to new, who and where, the same for API, pages, feeds and mail. */

import { DEFAULT_SCHEME } from '../domain/figure/vagueness.ts';
import { isVague } from '../domain/figure/value.ts';
import type { Change } from '../domain/record/change.ts';
import { figureRole } from '../domain/record/figure-role.ts';
import { restsOnScheme } from '../domain/record/movement.ts';
import type { ClaimState, TopicRecord } from '../domain/record/record.ts';
import { addedWords } from './added-words.ts';
import { apartWords } from './correction-words.ts';
import { isolated } from './isolated.ts';
import { measureLabel } from './measure-words.ts';
import { methodWords } from './method-words.ts';
import { readingWords } from './reading-words.ts';
import { labelWords } from './role-words.ts';
import { nameOf, saidWords, statementWords } from './wording.ts';
import { wordsOf } from './words/words.ts';

export interface ChangeView {
  id: string;
  at: string;
  kind: Change['kind'];
  /** The claim it is about; null for an import. Missing from changes recorded by earlier releases. */
  claim?: string | null;
  topic: string;
  source: string | null;
  name: string | null;
  measure: string | null;
  label: string | null;
  before: string | null;
  after: string | null;
  reason: string | null;
  late: boolean;
  /** The claim whose place it took, if any. */
  replaced?: string | null;
  /** What became of it since; missing while it stands. */
  standing?: 'corrected' | 'voided' | 'retracted';
  /** How the figure told of was made, in words; missing where nothing is disclosed. */
  how?: string;
  /** The whole change in one line. */
  text: string;
}

export function toChangeView(change: Change, record: TopicRecord, lang: string): ChangeView {
  const words = (state: ClaimState | null) => state && claimText(state, record, lang);
  const [was, now] = [change.before, change.after];
  const isTold = was?.standing !== 'withheld' && now?.standing !== 'withheld';
  const [before, after] =
    was && now && isTold ? apartWords(was.claim, now.claim, { record, lang }) : [words(was), words(now)];
  const name = change.source === null ? null : nameOf(record, change.source);
  const read = (state: ClaimState | null, text: string | null) =>
    text === null || !isMovement(change) ? text : withReading(state, text, lang);
  const measure = record.measures.get(change.measure ?? '');
  const told = now ?? was;
  const label = measure
    ? labelWords(
        { ...measure, label: measureLabel(measure, record, lang) },
        told && figureRole(told, measure),
        lang,
      )
    : null;
  const { id, at, kind, claim, source, reason, late } = change;
  const how = now?.standing === 'stands' ? methodWords(now.claim, { record, lang }) : null;
  return {
    id,
    at,
    kind,
    claim,
    topic: record.topic.slug,
    source,
    name,
    measure: change.measure,
    label,
    before,
    after,
    reason,
    late,
    replaced: change.before !== null && change.before.claim.id !== claim ? change.before.claim.id : null,
    ...(how === null ? {} : { how }),
    text: lineOf(change, name, read(was, before), read(now, after), lang),
  };
}

/** Raised, lowered, widened or narrowed where a number of ours decided it. */
const isMovement = ({ kind, before, after }: Change): boolean =>
  MOVEMENTS.has(kind) && restsOnScheme(before?.claim.value ?? null, after?.claim.value ?? null);

const MOVEMENTS: ReadonlySet<Change['kind']> = new Set(['raised', 'lowered', 'widened', 'narrowed']);

/** A vague word with the scheme that read it: “dozens” (By Source reads 24–99). */
function withReading(state: ClaimState | null, text: string, lang: string): string {
  const value = state?.claim.value;
  if (!value || !isVague(value)) return text;
  return wordsOf(lang).figures.reading.beside(text, readingWords(value, DEFAULT_SCHEME, lang));
}

function claimText({ claim, standing }: ClaimState, record: TopicRecord, lang: string): string {
  if (standing === 'withheld') return wordsOf(lang).statements.withheld;
  return statementWords(claim, { record, lang });
}

function lineOf(
  change: Change,
  name: string | null,
  before: string | null,
  after: string | null,
  lang: string,
): string {
  const words = wordsOf(lang).changes;
  if (change.kind === 'import') return words.imported(change.count);
  return words.of(isolated(name ?? ''), happened(change, before, after, lang));
}

function happened(
  { kind, reason: why, added, after: state }: Change,
  before: string | null,
  after: string | null,
  lang: string,
): string {
  const words = wordsOf(lang).changes;
  const [was, now, reason] = [before ?? '', after ?? '', why ?? ''];
  switch (kind) {
    case 'corrected':
      return was === now ? words.corrected(now, reason) : words.correctedFrom(now, was, reason);
    case 'voided':
      return words.neverSaid(was, reason);
    case 'retracted':
      // After several amendments a reader may have been shown another form than the one withdrawn.
      return after === null ? words.withdrew(was, reason) : words.withdrewFrom(now, was, reason);
    case 'withheld':
      return words.withheld(reason);
    case 'evidence added':
      return words.evidence(now, addedWords(added, lang));
    case 'added from earlier':
      return words.fromEarlier(now, state ? saidWords(state, lang) : '');
    case 'stance changed':
    case 'first figure':
      return before ? words.before(now, before) : now;
    default:
      return before && before !== after ? words.was(now, before) : now;
  }
}
